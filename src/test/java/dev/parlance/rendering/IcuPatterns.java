package dev.parlance.rendering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A generator of valid and broken ICU patterns and of arguments for them.
 *
 * <p>It does not use jqwik's combinators, because their support for shrinking takes a hundred times as long as the comparison.
 */
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
    private static final List<String> BIG = List.of("100", "101", "111", "255", "256", "1000", "1000000", "2000000", "1234567");
    private static final List<String> DECIMALS = List.of(
            "1.0", "0.0", "1.5", "1.50", "-1.0", "2.00", "-0.5", "0.125", "1.005", "1e3", "1E-12", "-9223372036854775807.5", "1234567.890");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\u200F");
    private static final List<String> INSERTED = List.of(
            "{", "}", "'", "#", "|", ",", "<", "=", ":", " ", "0", "n", "offset:", "other", "\u200E");

    private final Random random;

    IcuPatterns(Random random) {
        this.random = random;
    }

    String whole() {
        return piece(DEEPEST) + message(DEEPEST);
    }

    /** Returns a pattern with a few characters deleted, inserted or doubled. Some results are still valid patterns. */
    String broken() {
        var text = new StringBuilder(whole());
        for (int edits = between(1, 3); edits > 0; edits--) {
            int at = between(0, text.length());
            int kind = between(0, 2);
            if (kind == 0 || at == text.length()) {
                text.insert(at, of(INSERTED));
            } else if (kind == 1) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, text.charAt(at));
            }
        }
        return text.toString();
    }

    /** Returns arguments by name. Some names are absent. */
    Map<String, Object> arguments() {
        var arguments = new HashMap<String, Object>();
        for (var name : NUMBERS) {
            if (outOf(9, 10)) {
                arguments.put(name, outOf(8, 9) ? number() : other());
            }
        }
        for (var name : TEXTS) {
            if (outOf(9, 10)) {
                arguments.put(name, outOf(1, 6) ? number() : other());
            }
        }
        return arguments;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean outOf(int hits, int all) {
        return random.nextInt(all) < hits;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private Object number() {
        int dice = random.nextInt(13);
        if (dice < 5) {
            return between(-3, 25);
        } else if (dice < 8) {
            return new BigDecimal(of(DECIMALS));
        }
        return switch (dice) {
            case 8 -> Integer.valueOf(of(BIG));
            case 9 -> random.nextLong() >> random.nextInt(Long.SIZE);
            case 10 -> (long) (random.nextGaussian() * 2E12);
            case 11 -> new BigInteger(between(1, 97), random).multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
            default -> BigDecimal.valueOf(between(-10_000_000, 10_000_000), 3);
        };
    }

    private Object other() {
        int dice = random.nextInt(8);
        return dice < 6 ? of(STRINGS) : random.nextBoolean();
    }

    private String message(int depth) {
        var text = new StringBuilder();
        for (int pieces = between(0, 4); pieces > 0; pieces--) {
            text.append(piece(depth));
        }
        return text.toString();
    }

    private String piece(int depth) {
        int dice = random.nextInt(depth == 0 ? 9 : 14);
        if (dice < 9) {
            return dice < 4 ? of(LITERALS) : dice < 5 ? of(APOSTROPHES) : slot();
        }
        return dice < 12 ? plural(depth - 1) : dice < 13 ? select(depth - 1) : choice(depth - 1);
    }

    private String slot() {
        int dice = random.nextInt(11);
        if (dice < 4) {
            return "{" + of(BLANKS) + anyName() + of(BLANKS) + "}";
        } else if (dice < 8) {
            return styled(of(NUMBERS), "number", of(NUMBER_STYLES));
        } else if (dice < 10) {
            return styled(of(NUMBERS), random.nextBoolean() ? "date" : "time", of(DATE_STYLES));
        }
        return "{" + anyName() + "," + of(TYPES) + "}";
    }

    private String anyName() {
        return of(random.nextBoolean() ? NUMBERS : TEXTS);
    }

    private String styled(String name, String type, String style) {
        return "{" + name + ", " + type + (outOf(1, 10) ? "" : "," + style) + "}";
    }

    private String plural(int depth) {
        var type = outOf(2, 3) ? "plural" : "selectordinal";
        return String.join("", "{", of(NUMBERS), ", ", type, ", ", of(OFFSETS), branches(SELECTORS, depth),
                "other{", message(depth), "}", branches(SELECTORS, depth), "}");
    }

    private String select(int depth) {
        return "{" + anyName() + ",select," + branches(KEYS, depth) + "other {" + message(depth) + "}}";
    }

    private String branches(List<String> selectors, int depth) {
        var branches = new ArrayList<String>();
        for (int count = between(0, 2); count > 0; count--) {
            branches.add(of(selectors) + "{" + message(depth) + "}");
        }
        return String.join(" ", branches);
    }

    private String choice(int depth) {
        var intervals = new ArrayList<String>();
        for (int count = between(1, 3); count > 0; count--) {
            intervals.add(of(CHOICES) + message(depth));
        }
        return "{" + of(NUMBERS) + ",choice," + String.join("|", intervals) + "}";
    }
}
