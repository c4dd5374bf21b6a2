package dev.parlance.rest.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Values at and beyond the limits of types, as JSON, as parts of a URL, and as headers. */
final class ExtremeValues {
    private static final List<String> DATES = List.of("+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "+999999999-12-31",
            "-999999999-01-01", "+10000-01-01", "0000-12-31", "-0001-01-01", "9999-12-31T23:59:60Z", "2030-06-30T23:59:60Z",
            "10000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "9999-12-31T23:59:59-18:00", "0001-01-01T00:00:00+18:00",
            "2030-01-01T00:00:00+19:00", "2030-02-30", "+294277-01-01T00:00:00Z", "-4713-01-01T00:00:00Z", "2030-01-01T24:00:00Z");
    private static final List<String> DURATIONS_AND_ZONES = List.of("P999999999999999999D", "PT-1S", "UTC+25", "+18:00", "+18:01",
            "Europe/Nowhere", "GMT0", "../../etc/localtime");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "-0", "1e400", "NaN", "Infinity", "0x10", "1.5", "2147483647",
            "2147483648", "9223372036854775807", "9223372036854775808", "٣");
    private static final List<String> WORDS =
            List.of(" ", "é", "e\u0301", "ﬁ", "ｆｕｌｌ", "İ", "ß", "a".repeat(200), "%s%n", "'{0}'", "{", "}",
            "{a, plural, other {", "{a, number, ::" + "0".repeat(300) + "}", "en-" + "x-a".repeat(50), "und", "en-XA", "i-klingon", "*",
            "..", "\\", "\"", "'; --", "null", "true", "\uD83D\uDE00".repeat(60));

    private ExtremeValues() {
    }

    /**
     * Returns JSON values of all types, some of which are too large or malformed.
     *
     * @param type the declared type; only for strings are there many strings
     */
    static List<String> json(String type) {
        var literals = Stream.of("null", "true", "0", "1", "-1", "-0", "-0.0", "1.5", "1e400", "-1e400", "1e-400", "1E99999999999", "NaN",
                "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
                "-9223372036854775809", "9".repeat(400), "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":\"\"}", "{\"a\":null}", "{\"a\":{}}",
                "\"\"", "\"\\u0000\"", "\"a\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"\\uffff\"", "\"\\r\\n\"",
                "[\"\\ud800\"]", "{\"\\ud800\":\"x\"}", "{\"\\u0000\":1}", "[\"\",\"\"]", "[\"en\",\"en\"]", "[1e400]", "{\"a\":1e400}",
                "[\"+999999999-01-01T00:00:00Z\"]", "\"" + "x".repeat(100_000) + "\"", "\"" + "{".repeat(4000) + "\"",
                "\"" + "{a,select,other{".repeat(200) + "}}".repeat(200) + "\"", "[".repeat(900) + "]".repeat(900),
                "{\"a\":".repeat(900) + "1" + "}".repeat(900), "[" + "0,".repeat(50_000) + "0]", "[" + "\"x\",".repeat(5_000) + "\"x\"]",
                "[" + "{},".repeat(5_000) + "{}]");
        var texts = Stream.of(DATES, DURATIONS_AND_ZONES, NUMBERS, WORDS).flatMap(List::stream).map(ExtremeValues::quote);
        return Stream.concat(literals, type.equals("string") || type.isEmpty() ? texts : texts.limit(2)).toList();
    }

    /** Returns percent-encoded values. */
    static List<String> url() {
        var raw = Stream.of("", "%00", "a%00", "%ED%A0%80", "%C0%80", "%FF", "%E2%80%AE", "%EF%BF%BF", "%0D%0A", "%2F", "%2e%2e", ";a=b",
                "x".repeat(3000));
        var texts = Stream.of(DATES.subList(0, 5), DURATIONS_AND_ZONES, NUMBERS, WORDS).flatMap(List::stream)
                .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8).replace("+", "%20"));
        return Stream.concat(raw, texts).toList();
    }

    /** Returns values that HTTP allows in a header. */
    static List<String> header() {
        return List.of("", "*", "\"\"", "\"0\"", "\"-1\"", "\"999999999\"", "\"2147483648\"", "\"99999999999999999999\"", "W/\"1\"", "1",
                "\"1\", \"2\"", "en;q=1e400", "*;q=NaN", "x".repeat(5000), "%00", "=?utf-8?q?x?=", "UTF-8''%ED%A0%80", "a,".repeat(2000));
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
