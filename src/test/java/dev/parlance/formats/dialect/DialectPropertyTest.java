package dev.parlance.formats.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.Loss;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tests random texts in all dialects. */
class DialectPropertyTest {
    private static final Renderer RENDERER = new Renderer();
    private static final LocaleTag EN = LocaleTag.parse("en");

    /** A literal prints itself, unless the writer reports that the dialect would interpret it as syntax. */
    @Property(tries = 3000, seed = "1")
    void literalsSurvive(@ForAll MessageDialect dialect, @ForAll("texts") String literal) {
        var entry = new BundleContent.Entry("key", PatternText.quote(literal), ArgumentContract.EMPTY, EN);
        var losses = new Losses(entry);
        var raw = writer(dialect).write(entry, losses);
        if (losses.all().isEmpty()) {
            assertThat(print(DialectReader.read(dialect, raw, EN))).isEqualTo(literal);
        } else {
            assertThat(losses.all()).containsExactly(new Loss(LossReason.SYNTAX, ""));
        }
    }

    /** Only dialects without quoting cannot express some literals. */
    @Property(tries = 3000, seed = "1")
    void dialectsWithQuotingHaveNoLosses(@ForAll("quoting") MessageDialect dialect, @ForAll("texts") String literal) {
        var entry = new BundleContent.Entry("key", PatternText.quote(literal), ArgumentContract.EMPTY, EN);
        var losses = new Losses(entry);
        writer(dialect).write(entry, losses);
        assertThat(losses.all()).isEmpty();
    }

    @Property(tries = 3000, seed = "1")
    void keepsLiteralsAroundArguments(@ForAll MessageDialect dialect, @ForAll("texts") String before, @ForAll("texts") String after) {
        var pattern = PatternText.quote(before) + "{0}" + PatternText.quote(after);
        var contract = InferredArguments.infer(Syntax.ICU, pattern);
        var entry = new BundleContent.Entry("key", pattern, contract, EN);
        var losses = new Losses(entry);
        var raw = writer(dialect).write(entry, losses);
        if (losses.all().isEmpty()) {
            var read = DialectReader.read(dialect, raw, EN);
            assertThat(RENDERER.compile(read.syntax(), read.text(), EN, contract)
                    .render(Map.of("0", "value"), BidiIsolation.NEVER, ZoneOffset.UTC).text()).isEqualTo(before + "value" + after);
        }
    }

    @Property(tries = 5000, seed = "1")
    void readsOrRejects(@ForAll MessageDialect dialect, @ForAll("texts") String text) {
        read(dialect, new Single(text)).ifPresent(it -> assertThat(RENDERER.compile(it.syntax(), it.text(), EN, ArgumentContract.EMPTY))
                .isNotNull());
        read(dialect, forms(text, "x"));
        assertThat(DialectDetector.detect(List.of(new Single(text)))).isNotEmpty()
                .allMatch(it -> it.confidence() > 0 && it.confidence() <= 1);
    }

    @Property(tries = 5000, seed = "1")
    void writtenTextsAreReadAlike(@ForAll MessageDialect dialect, @ForAll("texts") String text) {
        assertStable(dialect, PluralSupport.NONE, new Single(text));
    }

    @Property(tries = 5000, seed = "1")
    void writtenFormsAreReadAlike(@ForAll MessageDialect dialect, @ForAll("texts") String one, @ForAll("texts") String other) {
        // i18next cannot count another argument.
        var argument = dialect == MessageDialect.I18NEXT ? "count" : "";
        assertStable(dialect, PluralSupport.FORMS, new PluralForms(argument, false, forms(one, other).forms()));
    }

    @Property(tries = 3000, seed = "1")
    void printsAsMessageFormatDoes(@ForAll("texts") String text) {
        var java = messageFormat(text);
        Assume.that(java.isPresent());
        read(MessageDialect.JAVA, new Single(text)).ifPresent(it ->
                assertThat(RENDERER.compile(it.syntax(), it.text(), EN, ArgumentContract.EMPTY)
                        .render(Map.of("0", "a", "1", "b"), BidiIsolation.NEVER, ZoneOffset.UTC).text())
                        .isEqualTo(java.get().format(new Object[] {"a", "b"})));
    }

    @Property(tries = 3000, seed = "1")
    void printsAsFormatterDoes(@ForAll("texts") String text) {
        var java = formatted(text);
        Assume.that(java.isPresent());
        read(MessageDialect.PRINTF, new Single(text)).ifPresent(it ->
                assertThat(RENDERER.compile(it.syntax(), it.text(), EN, ArgumentContract.EMPTY)
                        .render(Map.of("0", "a", "1", "b"), BidiIsolation.NEVER, ZoneOffset.UTC).text()).isEqualTo(java.get()));
    }

    /** A quadratic search would take minutes. */
    @Test
    void takesLinearTime() {
        for (var unit : List.of("%", "{", "'", "{{", "}}", "%(", "%{", "%<", "$", "$A", "|", "%a%|", "{'", "'{'", "%#@", "{{\"", "{{a",
                "{0}",
                "%s", "%0", "{a,", "{a, plural, other{", "[1,", "||", "$t", "a.", "%@", "%1$", "{0,choice,0#")) {
            var text = new Single(unit.repeat(1_000_000 / unit.length()));
            for (var dialect : MessageDialect.values()) {
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(dialect, text), dialect + " " + unit);
            }
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DialectDetector.detect(List.of(text)), unit);
        }
    }

    /**
     * Asserts that reading a written text returns the stored text.
     *
     * <p>Symfony writes only the forms of the locale, so its plurals are compared after the first round trip.
     */
    private static void assertStable(MessageDialect dialect, PluralSupport plurals, RawText raw) {
        var first = read(dialect, raw).filter(DialectPropertyTest::isImportable);
        Assume.that(first.isPresent());
        var second = rewrite(dialect, plurals, first.get());
        Assume.that(second.isPresent());
        if (dialect == MessageDialect.SYMFONY && first.get().text().contains(", plural,")) {
            assertThat(rewrite(dialect, plurals, second.get())).contains(second.get());
        } else {
            var contract = InferredArguments.infer(first.get().syntax(), first.get().text());
            assertThat(pattern(second.get(), contract)).isEqualTo(pattern(first.get(), contract));
        }
    }

    /** Excludes choices, which the import rejects, and printf conversions that no pattern can express. */
    private static boolean isImportable(ConvertedText text) {
        return !text.text().contains(",choice,")
                && PatternText.inexpressibleArguments(text.syntax(), text.text(), ArgumentContract.EMPTY).isEmpty();
    }

    /** Returns the text after writing and reading; empty if the writer reports syntax that the dialect cannot quote. */
    private static Optional<ConvertedText> rewrite(MessageDialect dialect, PluralSupport plurals, ConvertedText text) {
        var contract = InferredArguments.infer(text.syntax(), text.text());
        var entry = new BundleContent.Entry("key", pattern(text, contract), contract, EN);
        var losses = new Losses(entry);
        var written = new DialectWriter(dialect, plurals, new ClientLocale(EN)).write(entry, losses);
        return losses.all().stream().anyMatch(it -> it.reason() == LossReason.SYNTAX) ? Optional.empty()
                : Optional.of(DialectReader.read(dialect, written, EN));
    }

    /** Treats numbers with and without an empty style as equal, because they print the same. */
    private static String pattern(ConvertedText text, ArgumentContract contract) {
        return PatternText.of(text.syntax(), text.text()).withNames(contract).pattern().replace(",number}", "}");
    }

    private static Optional<ConvertedText> read(MessageDialect dialect, RawText raw) {
        try {
            return Optional.of(DialectReader.read(dialect, raw, EN));
        } catch (TextSyntaxException rejected) {
            assertThat(rejected.offset()).isBetween(0, length(raw));
            return Optional.empty();
        }
    }

    private static int length(RawText raw) {
        return raw instanceof Single single ? single.text().length()
                : ((PluralForms) raw).forms().values().stream().mapToInt(String::length).max().orElse(0);
    }

    private static PluralForms forms(String one, String other) {
        return new PluralForms("", false, new TreeMap<>(Map.of("one", one, "other", other)));
    }

    private static DialectWriter writer(MessageDialect dialect) {
        return new DialectWriter(dialect, PluralSupport.NONE, new ClientLocale(EN));
    }

    private static String print(ConvertedText text) {
        return RENDERER.compile(text.syntax(), text.text(), EN, ArgumentContract.EMPTY)
                .render(Map.of(), BidiIsolation.NEVER, ZoneOffset.UTC).text();
    }

    private static Optional<MessageFormat> messageFormat(String text) {
        try {
            return Optional.of(new MessageFormat(text, Locale.ENGLISH)).filter(it -> it.getFormatsByArgumentIndex().length <= 2
                    && Stream.of(it.getFormats()).allMatch(Objects::isNull));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> formatted(String text) {
        try {
            return Optional.of(String.format(Locale.ROOT, text, "a", "b"));
        } catch (IllegalFormatException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<MessageDialect> quoting() {
        return Arbitraries.of(MessageDialect.ICU, MessageDialect.JAVA, MessageDialect.PRINTF, MessageDialect.APPLE, MessageDialect.RUBY,
                MessageDialect.PYTHON, MessageDialect.GO, MessageDialect.WEBEXTENSION, MessageDialect.PLAIN);
    }

    /** Texts that consist of syntax characters and complete placeholders. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("{", "}", "'", "''", "#", "|", "||", "%", "%%", "$", "\\", "\"", "a", "n", " ", "é", "\n", "0", "1", ".", "-",
                "{0}", "{1}", "{a}", "{{", "}}", "{{a}}", "{{- n}}", "{{n, number}}", "{{ a }}", "%s", "%d", "%1$s", "%.2f", "%@", "%2$@",
                "%lld", "%{a}", "%{n}", "%<n>.1f", "%(a)s", "%(n)d", "{{.a}}", "{{\"{\"}}", "$1", "$2", "$A_B$", "%a%", "%count%", "{0} x|",
                "]1,Inf[", "{n, plural, one{# x} other{y's}}", "{a, select, x{'#'} other{}}", "{0,number}", "$t(a)", "%a% a|b",
                "one: ", "other: ", "{0,choice,0#a|1#b}", "{n, number, integer}").list().ofMaxSize(8).map(it -> String.join("", it));
    }
}
