package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.checks.text.TextPart;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Properties of all checks over arbitrary texts.
 *
 * <p>They cover the order, number and position of findings, and that fixes work.
 */
class ChecksPropertyTest {
    private static final Checks CHECKS = new Checks(AllChecks.ALL);
    private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"),
            new Argument("limit", ArgumentType.STRING, "")));
    private static final List<String> PIECES = List.of("{", "}", "'", "''", "'{n}'", "{0}", "{n}", "{limit}", "{limite}", "｛n｝",
            "{n, plural, one{# day.} other{# days}}",
            "{n, plural, other{", "}}", "{n,number}", "{n,date,::yMMMd}", "{limit, select, a{ x} other{(}}", "#", "%s", "%d", "％s", "% s",
            "%S", "%%", "%1$s", "%m", "100%",
            " ", "  ", "\n", "\t", "\u00A0", ".", "。", "?", "؟", "!", ":", ";", "…", "...", "(", ")", "[", "]", "«", "»", "“", "”", "„",
            "‘", "’", "\"",
            "「", "」", "（", "）", "orderId", "LIMIT_MAKER", "`x`", "`", "https://a.b/c", "a@b.c", "&amp;", "<b>", "</b>", "<", ">", "&", "12",
            "1,000", "٣", "３",
            "order", "Parlance", "Auftrag", "АPI", "а", "Ω", "\u202E", "\u202C", "\u2068", "\u2069", "\u200B", "\u00AD", "\uFEFF", "\0",
            "\uFFFC", "\uFFFD", "\uD800",
            "\uDC00", "😀", "日本", "مرحبا", "é", "e\u0301", "not", "found", "X");

    @Property(tries = 1500, seed = "1", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void boundsNumberAndPositionOfFindings(@ForAll("texts") String text, @ForAll("texts") String source, @ForAll Syntax syntax,
                                            @ForAll("locales") String locale) {
        var found = CHECKS.run(subject(syntax, locale, text, source));
        assertThat(found).allMatch(it -> 0 <= it.start() && it.start() <= it.end()
                && it.end() <= (it.part() == TextPart.MESSAGE ? text : source).length());
        assertThat(found).extracting(Finding::severity).isSorted();
        assertThat(found.size()).isLessThanOrEqualTo(AllChecks.ALL.size() * Checks.MAX_FINDINGS_PER_CHECK);
    }

    @Property(tries = 1500, seed = "2", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void offersOnlyFixesThatResolveTheFinding(@ForAll("shortTexts") String text, @ForAll("shortTexts") String source, @ForAll Syntax syntax,
                                              @ForAll("locales") String locale) {
        var found = CHECKS.run(subject(syntax, locale, text, source));
        found.stream().filter(it -> it.fix().isPresent()).forEach(it -> {
            var after = countByKey(CHECKS.run(subject(syntax, locale, text, source).with(it.part(), it.fix().orElseThrow().text())));
            var before = countByKey(found);
            before.merge(keyOf(it), -1, Integer::sum);
            after.forEach((what, times) -> assertThat(times).as(what).isLessThanOrEqualTo(before.getOrDefault(what, 0)));
        });
    }

    @Property(tries = 300, seed = "3", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void runsEachCheckOncePerVerifiedFix(@ForAll("texts") String text, @ForAll("locales") String locale) {
        var looks = new AtomicInteger();
        var counting = new ArrayList<>(AllChecks.ALL);
        counting.add(new Check() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public List<Finding> inspect(CheckInput subject) {
                looks.incrementAndGet();
                return List.of();
            }
        });
        var found = new Checks(counting).run(subject(Syntax.ICU, locale, text, "x"));
        assertThat(looks.get()).isBetween(1, 1 + Checks.MAX_VERIFIED_FIXES);
        assertThat(found.stream().filter(it -> it.fix().isPresent()).count()).isLessThan(looks.get());
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(it -> String.join("", it));
        var repeated = pieces.map(it -> it.isEmpty() ? it : it.repeat(1 + 4000 / it.length()).substring(0, 4000));
        return Arbitraries.oneOf(pieces, pieces, repeated, Arbitraries.strings().ofMaxLength(4000));
    }

    @Provide
    Arbitrary<String> shortTexts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(8).map(it -> String.join("", it));
    }

    @Provide
    Arbitrary<String> locales() {
        return Arbitraries.of("ar", "ja", "ru", "fr", "de", "el", "th", "en-GB", "hy");
    }

    private static CheckInput subject(Syntax syntax, String locale, String text, String source) {
        return new CheckInput(CheckExample.ENGLISH, LocaleTag.parse(locale), new CheckedText(syntax, text, source),
                Optional.of(new CheckedText(syntax, source, text)),
                CONTRACT, OptionalInt.of(40),
                List.of(new CheckedTerm("order", Optional.of("Auftrag"), false), new CheckedTerm("Parlance", Optional.empty(), true)),
                List.of("X"));
    }

    private static Map<String, Integer> countByKey(List<Finding> found) {
        var counts = new HashMap<String, Integer>();
        found.forEach(it -> counts.merge(keyOf(it), 1, Integer::sum));
        return counts;
    }

    private static String keyOf(Finding it) {
        return it.part() + " " + it.explanation() + " " + new TreeMap<>(it.arguments());
    }
}
