package dev.parlance.rendering;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Corpora.Corpus;
import dev.parlance.rendering.Corpora.Text;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.text.Format;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts of a corpus: texts that convert, render hostile arguments, and survive printf and back. */
final class CorpusCounts {
    static final String HEADER = "corpus\tcontent\tstrings\tconverted\trefused\tidentical\tdifferent"
            + "\tthrough printf\tchanged by printf\tnot representable";

    private static final List<String> HOSTILE = List.of("<0'{>", "%s", "#|'", "{1}", "''", "}", "\u202E%1$s{0}\\");
    private static final List<Number> NUMBERS = List.of(0, 1, 2, 5, 7.5, 1234, -3);
    /** A choice with {@code <} or {@code #} in a branch. Java 17 and Parlance reject it, later versions of Java print it. */
    private static final Pattern JAVAS_DISAGREE = Pattern.compile("\\{[0-9]+,choice,[^|{}]*[#<][^|{}]*[#<].*");
    private static final Pattern SPECIFIER = Pattern.compile(
            "%(?:([1-9])\\$)?([-+0#]*)([0-9]+)?(\\.[0-9]+)?(?:hh|h|ll|l|z)?([diuxXofgcs%])|%");
    /** Truncated or padded strings, which a pattern cannot express. */
    private static final Pattern WIDE = Pattern.compile("%([1-9]\\$)?(-?[0-9]|\\.)");

    private final Renderer renderer = new Renderer();
    private final Corpus corpus;
    private final Map<String, Integer> refused = new TreeMap<>();
    /** Texts that Parlance and the original library print differently, or that only one of them rejects. */
    final List<String> different = new ArrayList<>();
    /** Texts that print differently after conversion to printf and back. */
    final List<String> changed = new ArrayList<>();
    private int converted;
    private int identical;
    private int throughPrintf;
    private int notRepresentable;

    private CorpusCounts(Corpus corpus) {
        this.corpus = corpus;
    }

    static CorpusCounts of(Corpus corpus) {
        var counts = new CorpusCounts(corpus);
        corpus.texts().forEach(corpus.dialect() == Corpora.Dialect.JAVA ? counts::countJava : counts::countPrintf);
        return counts;
    }

    String name() {
        return corpus.name();
    }

    String content() {
        return corpus.content();
    }

    /** Returns the counts as a row of the committed file. */
    String row() {
        var causes = refused.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining(", "));
        return String.join("\t", name(), content(), "" + corpus.texts().size(), "" + converted, causes, "" + identical,
                "" + different.size(), "" + throughPrintf, "" + changed.size(), "" + notRepresentable);
    }

    private void countJava(Text text) {
        var java = countJava(text.text(), text.locale());
        try {
            var pattern = JavaMessageFormatReader.toPattern(text.text());
            converted++;
            if (java.isEmpty()) {
                different.add(text + "\n  Java refuses it");
            } else {
                compareOutput(java.get(), pattern, text);
                countPrintfRoundTrip(pattern, java.get(), text.locale());
            }
        } catch (TextSyntaxException e) {
            countRejected(String.valueOf(e.getMessage()).replaceAll(":.*", ""));
            if (java.isPresent() && !JAVAS_DISAGREE.matcher(text.text()).find()) {
                different.add(text + "\n  we refuse it: " + e.getMessage());
            }
        }
    }

    private static Optional<MessageFormat> countJava(String text, LocaleTag locale) {
        try {
            return Optional.of(new MessageFormat(text, Locale.forLanguageTag(locale.value())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void compareOutput(MessageFormat java, PatternText pattern, Text text) {
        var compiled = icu(pattern, text.locale());
        for (var number : NUMBERS) {
            var expected = java.format(arguments(java, number));
            var ours = print(compiled, values(arguments(java, number)));
            if (!ours.equals(expected)) {
                different.add(text + "\n  with " + number + " Java prints " + expected + "\n  and we " + ours);
                return;
            }
        }
        identical++;
    }

    /** Returns the number for formatted arguments, and strings that look like syntax for all others. */
    private static Object[] arguments(MessageFormat java, Number number) {
        @Nullable Format[] formats = java.getFormatsByArgumentIndex();
        return IntStream.range(0, formats.length).mapToObj(i -> formats[i] == null ? hostile(i) : number).toArray();
    }

    private static String hostile(int position) {
        return HOSTILE.get(position % HOSTILE.size()) + position;
    }

    private static Map<String, Object> values(Object[] arguments) {
        return IntStream.range(0, arguments.length).boxed().collect(Collectors.toMap(String::valueOf, i -> arguments[i]));
    }

    private void countPrintfRoundTrip(PatternText pattern, MessageFormat java, LocaleTag locale) {
        var expected = java.format(arguments(java, 0));
        var values = values(arguments(java, 0));
        try {
            var printf = pattern.toPrintf();
            var back = PatternText.of(Syntax.PRINTF, printf);
            throughPrintf++;
            if (!print(icu(back, locale), values).equals(expected) || !print(countPrintf(printf, locale), values).equals(expected)) {
                changed.add(pattern.pattern() + "\n  in printf " + printf + "\n  and back " + back.pattern());
            }
        } catch (TextSyntaxException e) {
            notRepresentable++;
        }
    }

    private void countPrintf(Text text) {
        try {
            var pattern = PatternText.of(Syntax.PRINTF, text.text());
            converted++;
            compareSubstitution(pattern, text);
            throughPrintf++;
            if (!PatternText.of(Syntax.PRINTF, pattern.toPrintf()).equals(pattern)) {
                changed.add(text + "\n  derives to " + pattern.pattern() + "\n  and back " + pattern.toPrintf());
            }
        } catch (TextSyntaxException e) {
            countRejected(String.valueOf(e.getMessage()).replaceAll(".*\\*.*", "%*").replaceAll("%[0-9]\\$", "%"));
        }
    }

    /**
     * Compares the output with that of {@link String#format}.
     *
     * <p>A text with string arguments only is rendered in its own locale, others in English, which prints numbers as C and Java do.
     */
    private void compareSubstitution(PatternText pattern, Text text) {
        var values = new TreeMap<Integer, Object>();
        var java = SPECIFIER.matcher(text.text()).replaceAll(it -> Matcher.quoteReplacement(specifier(it, values)));
        boolean strings = values.values().stream().allMatch(String.class::isInstance);
        try {
            var expected = String.format(Locale.ROOT, java, IntStream.range(0, values.isEmpty() ? 0 : values.lastKey() + 1)
                    .mapToObj(values::get).toArray());
            var locale = strings ? text.locale() : LocaleTag.parse("en");
            var named = values.entrySet().stream().collect(Collectors.toMap(it -> it.getKey().toString(), Map.Entry::getValue));
            boolean same = print(countPrintf(text.text(), locale), named).equals(expected)
                    && (!strings || WIDE.matcher(text.text()).find() || print(icu(pattern, locale), named).equals(expected));
            if (same) {
                identical++;
            } else {
                different.add(text + "\n  should print " + expected);
            }
        } catch (IllegalFormatException e) {
            different.add(text + "\n  " + e);
        }
    }

    /** Converts a specifier for {@link String#format}. It lacks sizes, unsigned numbers and a zero flag without a width. */
    private static String specifier(MatchResult c, Map<Integer, Object> values) {
        var conversion = c.group(5);
        if (conversion == null || conversion.equals("%")) {
            return "%%";
        }
        int position = c.group(1) == null ? values.size() : Integer.parseInt(c.group(1)) - 1;
        values.put(position, switch (conversion) {
            case "s" -> hostile(position);
            case "f", "g" -> 2.125 + position;
            default -> 40 + position;
        });
        var width = Objects.requireNonNullElse(c.group(3), "");
        return "%" + (position + 1) + "$" + (width.isEmpty() ? c.group(2).replaceAll("[-0]", "") : c.group(2)) + width
                + Objects.requireNonNullElse(c.group(4), "")
                + conversion.replaceAll("[iu]", "d");
    }

    private void countRejected(String cause) {
        refused.merge(cause, 1, Integer::sum);
    }

    private CompiledText icu(PatternText pattern, LocaleTag locale) {
        return renderer.compile(Syntax.ICU, pattern.pattern(), locale, ArgumentContract.EMPTY);
    }

    private CompiledText countPrintf(String text, LocaleTag locale) {
        return renderer.compile(Syntax.PRINTF, text, locale, ArgumentContract.EMPTY);
    }

    private static String print(CompiledText compiled, Map<String, Object> values) {
        return compiled.render(values, BidiIsolation.NEVER, ZoneOffset.UTC).text();
    }
}
