package dev.parlance.rendering;

import dev.parlance.rendering.compiled.Formats;
import dev.parlance.rendering.syntax.BadText;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in the rules of {@code java.text.MessageFormat}, as resource bundles have it: every apostrophe quotes, arguments have
 * numbers only. Converted at the border; nothing of it is stored. Read as Java reads it, for ICU's parser takes what Java
 * refuses and the other way round; what stands in an argument is judged by Java itself.
 */
public final class JavaText {
    /** Java's own limit, since 23. */
    private static final int MOST_ARGUMENTS = 10_000;

    /** Of Java 17; later ones have no equal in ICU, or another name. */
    private static final Set<String> TYPES = Set.of("number", "date", "time", "choice");

    private final String text;
    private final Pattern syntax;
    private final StringBuilder pattern = new StringBuilder();
    private int next;

    private JavaText(String text, Pattern syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    /**
     * @throws BadText where Java would refuse it; where it would lose what follows an unclosed brace; where it needs a Java newer
     *         than 17; and where a choice can print nothing
     */
    public static PatternText toPattern(String text) {
        return new PatternText(new JavaText(text, PatternText.BRACES).message());
    }

    private String message() {
        var literal = new StringBuilder();
        boolean quoted = false;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '\'' && next < text.length() && text.charAt(next) == '\'') {
                literal.append(c);
                next++;
            } else if (c == '\'') {
                quoted = !quoted;
            } else if (c == '{' && !quoted) {
                pattern.append(PatternText.quoted(literal.toString(), syntax));
                literal.setLength(0);
                argument(next - 1);
            } else {
                literal.append(c);
            }
        }
        return pattern.append(PatternText.quoted(literal.toString(), syntax)).toString();
    }

    private void argument(int start) {
        var number = segment(start, true);
        var type = text.charAt(next - 1) == ',' ? segment(start, true) : "";
        var style = text.charAt(next - 1) == ',' ? segment(start, false) : "";
        pattern.append('{').append(number(number, start));
        var format = format(type, style, start);
        if (format != null) {
            if (format instanceof ChoiceFormat && comparesTwice(style)) {
                throw bad(start, "bad style");
            }
            pattern.append(',').append(type.trim().toLowerCase(Locale.ROOT)).append(style.isEmpty() ? "" : ",")
                    .append(format instanceof ChoiceFormat choice ? branches(choice, start) : withoutSkeleton(style));
        }
        pattern.append('}');
    }

    /** Up to the comma or the brace that ends it, with its quotes. */
    private String segment(int start, boolean endsAtComma) {
        int from = next;
        int depth = 0;
        boolean quoted = false;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' && endsAtComma || c == '}' && depth == 0)) {
                return text.substring(from, next - 1);
            } else if (!quoted && (c == '{' || c == '}')) {
                depth += c == '{' ? 1 : -1;
            }
        }
        throw bad(start, "unmatched brace");
    }

    /** In any script's digits and with a sign, as Java has it. */
    private static int number(String written, int start) {
        try {
            int number = Integer.parseInt(written);
            if (number >= 0 && number < MOST_ARGUMENTS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(start, "argument without a number");
        }
        throw bad(start, "number out of range");
    }

    /** Null for an empty type, which Java takes for none. */
    private static @Nullable Format format(String type, String style, int start) {
        try {
            var format = new MessageFormat("{0," + type + "," + style + "}", Locale.ROOT).getFormats()[0];
            if (format == null || TYPES.contains(type.trim().toLowerCase(Locale.ROOT))) {
                return format;
            }
        } catch (IllegalArgumentException refused) {
            throw bad(start, "bad style");
        }
        throw bad(start, "not in Java 17: " + type);
    }

    /** Two colons begin a skeleton in ICU, and are two colons in Java. */
    private static String withoutSkeleton(String style) {
        return Formats.skeletonIn(style).isPresent() ? style.replaceFirst(":", "':'") : style;
    }

    /** What begins a branch, once more within it and not quoted: Java 17 refuses it, later ones print it. */
    private static boolean comparesTwice(String choice) {
        boolean quoted = false;
        boolean inBranch = false;
        for (int i = 0; i < choice.length(); i++) {
            char c = choice.charAt(i);
            boolean compares = !quoted && (c == '<' || c == '#' || c == '≤');
            if (compares && inBranch) {
                return true;
            }
            quoted ^= c == '\'';
            inBranch = compares || inBranch && (quoted || c != '|');
        }
        return false;
    }

    /** {@code ChoiceFormat} has taken a level of apostrophes off; what then holds a brace is a message again. */
    private static String branches(ChoiceFormat choice, int start) {
        var limits = choice.getLimits();
        var texts = choice.getFormats();
        var branches = new StringJoiner("|");
        for (int i = 0; i < limits.length; i++) {
            var branch = texts[i].toString();
            branches.add(limit(limits[i], start) + (branch.contains("{")
                    ? new JavaText(branch, PatternText.BRACES_AND_BAR).message()
                    : PatternText.quoted(branch, PatternText.BRACES_AND_BAR)));
        }
        if (limits.length == 0) {
            throw bad(start, "choice without a branch");
        }
        return branches.toString();
    }

    private static String limit(double limit, int start) {
        double below = Math.nextDown(limit);
        if (Double.isNaN(limit)) {
            throw bad(start, "choice without a number");
        } else if (Double.isInfinite(limit)) {
            return limit < 0 ? "-∞#" : "∞#";
        }
        return below == Math.rint(below) && limit != Math.rint(limit) ? written(below) + "<" : written(limit) + "#";
    }

    private static String written(double limit) {
        return limit == (int) limit ? String.valueOf((int) limit) : String.valueOf(limit);
    }

    private static BadText bad(int start, String detail) {
        return new BadText(BadText.Fault.PATTERN, start, detail);
    }
}
