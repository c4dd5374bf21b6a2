package dev.parlance.errorbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {
    private static final ErrorMembers NESTED = new ErrorMembers(pointers("/code", "/errors/*/code"),
            pointers("/msg", "/errors/*/msg", "/errors/*/title"), pointers("/errors/*/args"));

    private static List<MemberPointer> pointers(String... values) {
        return Stream.of(values).map(MemberPointer::new).toList();
    }

    private static ErrorBody parse(String json, ErrorMembers members) {
        try {
            return ErrorBody.parse(json, members);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Replaces each text by T0, T1 and so on. */
    private static String number(ErrorBody body) {
        return body.withTexts(IntStream.range(0, body.errors().size()).mapToObj(it -> "T" + it).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"code\":\"0001\",\"msg\":\"Illegal\"}                    | {\"code\":\"0001\",\"msg\":\"T0\"}",
        "{ \"msg\" : \"Ill\\u0065gal\\n\" , \"code\":-1130 }        | { \"msg\" : \"T0\" , \"code\":-1130 }",
        "{\"a\":1.10,\"detail\":\"D\",\"title\":\"T\",\"b\":1E400}  | {\"a\":1.10,\"detail\":\"T0\",\"title\":\"T\",\"b\":1E400}",
        "{\"code\":\"1\"}                                           | {\"code\":\"1\",\"msg\":\"T0\"}",
        "{\"code\":\"1\",\"message\":null}                          | {\"code\":\"1\",\"message\":\"T0\"}",
        "{\"code\":\"1\",\"message\":\" \"}                         | {\"code\":\"1\",\"message\":\"T0\"}",
        "{\"code\":\"1\",\"message\":{\"en\":\"M\"}}                | {\"code\":\"1\",\"message\":{\"en\":\"M\"}}",
        "{\"error\":{\"msg\":\"Illegal\"}}                          | {\"error\":{\"msg\":\"Illegal\"}}",
        "{\"x\":\"\uD83D\uDE00\",\"msg\":\"\u00DC\",\"x\":\"\u00DC\"} | {\"x\":\"\uD83D\uDE00\",\"msg\":\"T0\",\"x\":\"\u00DC\"}",
        "[{\"msg\":\"Illegal\"}]                                    | [{\"msg\":\"Illegal\"}]",
        "\"msg\"                                                    | \"msg\"",
        "12345678901234567890.10                                    | 12345678901234567890.10"})
    void replacesTextsOnly(String json, String expected) {
        assertThat(number(parse(json, ErrorMembers.DEFAULT))).isEqualTo(expected);
    }

    @Test
    void leavesTextsWithoutReplacement() {
        var json = "{\"code\":\"1\", \"msg\": \"Illegal\"}";
        assertThat(parse(json, ErrorMembers.DEFAULT).withTexts(Arrays.asList((String) null))).isEqualTo(json);
    }

    @Test
    void escapesTexts() {
        assertThat(parse("{\"msg\":\"M\"}", ErrorMembers.DEFAULT).withTexts(List.of("a\"b\\c\n\u2068ü")))
                .isEqualTo("{\"msg\":\"a\\\"b\\\\c\\n\u2068ü\"}");
    }

    @Test
    void findsErrorsOfArrays() {
        var body = parse("{\"code\":400,\"msg\":\"M\",\"errors\":[{\"code\":\"-1\",\"msg\":\"A\",\"title\":\"B\"},{\"title\":\"C\"},"
                + "{\"code\":\"-2\",\"args\":[1.50]},{\"field\":\"x\"}]}", NESTED);
        assertThat(body.errors()).extracting(ErrorBody.UpstreamError::code)
                .containsExactly(Optional.of("400"), Optional.of("-1"), Optional.of("400"), Optional.of("-2"));
        assertThat(body.errors()).extracting(it -> it.text().orElse(null)).containsExactly("M", "A", "C", null);
        assertThat(body.errors().get(3).arguments().orElseThrow()).hasToString("[1.50]");
        assertThat(number(body)).isEqualTo("{\"code\":400,\"msg\":\"T0\",\"errors\":[{\"code\":\"-1\",\"msg\":\"T1\",\"title\":\"B\"},"
                + "{\"title\":\"T2\"},{\"code\":\"-2\",\"args\":[1.50],\"msg\":\"T3\"},{\"field\":\"x\"}]}");
    }

    @Test
    void readsArraysAtTheRootAndEscapedNames() {
        var members = new ErrorMembers(pointers("/*/a~1b"), pointers("/*/~0", "/*/*"), List.of());
        assertThat(number(parse("[{\"a/b\":\"1\",\"~\":\"A\"},{\"*\":\"B\"},[\"C\"]]", members)))
                .isEqualTo("[{\"a/b\":\"1\",\"~\":\"T0\"},{\"*\":\"T1\"},[\"T2\"]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"msg\":\"a\"", "{\"msg\":}", "{\"msg\":\"a\"} x", "{} {}", "// c\n{}", "<html>", "{'msg':'a'}"})
    void rejectsOtherContent(String json) {
        assertThatThrownBy(() -> ErrorBody.parse(json, ErrorMembers.DEFAULT)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsDeepAndLongBodiesInLinearTime() {
        var deep = "{\"msg\":".repeat(900) + "\"M\"" + "}".repeat(900);
        assertThat(number(parse(deep, ErrorMembers.DEFAULT))).isEqualTo(deep);
        var wide = "{\"x\":[" + "{\"code\":1,\"args\":{}},".repeat(40_000) + "0],\"msg\":\"M\"}";
        long start = System.nanoTime();
        assertThat(parse(wide, ErrorMembers.DEFAULT).errors()).hasSize(1);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code", "/a~b", "/a~2", "#/code", "/a\nb", "$.code"})
    void rejectsOtherPointers(String pointer) {
        assertThat(MemberPointer.find(pointer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/code", "/", "/a/*/b", "/a~0b~1c", "/\u00FC/0"})
    void acceptsPointers(String pointer) {
        assertThat(MemberPointer.find(pointer)).hasValueSatisfying(it -> assertThat(it).hasToString(pointer));
    }
}
