package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.LocaleFormatters;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders each case of {@code render-cases.tsv}, under a hostile default locale and time zone. */
class RenderCasesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    /**
     * ICU prints null as "null", and a number without a currency with a placeholder. Readers must see neither. A date without a time is
     * accepted and prints as that date in every time zone.
     */
    private static final Map<String, String> DIFFERENT_FROM_ICU =
            Map.of("R034", "{0}", "R114", "{g}", "R117", "{n}", "R189", "#ERR:bad-arg",
            "R241", "3/1/26");

    private static final Locale LOCALE = Locale.getDefault();
    private static final java.util.TimeZone ZONE = java.util.TimeZone.getDefault();

    record Case(String id, String locale, String kind, String pattern, String args, String expected, String note) {
        @Override
        public String toString() {
            return id + " " + locale + " " + pattern;
        }
    }

    @BeforeAll
    static void setUnusualDefaults() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Pacific/Kiritimati"));
    }

    @AfterAll
    static void restoreDefaults() {
        Locale.setDefault(LOCALE);
        java.util.TimeZone.setDefault(ZONE);
    }

    @Test
    void readsWholeFile() {
        assertThat(cases()).hasSizeGreaterThan(140);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsExpected(Case it) throws IOException {
        assertThat(rendered(it)).isEqualTo(DIFFERENT_FROM_ICU.getOrDefault(it.id(), unescape(it.expected())));
    }

    @ParameterizedTest
    @MethodSource("derived")
    void derivesPattern(Case it) {
        var noted = it.note().substring("icu=".length()).split(" ; ", 2)[0];
        assertThat(PatternText.of(Syntax.PRINTF, unescape(it.pattern())).pattern()).isEqualTo(unescape(noted));
    }

    @ParameterizedTest
    @MethodSource("derivedWithoutPreparation")
    void rendersDerivedPatternLikePrintfText(Case it) throws IOException {
        var pattern = PatternText.of(Syntax.PRINTF, unescape(it.pattern())).pattern();
        var args = JSON.readTree(it.args());
        var strings = Map.<String, Object>of("0", "one", "1", "two");
        var direct = render(it, Syntax.PRINTF, unescape(it.pattern()), args, strings);
        assertThat(render(it, Syntax.ICU, pattern, args, strings)).isEqualTo(direct);
    }

    static Stream<Case> derived() {
        return cases().filter(it -> it.note().startsWith("icu="));
    }

    static Stream<Case> derivedWithoutPreparation() {
        return derived().filter(it -> it.pattern().matches("([^%]|%s|%%|%[12]\\$s|%d)*"));
    }

    static Stream<Case> cases() {
        try (var in = RenderCasesTest.class.getResourceAsStream("/render-cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(c -> new Case(c[0], c[1], c[2], c[3], c[4], c[5], c[6])).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rendered(Case it) throws IOException {
        var args = JSON.readTree(it.args());
        var values = new LinkedHashMap<String, Object>();
        if (args.isArray()) {
            for (int i = 0; i < args.size(); i++) {
                values.put(Integer.toString(i), value(args.get(i)));
            }
        } else {
            args.properties().stream().filter(e -> !List.of("$tz", "$bidi", "$apos").contains(e.getKey()))
                    .forEach(e -> values.put(e.getKey(), value(e.getValue())));
        }
        try {
            return render(it, Syntax.of(it.kind()), unescape(it.pattern()), args, values);
        } catch (TextSyntaxException e) {
            return switch (e.reason()) {
                case UNSUPPORTED_CONVERSION -> "#ERR:unsupported-conversion";
                case INVALID_PATTERN, MISSING_OTHER, UNCLOSED_BRACE, NOT_REPRESENTABLE -> "#ERR:bad-pattern";
                case INVALID_STYLE -> "#ERR:bad-arg"; // ICU's MessageFormat fails when it formats the argument, Parlance earlier
            };
        }
    }

    private static String render(Case it, Syntax syntax, String text, JsonNode args, Map<String, Object> values) {
        // Calls the compiler directly: some cases use locales that callers cannot request, and one uses another apostrophe mode.
        var formats = new LocaleFormatters(ULocale.forLanguageTag(it.locale()));
        var apostrophes = ApostropheMode.valueOf(args.path("$apos").asText("DOUBLE_OPTIONAL"));
        var block = syntax == Syntax.ICU
                ? Renderer.compileIcu(text, apostrophes, formats, ArgumentContract.EMPTY)
                : Renderer.compilePrintf(text, formats, ArgumentContract.EMPTY);
        var rendering = new CompiledText(false, block).render(values,
                args.path("$bidi").asBoolean(false) ? BidiIsolation.ALWAYS : BidiIsolation.NEVER,
                ZoneId.of(args.path("$tz").asText("UTC")));
        return rendering.invalid().isEmpty() ? rendering.text() : "#ERR:bad-arg";
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isObject()) {
            return new CurrencyAmount(new BigDecimal(node.get("value").asText()),
                    Currency.getInstance(node.get("$currency").asText()));
        } else if (node.isNumber()) {
            return node.numberValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.textValue();
    }

    private static String unescape(String cell) {
        var text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != '\\') {
                text.append(cell.charAt(i));
                continue;
            }
            switch (cell.charAt(++i)) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 'u' -> {
                    text.append((char) Integer.parseInt(cell.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(cell.charAt(i));
            }
        }
        return text.toString();
    }
}
