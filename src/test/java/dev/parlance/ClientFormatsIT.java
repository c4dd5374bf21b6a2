package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.formats.NodeClients;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the clients' own libraries render fetched bundles as the packaged service does. */
class ClientFormatsIT {
    @TempDir
    static Path folder;
    private static ServiceProcess service;

    /** A message with its arguments in order. */
    private record RenderCase(String key, List<Object> arguments) {
        String path(String locale) {
            var query = new StringBuilder("?format=text&locale=" + locale);
            arguments.forEach(it -> query.append("&arg=").append(it));
            return "/v1/catalogs/exchange/messages/" + key + query;
        }
    }

    private static final List<RenderCase> RENDER_CASES = List.of(new RenderCase("0000", List.of()),
            new RenderCase("0001", List.of("quantity")),
            new RenderCase("-1015", List.of(BigDecimal.valueOf(1234), "10s")), new RenderCase("-1130", List.of("symbol")),
            new RenderCase("-2032", List.of("BTCUSDT", "half")));

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.start(folder, Map.of()).awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    @EnabledIf("dev.parlance.formats.NodeClients#possible")
    void matchesI18nextAndFormatJs(String catalog) throws Exception {
        assertThat(NodeClients.install().check(service.port(), catalog)).matches(NodeClients.Result::same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"})
    void matchesJavaResourceBundle(String locale) throws IOException {
        for (var format : List.of("properties", "properties-ascii")) {
            var response = service.get("/v1/catalogs/exchange/bundles/" + locale + "?format=" + format);
            var texts = new PropertyResourceBundle(new StringReader(response.body()));
            assertThat(response.statusCode()).isEqualTo(200);
            losslessCases(response.headers().firstValue("Parlance-Lossy").orElse("")).forEach(it -> assertThat(
                    new MessageFormat(texts.getString(it.key()), Locale.forLanguageTag(locale)).format(it.arguments().toArray()))
                    .isEqualTo(service.get(it.path(locale)).body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"})
    void matchesPrintf(String locale) throws IOException {
        var response = service.get("/v1/catalogs/exchange/bundles/" + locale + "?format=printf");
        assertThat(response.statusCode()).isEqualTo(200);
        var texts = new ObjectMapper().readTree(response.body());
        losslessCases(response.headers().firstValue("Parlance-Lossy").orElse("")).forEach(it -> assertThat(
                String.format(Locale.ROOT, texts.get(it.key()).asText(), it.arguments().toArray()))
                .isEqualTo(service.get(it.path(locale)).body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "ja"})
    void servesBundlePatternsAsJson(String locale) throws IOException {
        var bundle = "/v1/catalogs/exchange/bundles/" + locale;
        var response = service.get(bundle + "?format=json");
        assertThat(response.headers().firstValue("Parlance-Lossy")).isEmpty();
        assertThat(new ObjectMapper().readTree(response.body()))
                .isEqualTo(new ObjectMapper().readTree(service.get(bundle).body()).get("messages"));
    }

    /** Returns the cases that are not lossy: all of them, or all but the one with a number. */
    private static Stream<RenderCase> losslessCases(String lossy) {
        var keys = List.of(lossy.replace("\"", "").split(",\\s*"));
        var exact = RENDER_CASES.stream().filter(it -> !keys.contains(it.key())).toList();
        assertThat(exact).hasSizeGreaterThanOrEqualTo(RENDER_CASES.size() - 1);
        return exact.stream();
    }
}
