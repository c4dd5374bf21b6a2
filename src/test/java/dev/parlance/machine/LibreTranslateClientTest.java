package dev.parlance.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.suggestions.MachineTranslation;
import dev.parlance.locales.LocaleTag;
import dev.parlance.machine.StubTranslationServer.ServerBehavior;
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

/** Calls a real HTTP server that follows the API, or violates it. */
class LibreTranslateClientTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de-AT");
    private static final TextContent LIMIT = icu("Limit of {n, plural, one {# order} other {# orders}} for {who}.");
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    @Test
    void translatesSentencesAndKeepsArguments() {
        try (var server = new StubTranslationServer(StubTranslationServer.translating(it -> "DE " + it + " '{'"))) {
            assertThat(client(server).translate(LIMIT, EN, DE)).isEqualTo(
                    icu("DE Limit of {n, plural, one {DE # order '''{'''} other {DE # orders '''{'''}} for {who}. '''{'''"));
            assertThat(server.receivedSentences()).containsExactly("Limit of ⟦0⟧ for ⟦1⟧.", "⟦0⟧ order", "⟦0⟧ orders");
            assertThat(server.languages()).containsExactly("en>de");
        }
    }

    @Test
    void keepsSyntaxAndTranslatesDescription() {
        try (var server = new StubTranslationServer(StubTranslationServer.translating(it -> it.replace("Field", "Feld")))) {
            assertThat(client(server).translate(new TextContent(Syntax.PRINTF, "Field '%s' at %d: 100%%", "Field %s"), EN, DE))
                    .isEqualTo(new TextContent(Syntax.PRINTF, "Feld '%s' at %d: 100%%", "Feld %s"));
            assertThat(client(server).translate(new TextContent(Syntax.PLAIN, " Field {x} %s\n", ""), EN, DE))
                    .isEqualTo(new TextContent(Syntax.PLAIN, " Feld {x} %s\n", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, zh-Hant", "zh-HK, zh-Hant", "zh-Hant-HK, zh-Hant", "zh-Hant, zh-Hant", "zh, zh-Hans", "zh-CN, zh-Hans",
        "zh-Hans-SG, zh-Hans", "pt-BR, pt-BR", "pt-PT, pt", "ja-JP, ja", "es-419, es"})
    void mapsLocaleToServiceLanguage(String locale, String expected) {
        try (var server = new StubTranslationServer(StubTranslationServer.translating(it -> it))) {
            client(server).translate(icu("Limit"), EN, LocaleTag.parse(locale));
            assertThat(server.languages()).containsExactly("en>" + expected);
        }
    }

    @Test
    void skipsTextWithoutWords() {
        try (var server = new StubTranslationServer(StubTranslationServer.translating(it -> "?"))) {
            assertThat(client(server).translate(icu("{a}: {b, number} – 12"), EN, DE)).isEqualTo(icu("{a}: {b, number} – 12"));
            assertThat(server.receivedSentences()).isEmpty();
        }
    }

    static Stream<Arguments> rejectsUnusableTranslation() {
        return Stream.of(
                Arguments.of("lost", "arguments", StubTranslationServer.translating(it -> it.replaceAll("⟦\\d⟧", ""))),
                Arguments.of("doubled", "arguments", StubTranslationServer.translating(it -> it + it)),
                Arguments.of("renumbered", "arguments", StubTranslationServer.translating(it -> it.replace("⟦1⟧", "⟦7⟧"))),
                Arguments.of("mangled", "arguments", StubTranslationServer.translating(it -> it.replace("⟦", "[").replace("⟧", "]"))),
                Arguments.of("controls", "character", StubTranslationServer.translating(it -> it + '\0')),
                Arguments.of("overrides", "character", StubTranslationServer.translating(it -> it + '\u202e')),
                Arguments.of("endless", "pattern", StubTranslationServer.translating(it -> it + "x".repeat(5000))),
                Arguments.of("fewer", "sentences", behavior((exchange, asked) ->
                        StubTranslationServer.respond(exchange, 200, Map.of("translatedText", List.of("one"))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejectsUnusableTranslation(String description, String fault, ServerBehavior behavior) {
        assertProblemFrom(behavior, ProblemType.MACHINE_TRANSLATION_UNUSABLE, fault);
    }

    static Stream<Arguments> reportsUnavailableService() {
        return Stream.of(
                Arguments.of("key", "status-403", behavior((exchange, asked) ->
                        StubTranslationServer.respond(exchange, 403, Map.of("error", "Invalid API key")))),
                Arguments.of("too many", "status-429",
                        behavior((exchange, asked) -> StubTranslationServer.respond(exchange, 429, Map.of("error", "Slowdown")))),
                Arguments.of("failing", "status-500", behavior((exchange, asked) -> StubTranslationServer.respond(exchange, 500, "oops"))),
                Arguments.of("no JSON", "format", behavior((exchange, asked) -> StubTranslationServer.respond(exchange, 200, "<html>"))),
                Arguments.of("cut short", "format",
                behavior((exchange, asked) -> StubTranslationServer.respond(exchange, 200, "{\"translatedText\":[\"a"))),
                Arguments.of("other JSON", "format",
                behavior((exchange, asked) -> StubTranslationServer.respond(exchange, 200, Map.of("text", "a")))),
                Arguments.of("nulls", "format",
                behavior((exchange, asked) -> StubTranslationServer.respond(exchange, 200, "{\"translatedText\":[null,\"a\",\"b\"]}"))),
                Arguments.of("too large", "size", behavior((exchange, asked) ->
                        StubTranslationServer.respond(exchange, 200,
                                "{\"translatedText\":[\"" + "x".repeat(LibreTranslateClient.MAX_RESPONSE_BYTES) + "\"]}"))),
                Arguments.of("endless", "size", behavior(LibreTranslateClientTest::sendEndlessBody)),
                Arguments.of("no answer", "connection", behavior((exchange, asked) -> exchange.close())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void reportsUnavailableService(String description, String fault, ServerBehavior behavior) {
        assertProblemFrom(behavior, ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, fault);
    }

    @Test
    void doesNotFollowRedirects() {
        try (var elsewhere = new StubTranslationServer(StubTranslationServer.translating(it -> it))) {
            assertProblemFrom((exchange, asked) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url() + "/translate");
                exchange.sendResponseHeaders(307, -1);
            }, ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "status-307");
            assertThat(elsewhere.receivedSentences()).isEmpty();
        }
    }

    @Test
    void timesOutSlowResponses() {
        var finished = new CountDownLatch(1);
        assertProblemFrom((exchange, asked) -> await(finished), ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "timeout");
        assertProblemFrom((exchange, asked) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(finished);
        }, ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "timeout");
        finished.countDown();
    }

    @Test
    void reportsConnectionFailure() {
        var closedServer = new StubTranslationServer(StubTranslationServer.translating(it -> it));
        closedServer.close();
        assertProblem(LibreTranslateClient.create(closedServer.url(), Optional.empty(), TIMEOUT),
                ProblemType.MACHINE_TRANSLATION_UNAVAILABLE, "connection");
    }

    @Test
    void rejectsUnsupportedSourceWithoutCallingService() {
        var calls = new AtomicInteger();
        try (var server = new StubTranslationServer((exchange, asked) -> calls.incrementAndGet())) {
            assertThatThrownBy(() -> client(server).translate(new TextContent(Syntax.PRINTF, "Code %05d", ""), EN, DE))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.arguments()).containsEntry("fault", "conversion"));
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void rejectsInvalidUrlAtStartup() {
        assertThatThrownBy(() -> LibreTranslateClient.create("file:///etc/passwd", Optional.empty(), TIMEOUT))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertProblemFrom(ServerBehavior behavior, ProblemType type, String fault) {
        try (var server = new StubTranslationServer(behavior)) {
            assertProblem(client(server), type, fault);
            assertThat(server.receivedSentences()).isNotEmpty();
        }
    }

    private static void assertProblem(MachineTranslation machine, ProblemType type, String fault) {
        assertThatThrownBy(() -> machine.translate(LIMIT, EN, DE)).isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.type()).isEqualTo(type);
            assertThat(it.arguments()).containsEntry("fault", fault);
        });
    }

    private static MachineTranslation client(StubTranslationServer server) {
        return LibreTranslateClient.create(server.url() + "/", Optional.of(StubTranslationServer.KEY), TIMEOUT);
    }

    private static ServerBehavior behavior(ServerBehavior it) {
        return it;
    }

    private static void sendEndlessBody(com.sun.net.httpserver.HttpExchange exchange, Object asked) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var chunk = new byte[8192];
        for (int i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(chunk);
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
