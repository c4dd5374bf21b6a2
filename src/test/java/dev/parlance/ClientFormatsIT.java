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

/** What clients fetch from the packaged service prints in their own libraries what the service prints. */
class ClientFormatsIT {
    @TempDir
    static Path folder;
    private static ServiceProcess service;

    /** A message with its arguments in order; numbers are numbers. */
    private record Question(String key, List<Object> arguments) {
        String path(String locale) {
            var query = new StringBuilder("?format=text&locale=" + locale);
            arguments.forEach(it -> query.append("&arg=").append(it));
            return "/v1/catalogs/exchange/messages/" + key + query;
        }
    }

    private static final List<Question> QUESTIONS = List.of(new Question("0000", List.of()), new Question("0001", List.of("quantity")),
            new Question("-1015", List.of(BigDecimal.valueOf(1234), "10s")), new Question("-1130", List.of("symbol")),
            new Question("-2032", List.of("BTCUSDT", "half")));

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
    void i18nextAndFormatJs(String catalog) throws Exception {
        assertThat(NodeClients.install().check(service.port(), catalog)).matches(NodeClients.Result::same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"})
    void aResourceBundleOfJava(String locale) throws IOException {
        for (var format : List.of("properties", "properties-ascii")) {
            var answer = service.get("/v1/catalogs/exchange/bundles/" + locale + "?format=" + format);
            var texts = new PropertyResourceBundle(new StringReader(answer.body()));
            assertThat(answer.statusCode()).isEqualTo(200);
            exact(answer.headers().firstValue("Parlance-Lossy").orElse("")).forEach(it -> assertThat(
                    new MessageFormat(texts.getString(it.key()), Locale.forLanguageTag(locale)).format(it.arguments().toArray()))
                    .isEqualTo(service.get(it.path(locale)).body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"})
    void printf(String locale) throws IOException {
        var answer = service.get("/v1/catalogs/exchange/bundles/" + locale + "?format=printf");
        assertThat(answer.statusCode()).isEqualTo(200);
        var texts = new ObjectMapper().readTree(answer.body());
        exact(answer.headers().firstValue("Parlance-Lossy").orElse("")).forEach(it -> assertThat(
                String.format(Locale.ROOT, texts.get(it.key()).asText(), it.arguments().toArray()))
                .isEqualTo(service.get(it.path(locale)).body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "ja"})
    void jsonHasThePatternsOfTheBundle(String locale) throws IOException {
        var bundle = "/v1/catalogs/exchange/bundles/" + locale;
        var answer = service.get(bundle + "?format=json");
        assertThat(answer.headers().firstValue("Parlance-Lossy")).isEmpty();
        assertThat(new ObjectMapper().readTree(answer.body())).isEqualTo(new ObjectMapper().readTree(service.get(bundle).body()).get("messages"));
    }

    /** At most the message with a number may be lossy. */
    private static Stream<Question> exact(String lossy) {
        var keys = List.of(lossy.replace("\"", "").split(",\\s*"));
        var exact = QUESTIONS.stream().filter(it -> !keys.contains(it.key())).toList();
        assertThat(exact).hasSizeGreaterThanOrEqualTo(QUESTIONS.size() - 1);
        return exact.stream();
    }
}
