package dev.parlance.client;

import static dev.parlance.client.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.client.http.UrlConnectionTransport;
import dev.parlance.client.resourcebundle.CatalogResourceBundle;
import dev.parlance.client.spring.CatalogMessageSource;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;

/** The examples of the pages java.md and mobile.md, which quote this file. */
class ExamplesTest {
    private static final Map<String, Map<String, String>> TEXTS = Map.of(
            "en", Map.of("-1015", "At most {limit, number} orders per {interval}"),
            "ja", Map.of("-1015", "{interval}あたり{limit, number}件までです"));

    @TempDir
    Path folder;

    @Test
    void showsTexts() throws Exception {
        try (var service = new FakeService().release(1, TEXTS).move(1)) {
            var url = service.url();
            byte[] seedFile = FakeService.seed(1, TEXTS);
            Parlance texts = Parlance.builder()
                    .url(url)
                    .catalog("shop")
                    .locale("ja")
                    .seed(seedFile)
                    .storage(folder)
                    .build();

            String text = texts.text("-1015", Map.of("limit", 1500, "interval", "10s"));
            assertThat(text).isEqualTo("10sあたり1,500件までです");

            Runnable removeListener = texts.onChange(release -> assertThat(release).isPositive());
            removeListener.run();

            LocalizedProblem problem = texts.problem(
                    "{\"code\":-1015,\"msg\":\"Too many orders.\",\"args\":{\"limit\":5,\"interval\":\"10s\"}}");
            assertThat(problem.text()).isEqualTo("10sあたり5件までです");
            texts.close();
        }
    }

    @Test
    void showsTextsOfSeveralLocales() throws Exception {
        try (var service = new FakeService().release(1, TEXTS).move(1)) {
            var url = service.url();
            Parlance texts = Parlance.builder().url(url).catalog("shop").locales("en", "ja").build();
            await(() -> texts.release().isPresent());

            String text = texts.text("fi, ja-JP;q=0.8", "-1015", Map.of("limit", 5, "interval", "10s"));
            assertThat(text).isEqualTo("10sあたり5件までです");
            texts.close();
        }
    }

    @Test
    void usesTheInterfaceOfAnAndroidApp() throws Exception {
        try (var service = new FakeService().release(1, TEXTS).move(1)) {
            var url = service.url();
            Parlance texts = Parlance.builder()
                    .url(url)
                    .catalog("shop")
                    .locale(Locale.forLanguageTag("ja-JP").toLanguageTag())
                    .timeZone(ZoneId.systemDefault())
                    .storage(folder)
                    .transport(new UrlConnectionTransport())
                    .build();
            await(() -> texts.text("-1015", Map.of("limit", 5, "interval", "10s")).equals("10sあたり5件までです"));
            texts.close();
        }
    }

    @Test
    void servesSpringAndResourceBundles() {
        Parlance texts = Samples.exchange();
        MessageSource messages = new CatalogMessageSource(texts);
        Object[] arguments = {Map.of("limit", 5, "interval", "10s")};
        String text = messages.getMessage("-1015", arguments, Locale.GERMANY);

        CatalogResourceBundle bundle = new CatalogResourceBundle(texts, Locale.GERMANY);
        assertThat(bundle.format("-1015", Map.of("limit", 5, "interval", "10s"))).isEqualTo(text);
        texts.close();
    }
}
