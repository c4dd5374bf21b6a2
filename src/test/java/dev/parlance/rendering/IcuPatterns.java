package dev.parlance.rendering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Patterns of ICU's MessageFormat, whole and broken, and arguments for them. */
final class IcuPatterns {
    private static final int DEEPEST = 4;
    private static final List<String> NUMBERS = List.of("0", "n", "größe", "12");
    private static final List<String> TEXTS = List.of("1", "name", "имя", "数_2");

    private static final List<String> LITERALS = List.of(
            "a", " ", "#", "#", " # ", "#", "|", "Größe ", "日本", "كل ", "\uD83D\uDE00", "<", "=1", "%", "\n", "\u00A0",
            "other", ":");
    private static final List<String> APOSTROPHES = List.of(
            "'", "''", "'''", "it's", "I''m", "l'#", "'{'", "'}'", "'{}'", "'#'", "'|'", "'{''}'", "'{0}'", "'#''#'", "#'", "' '", "’");
    private static final List<String> TYPES = List.of("date", "time", "spellout", "ordinal", "duration", "Number", "DATE ", "colour");
    private static final List<String> NUMBER_STYLES = List.of(
            "integer", "percent", "currency", " percent ", "PERCENT", "::.00", "::compact-short", "::compact-long", "::percent",
            "::group-off precision-integer", "::group-off .00 rounding-mode-half-up", "::sign-always", "::currency/EUR", "::scale/100",
            "::000", "::scientific", " :: .0 ", "\u3000::.0", "\u200E::.0", "\u0085::.0", "::.0\u3000",
            "::.0\u200F", "::", "::nonsense", "::.0 .00", "#,##0.00", " 0.0 ", "#,##0.00;(#)", "0.###E0", "@@@", "0%", "¤0.00", "*x####0",
            "0.05", "'#'0", "#''0", "-0", "#.#.#", "0#", "abc", "{x}0");
    private static final List<String> DATE_STYLES = List.of(
            "short", "medium", "long", "full", " short ", "::yMMMd", "::jmm", " ::yMMMMEEEEd", "\u3000::yMMMd", "::", "yyyy-MM-dd",
            "HH:mm 'h'", "d. MMMM y G", "''yy", "T", "yyyy-MM-dd'T'HH:mm", "EEEE, d MMM", "w/Y", "HH:mm:ss.SSS XXX", "zzzz");
    private static final List<String> SELECTORS = List.of(
            "zero", "one", "two", "few", "many", "other", "some", "=0", "=1", "=2", "=-1", "=1.5", "=1.0");
    private static final List<String> OFFSETS = List.of("", "", "", "offset:1 ", " offset: 2 ", "offset:-1 ", "offset:0.5 ", "offset:0 ");
    private static final List<String> KEYS = List.of("male", "female", "other", "1", "1.0", "größe", "null", "-2");
    private static final List<String> CHOICES = List.of("0#", "1<", "1≤", "-1.5#", "2#", "-∞<", "10#");

    private static final List<String> STRINGS = List.of(
            "", "male", "female", "größe", "null", "{0}", "<0'{>", "it's", "#|", "''", "كل", "\uD83D\uDE00", "5", "1.0");

    private IcuPatterns() {
    }

    static Arbitrary<String> whole() {
        var leaves = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(LITERALS)), Tuple.of(1, Arbitraries.of(APOSTROPHES)), Tuple.of(4, slot()));
        var message = joined(leaves);
        for (int depth = 0; depth < DEEPEST; depth++) {
            message = joined(Arbitraries.frequencyOf(
                    Tuple.of(9, leaves), Tuple.of(3, plural(message)), Tuple.of(1, select(message)), Tuple.of(1, choice(message))));
        }
        return message;
    }

    /** A few characters deleted, inserted or doubled: some of these are patterns still. */
    static Arbitrary<String> broken() {
        var edit = Combinators.combine(Arbitraries.integers().between(0, 999), Arbitraries.integers().between(0, 2),
                Arbitraries.of("{", "}", "'", "#", "|", ",", "<", "=", ":", " ", "0", "n", "offset:", "other", "\u200E"))
                .as(IcuPatterns::edit);
        return Combinators.combine(whole(), edit.list().ofMinSize(1).ofMaxSize(3)).as((pattern, edits) -> {
            var text = new StringBuilder(pattern);
            edits.forEach(it -> it.apply(text));
            return text.toString();
        });
    }

    /** By name; a name may be absent. */
    static Arbitrary<Map<String, Object>> arguments() {
        var number = Arbitraries.frequencyOf(Tuple.of(8, numbers()), Tuple.of(1, others()));
        var text = Arbitraries.frequencyOf(Tuple.of(1, numbers()), Tuple.of(5, others()));
        return Combinators.combine(number.optional(0.9).list().ofSize(NUMBERS.size()), text.optional(0.9).list().ofSize(TEXTS.size()))
                .as((numbers, texts) -> {
                    var arguments = new HashMap<String, Object>();
                    for (int i = 0; i < NUMBERS.size(); i++) {
                        var name = NUMBERS.get(i);
                        numbers.get(i).ifPresent(value -> arguments.put(name, value));
                    }
                    for (int i = 0; i < TEXTS.size(); i++) {
                        var name = TEXTS.get(i);
                        texts.get(i).ifPresent(value -> arguments.put(name, value));
                    }
                    return arguments;
                });
    }

    private interface Edit {
        void apply(StringBuilder text);
    }

    private static Edit edit(int place, int kind, String inserted) {
        return text -> {
            int at = place % (text.length() + 1);
            if (kind == 0 || at == text.length()) {
                text.insert(at, inserted);
            } else if (kind == 1) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, text.charAt(at));
            }
        };
    }

    private static Arbitrary<Object> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.integers().between(-3, 25).asGeneric()),
                Tuple.of(1, Arbitraries.of(100, 101, 111, 255, 256, 1000, 1_000_000, 2_000_000, 1234567).asGeneric()),
                Tuple.of(1, Arbitraries.longs().asGeneric()),
                Tuple.of(1, Arbitraries.longs().between(-100_000_000_000_000L, 100_000_000_000_000L).asGeneric()),
                Tuple.of(1, Arbitraries.bigIntegers().between(BigInteger.TEN.pow(29).negate(), BigInteger.TEN.pow(29)).asGeneric()),
                Tuple.of(3, Arbitraries.of("1.0", "0.0", "1.5", "1.50", "-1.0", "2.00", "-0.5", "0.125", "1.005", "1e3", "1E-12",
                                "1234567.890")
                        .map(BigDecimal::new).asGeneric()),
                Tuple.of(1, Arbitraries.bigDecimals().between(new BigDecimal(-10_000), new BigDecimal(10_000)).ofScale(3).asGeneric()));
    }

    private static Arbitrary<Object> others() {
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(STRINGS).asGeneric()),
                Tuple.of(1, Arbitraries.just(Execution.NULL)), Tuple.of(1, Arbitraries.of(true, false).asGeneric()));
    }

    private static Arbitrary<String> joined(Arbitrary<String> piece) {
        return piece.list().ofMaxSize(4).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> anyName() {
        return Arbitraries.oneOf(Arbitraries.of(NUMBERS), Arbitraries.of(TEXTS));
    }

    private static Arbitrary<String> slot() {
        var blank = Arbitraries.of("", "", "", " ", "\u200F");
        var plain = Combinators.combine(blank, anyName(), blank).as((before, name, after) -> "{" + before + name + after + "}");
        var number = styled(Arbitraries.just("number"), Arbitraries.of(NUMBER_STYLES), Arbitraries.of(NUMBERS));
        var date = styled(Arbitraries.of("date", "time"), Arbitraries.of(DATE_STYLES), Arbitraries.of(NUMBERS));
        var unstyled = Combinators.combine(anyName(), Arbitraries.of(TYPES)).as((name, type) -> "{" + name + "," + type + "}");
        return Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(4, number), Tuple.of(2, date), Tuple.of(1, unstyled));
    }

    private static Arbitrary<String> styled(Arbitrary<String> type, Arbitrary<String> style, Arbitrary<String> name) {
        return Combinators.combine(name, type, style.injectNull(0.1))
                .as((n, t, s) -> "{" + n + ", " + t + (s == null ? "" : "," + s) + "}");
    }

    private static Arbitrary<String> plural(Arbitrary<String> inner) {
        var type = Arbitraries.of("plural", "plural", "selectordinal");
        var other = inner.map(message -> "other{" + message + "}");
        return Combinators.combine(Arbitraries.of(NUMBERS), type, Arbitraries.of(OFFSETS), branches(SELECTORS, inner), other,
                        branches(SELECTORS, inner))
                .as((name, plural, offset, before, last, after) ->
                        String.join("", "{", name, ", ", plural, ", ", offset, before, last, after, "}"));
    }

    private static Arbitrary<String> select(Arbitrary<String> inner) {
        return Combinators.combine(anyName(), branches(KEYS, inner), inner)
                .as((name, before, other) -> "{" + name + ",select," + before + "other {" + other + "}}");
    }

    private static Arbitrary<String> branches(List<String> selectors, Arbitrary<String> inner) {
        return Combinators.combine(Arbitraries.of(selectors), inner).as((selector, message) -> selector + "{" + message + "}")
                .list().ofMaxSize(2).map(branches -> String.join(" ", branches));
    }

    private static Arbitrary<String> choice(Arbitrary<String> inner) {
        var interval = Combinators.combine(Arbitraries.of(CHOICES), inner).as(String::concat);
        return Combinators.combine(Arbitraries.of(NUMBERS), interval.list().ofMinSize(1).ofMaxSize(3))
                .as((name, intervals) -> "{" + name + ",choice," + String.join("|", intervals) + "}");
    }
}
