package dev.parlance.rendering;

import dev.parlance.rendering.compiled.LocaleFormatters;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts texts in the syntax of {@code java.text.MessageFormat} to ICU patterns.
 *
 * <p>In this syntax, used in resource bundles, every apostrophe quotes, and arguments have numbers only. Texts are converted on
 * import; this syntax is never stored. The reader follows Java's grammar, because ICU's parser accepts texts that Java rejects and
 * vice versa. The JDK itself validates argument types and styles.
 */
public final class JavaMessageFormatReader {
    /** The limit of {@code java.text.MessageFormat} since Java 23. */
    private static final int MAX_ARGUMENTS = 10_000;

    /** The format types of Java 17. Types of later versions have no ICU equivalent, or another name in ICU. */
    private static final Set<String> TYPES = Set.of("number", "date", "time", "choice");

    private final String text;
    private final Pattern syntax;
    private final StringBuilder pattern = new StringBuilder();
    private int next;

    private JavaMessageFormatReader(String text, Pattern syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    /**
     * Converts a text to the ICU pattern that prints the same.
     *
     * @throws TextSyntaxException if Java rejects the text, would drop the text after an unclosed brace or needs a version newer than
     *         17, or if a choice has nothing to print
     */
    public static PatternText toPattern(String text) {
        return new PatternText(new JavaMessageFormatReader(text, PatternText.BRACES).readMessage());
    }

    private String readMessage() {
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
                pattern.append(PatternText.quote(literal.toString(), syntax));
                literal.setLength(0);
                readArgument(next - 1);
            } else {
                literal.append(c);
            }
        }
        return pattern.append(PatternText.quote(literal.toString(), syntax)).toString();
    }

    private void readArgument(int start) {
        var number = readSegment(start, true);
        var type = text.charAt(next - 1) == ',' ? readSegment(start, true) : "";
        var style = text.charAt(next - 1) == ',' ? readSegment(start, false) : "";
        pattern.append('{').append(parseNumber(number, start));
        var format = createFormat(type, style, start);
        if (format != null) {
            if (format instanceof ChoiceFormat && hasNestedComparison(style)) {
                throw syntaxError(start, "bad style");
            }
            pattern.append(',').append(type.trim().toLowerCase(Locale.ROOT)).append(style.isEmpty() ? "" : ",")
                    .append(format instanceof ChoiceFormat choice ? writeBranches(choice, start) : escapeSkeleton(style));
        }
        pattern.append('}');
    }

    /** Reads up to the comma or brace that ends the segment. Quotes are kept. */
    private String readSegment(int start, boolean endsAtComma) {
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
        throw syntaxError(start, "unmatched brace");
    }

    /** Parses digits of any script with an optional sign, as Java does. */
    private static int parseNumber(String written, int start) {
        try {
            int number = Integer.parseInt(written);
            if (number >= 0 && number < MAX_ARGUMENTS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw syntaxError(start, "argument without a number");
        }
        throw syntaxError(start, "number out of range");
    }

    /** Returns null for an empty type, which Java treats as no format. */
    private static @Nullable Format createFormat(String type, String style, int start) {
        try {
            var format = new MessageFormat("{0," + type + "," + style + "}", Locale.ROOT).getFormats()[0];
            if (format == null || TYPES.contains(type.trim().toLowerCase(Locale.ROOT))) {
                return format;
            }
        } catch (IllegalArgumentException e) {
            throw syntaxError(start, "bad style");
        }
        throw syntaxError(start, "not in Java 17: " + type);
    }

    /** Quotes a leading double colon: it starts a skeleton in ICU and is literal in Java. */
    private static String escapeSkeleton(String style) {
        return LocaleFormatters.findSkeleton(style).isPresent() ? style.replaceFirst(":", "':'") : style;
    }

    /** Returns whether a branch holds an unquoted comparison sign. Java 17 rejects it, later versions print it. */
    private static boolean hasNestedComparison(String choice) {
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

    /**
     * Writes the branches of a choice in ICU's syntax.
     *
     * <p>{@code ChoiceFormat} has already removed one level of apostrophes. A branch that still holds a brace is a nested message.
     */
    private static String writeBranches(ChoiceFormat choice, int start) {
        var limits = choice.getLimits();
        var texts = choice.getFormats();
        var branches = new StringJoiner("|");
        for (int i = 0; i < limits.length; i++) {
            var branch = texts[i].toString();
            branches.add(writeLimit(limits[i], start) + (branch.contains("{")
                    ? new JavaMessageFormatReader(branch, PatternText.BRACES_AND_BAR).readMessage()
                    : PatternText.quote(branch, PatternText.BRACES_AND_BAR)));
        }
        if (limits.length == 0) {
            throw syntaxError(start, "choice without a branch");
        }
        return branches.toString();
    }

    private static String writeLimit(double limit, int start) {
        double below = Math.nextDown(limit);
        if (Double.isNaN(limit)) {
            throw syntaxError(start, "choice without a number");
        } else if (Double.isInfinite(limit)) {
            return limit < 0 ? "-∞#" : "∞#";
        }
        return below == Math.rint(below) && limit != Math.rint(limit) ? formatLimit(below) + "<" : formatLimit(limit) + "#";
    }

    private static String formatLimit(double limit) {
        return limit == (int) limit ? String.valueOf((int) limit) : String.valueOf(limit);
    }

    private static TextSyntaxException syntaxError(int start, String detail) {
        return new TextSyntaxException(TextSyntaxException.Reason.INVALID_PATTERN, start, detail);
    }
}
