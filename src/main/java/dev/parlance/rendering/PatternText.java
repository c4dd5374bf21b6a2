package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.PrintfPart.Literal;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ICU MessageFormat pattern of a text, as delivered to apps.
 *
 * <p>A derived pattern always doubles apostrophes, so that ICU4J, FormatJS and {@code java.text.MessageFormat} read it alike.
 */
public record PatternText(String pattern) {
    static final Pattern BRACES = runsOf("{}");
    static final Pattern BRACES_AND_NUMBER_SIGN = runsOf("{}#");
    static final Pattern BRACES_AND_BAR = runsOf("{}|");

    /**
     * Derives the pattern of a text. An ICU text is its own pattern and is not parsed here.
     *
     * @throws dev.parlance.rendering.syntax.TextSyntaxException if a printf conversion is not supported
     */
    public static PatternText of(Syntax syntax, String text) {
        return switch (syntax) {
            case ICU -> new PatternText(text);
            case PLAIN -> new PatternText(quote(text));
            case PRINTF -> fromPrintf(text);
        };
    }

    /** Returns the pattern with declared names for positions. <code>{0}</code> becomes <code>{limit}</code>. */
    public PatternText withNames(ArgumentContract contract) {
        if (pattern.indexOf('{') < 0) {
            return this;
        }
        var parsed = new MessagePattern(pattern);
        var named = new StringBuilder(pattern);
        for (int i = parsed.countParts() - 1; i >= 0; i--) {
            var part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                named.replace(part.getIndex(), part.getLimit(), contract.canonicalName(part.getValue()));
            }
        }
        return new PatternText(named.toString());
    }

    /**
     * Returns the printf text from which this pattern derives.
     *
     * @throws dev.parlance.rendering.syntax.TextSyntaxException {@code NOT_REPRESENTABLE} if there is none
     */
    public String toPrintf() {
        return PrintfWriter.write(pattern);
    }

    /** Returns the ICU number skeleton of a conversion for which {@link #hasSkeleton} holds. */
    static String toSkeleton(Conversion conversion) {
        var group = conversion.hasFlag(',') ? "" : "group-off ";
        var sign = conversion.hasFlag('+') ? " sign-always" : "";
        if (conversion.conversion() != 'f' && conversion.conversion() != 'F') {
            return group + "precision-integer" + sign;
        }
        int digits = conversion.precision().orElse(6);
        return group + (digits == 0 ? "precision-integer" : "." + "0".repeat(digits)) + " rounding-mode-half-up" + sign;
    }

    /** Returns whether ICU can print the conversion. If not, the argument is formatted first and inserted as a string. */
    static boolean hasSkeleton(Conversion conversion) {
        return "diufF".indexOf(conversion.conversion()) >= 0 && !conversion.hasWidth() && !conversion.hasFlag('(')
                && !conversion.hasFlag('#') && ("fF".indexOf(conversion.conversion()) >= 0 || conversion.precision().isEmpty());
    }

    /** Returns the arguments that a text formats in a way that its pattern does not express, such as {@code %05d}. */
    public static Set<String> inexpressibleArguments(Syntax syntax, String text, ArgumentContract contract) {
        if (syntax != Syntax.PRINTF) {
            return Set.of();
        }
        return PrintfParser.parse(text).stream().filter(Conversion.class::isInstance).map(Conversion.class::cast)
                .filter(it -> !hasSkeleton(it) && !it.isPlainString()).map(it -> contract.canonicalName(it.position()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PatternText fromPrintf(String text) {
        var pattern = new StringBuilder();
        for (var part : PrintfParser.parse(text)) {
            if (part instanceof Literal literal) {
                pattern.append(quote(literal.text()));
            } else if (part instanceof Conversion conversion) {
                pattern.append('{').append(conversion.position());
                if (hasSkeleton(conversion)) {
                    pattern.append(",number,::").append(toSkeleton(conversion));
                }
                pattern.append('}');
            }
        }
        return new PatternText(pattern.toString());
    }

    /** Quotes a literal outside of plurals and choices, for both ICU and {@code java.text.MessageFormat}. */
    public static String quote(String literal) {
        return quote(literal, BRACES);
    }

    /**
     * Returns a pattern for runs of syntax characters, including the apostrophes between them.
     *
     * <p>The quantifiers are possessive, because Java matches others by recursion, and a long run would overflow the stack.
     */
    private static Pattern runsOf(String syntax) {
        return Pattern.compile("[" + syntax + "]++(?:'++[" + syntax + "]++)*+");
    }

    /**
     * Quotes each run of syntax characters once, because two adjacent quotes would mean an apostrophe.
     *
     * @param syntax matches runs of the characters to be quoted
     */
    public static String quote(String literal, Pattern syntax) {
        return syntax.matcher(literal.replace("'", "''")).replaceAll("'$0'");
    }
}
