package dev.parlance.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.suggestions.MachineTranslation;
import dev.parlance.locales.LocaleTag;
import dev.parlance.machine.TranslatingServer.Manner;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a real server that speaks the API, well and badly. */
class LibreTranslateTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de-AT");
    private static final TextContent LIMIT = icu("Limit of {n, plural, one {# order} other {# orders}} for {who}.");
    private static final Duration PATIENCE = Duration.ofMillis(700);

    @Test
    void sentencesAreTranslatedAndArgumentsStay() {
        try (var server = new TranslatingServer(TranslatingServer.properly(it -> "DE " + it + " '{'"))) {
            assertThat(at(server).translate(LIMIT, EN, DE)).isEqualTo(
                    icu("DE Limit of {n, plural, one {DE # order '''{'''} other {DE # orders '''{'''}} for {who}. '''{'''"));
            assertThat(server.told()).containsExactly("Limit of ⟦0⟧ for ⟦1⟧.", "⟦0⟧ order", "⟦0⟧ orders");
            assertThat(server.languages()).containsExactly("en>de");
        }
    }

    @Test
    void printfAndPlainTextsKeepTheirSyntaxAndTheDescriptionGoesAlong() {
        try (var server = new TranslatingServer(TranslatingServer.properly(it -> it.replace("Field", "Feld")))) {
            assertThat(at(server).translate(new TextContent(Syntax.PRINTF, "Field '%s' at %d: 100%%", "Field %s"), EN, DE))
                    .isEqualTo(new TextContent(Syntax.PRINTF, "Feld '%s' at %d: 100%%", "Feld %s"));
            assertThat(at(server).translate(new TextContent(Syntax.PLAIN, " Field {x} %s\n", ""), EN, DE))
                    .isEqualTo(new TextContent(Syntax.PLAIN, " Feld {x} %s\n", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, zh-Hant", "zh-HK, zh-Hant", "zh-Hant-HK, zh-Hant", "zh-Hant, zh-Hant", "zh, zh-Hans", "zh-CN, zh-Hans",
        "zh-Hans-SG, zh-Hans", "pt-BR, pt-BR", "pt-PT, pt", "ja-JP, ja", "es-419, es"})
    void aLanguageIsAskedForAsTheServiceCallsIt(String locale, String asked) {
        try (var server = new TranslatingServer(TranslatingServer.properly(it -> it))) {
            at(server).translate(icu("Limit"), EN, LocaleTag.parse(locale));
            assertThat(server.languages()).containsExactly("en>" + asked);
        }
    }

    @Test
    void whatSaysNothingIsNotSent() {
        try (var server = new TranslatingServer(TranslatingServer.properly(it -> "?"))) {
            assertThat(at(server).translate(icu("{a}: {b, number} – 12"), EN, DE)).isEqualTo(icu("{a}: {b, number} – 12"));
            assertThat(server.told()).isEmpty();
        }
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("lost", "arguments", TranslatingServer.properly(it -> it.replaceAll("⟦\\d⟧", ""))),
                Arguments.of("doubled", "arguments", TranslatingServer.properly(it -> it + it)),
                Arguments.of("renumbered", "arguments", TranslatingServer.properly(it -> it.replace("⟦1⟧", "⟦7⟧"))),
                Arguments.of("mangled", "arguments", TranslatingServer.properly(it -> it.replace("⟦", "[").replace("⟧", "]"))),
                Arguments.of("controls", "character", TranslatingServer.properly(it -> it + '\0')),
                Arguments.of("overrides", "character", TranslatingServer.properly(it -> it + '\u202e')),
                Arguments.of("endless", "pattern", TranslatingServer.properly(it -> it + "x".repeat(5000))),
                Arguments.of("fewer", "sentences", manner((exchange, asked) ->
                        TranslatingServer.answer(exchange, 200, Map.of("translatedText", List.of("one"))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unusable(String what, String fault, Manner manner) {
        refused(manner, ProblemType.MACHINE_TRANSLATION_UNUSABLE, fault);
    }

    static Stream<Arguments> unavailable() {
        return Stream.of(
                Arguments.of("key", "status-403", manner((exchange, asked) ->
                        TranslatingServer.answer(exchange, 403, Map.of("error", "Invalid API key")))),
                Arguments.of("too many", "status-429", manner((exchange, asked) -> TranslatingServer.answer(exchange, 429, Map.of("error", "Slowdown")))),
                Arguments.of("failing", "status-500", manner((exchange, asked) -> TranslatingServer.answer(exchange, 500, "oops"))),
                Arguments.of("no JSON", "format", manner((exchange, asked) -> TranslatingServer.answer(exchange, 200, "<html>"))),
                Arguments.of("cut short", "format", manner((exchange, asked) -> TranslatingServer.answer(exchange, 200, "{\"translatedText\":[\"a"))),
                Arguments.of("other JSON", "format", manner((exchange, asked) -> TranslatingServer.answer(exchange, 200, Map.of("text", "a")))),
                Arguments.of("nulls", "format", manner((exchange, asked) -> TranslatingServer.answer(exchange, 200, "{\"translatedText\":[null,\"a\",\"b\"]}"))),
                Arguments.of("too large", "size", manner((exchange, asked) ->
                        TranslatingServer.answer(exchange, 200, "{\"translatedText\":[\"" + "x".repeat(LibreTranslate.LARGEST_ANSWER) + "\"]}"))),
                Arguments.of("endless", "size", manner(LibreTranslateTest::endless)),
                Arguments.of("no answer", "connection", manner((exchange, asked) -> exchange.close())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unavailable(String what, String fault, Manner manner) {
        refused(manner, ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, fault);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (var elsewhere = new TranslatingServer(TranslatingServer.properly(it -> it))) {
            refused((exchange, asked) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url() + "/translate");
                exchange.sendResponseHeaders(307, -1);
            }, ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "status-307");
            assertThat(elsewhere.told()).isEmpty();
        }
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() {
        var over = new CountDownLatch(1);
        refused((exchange, asked) -> await(over), ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "timeout");
        refused((exchange, asked) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
        }, ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "timeout");
        over.countDown();
    }

    @Test
    void whereNobodyListensIsNoConnection() {
        var gone = new TranslatingServer(TranslatingServer.properly(it -> it));
        gone.close();
        assertRefused(LibreTranslate.at(gone.url(), Optional.empty(), PATIENCE), ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "connection");
    }

    @Test
    void aSourceThatNoMaskCoversIsNotSent() {
        var calls = new AtomicInteger();
        try (var server = new TranslatingServer((exchange, asked) -> calls.incrementAndGet())) {
            assertThatThrownBy(() -> at(server).translate(new TextContent(Syntax.PRINTF, "Code %05d", ""), EN, DE))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.arguments()).containsEntry("fault", "conversion"));
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void anAddressThatIsNoneIsFoundOutAtTheStart() {
        assertThatThrownBy(() -> LibreTranslate.at("file:///etc/passwd", Optional.empty(), PATIENCE)).isInstanceOf(IllegalStateException.class);
    }

    private static void refused(Manner manner, ProblemType refusal, String fault) {
        try (var server = new TranslatingServer(manner)) {
            assertRefused(at(server), refusal, fault);
            assertThat(server.told()).isNotEmpty();
        }
    }

    private static void assertRefused(MachineTranslation machine, ProblemType refusal, String fault) {
        assertThatThrownBy(() -> machine.translate(LIMIT, EN, DE)).isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.type()).isEqualTo(refusal);
            assertThat(it.arguments()).containsEntry("fault", fault);
        });
    }

    private static MachineTranslation at(TranslatingServer server) {
        return LibreTranslate.at(server.url() + "/", Optional.of(TranslatingServer.KEY), PATIENCE);
    }

    private static Manner manner(Manner it) {
        return it;
    }

    private static void endless(com.sun.net.httpserver.HttpExchange exchange, Object asked) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var some = new byte[8192];
        for (int i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(some);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TextContent icu(String message) {
        return new TextContent(Syntax.ICU, message, "");
    }
}
