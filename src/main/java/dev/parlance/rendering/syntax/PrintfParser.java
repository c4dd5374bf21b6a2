package dev.parlance.rendering.syntax;

import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.PrintfPart.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses printf texts.
 *
 * <p>A percent sign that starts no conversion is literal ({@code 100% of}, {@code 5%}); for this reason the space flag is not
 * supported. A conversion that C supports and Parlance does not is rejected, never printed literally.
 */
public final class PrintfParser {
    private static final Pattern SPECIFIER = Pattern.compile(
            "%(?:(?<position>[1-9][0-9]{0,2})\\$|(?<same><))?(?<flags>[-#+0,(]*)(?<width>[1-9][0-9]{0,3}|\\*)?"
                    + "(?:\\.(?<precision>[0-9]{1,3}|\\*))?(?<length>hh|h|ll|l|L|q|j|z|t)?(?<conversion>[a-zA-Z%])");
    private static final String SUPPORTED_CONVERSIONS = "sSdiuxXoeEfFgGcCbB";
    private static final String UNSUPPORTED_CONVERSIONS = "mMpTQaA";

    private final String text;
    private final List<PrintfPart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int next;
    private int last = -1;

    private PrintfParser(String text) {
        this.text = text;
    }

    /**
     * Parses a text into literals and conversions.
     *
     * @throws TextSyntaxException {@code UNSUPPORTED_CONVERSION} if a conversion cannot be rendered
     */
    public static List<PrintfPart> parse(String text) {
        return new PrintfParser(text).parse();
    }

    private List<PrintfPart> parse() {
        var matcher = SPECIFIER.matcher(text);
        for (int at = 0; at < text.length();) {
            if (text.charAt(at) == '%' && matcher.region(at, text.length()).lookingAt() && acceptSpecifier(matcher)) {
                at = matcher.end();
            } else {
                literal.append(text.charAt(at++));
            }
        }
        flushLiteral();
        return List.copyOf(parts);
    }

    private boolean acceptSpecifier(Matcher matcher) {
        char conversion = matcher.group("conversion").charAt(0);
        if (conversion == '%' || conversion == 'n') {
            if (matcher.group().length() == 2) {
                literal.append(conversion == '%' ? '%' : '\n');
                return true;
            }
            return false;
        }
        if (SUPPORTED_CONVERSIONS.indexOf(conversion) < 0 && UNSUPPORTED_CONVERSIONS.indexOf(conversion) < 0) {
            return false;
        }
        if (UNSUPPORTED_CONVERSIONS.indexOf(conversion) >= 0 || matcher.group().contains("*")) {
            throw new TextSyntaxException(TextSyntaxException.Reason.UNSUPPORTED_CONVERSION, matcher.start(), matcher.group());
        }
        if (!isValid(matcher, conversion)) {
            // A flag that requires a width but has none starts no conversion: 5%-discount.
            if (matcher.group("width") == null && matcher.group("flags").matches(".*[-0].*")) {
                return false;
            }
            throw new TextSyntaxException(TextSyntaxException.Reason.UNSUPPORTED_CONVERSION, matcher.start(), matcher.group());
        }
        flushLiteral();
        parts.add(new Conversion(resolvePosition(matcher), matcher.group("flags"),
                parseNumber(matcher.group("width")), parseNumber(matcher.group("precision")), conversion, matcher.start(), matcher.end()));
        return true;
    }

    /** Returns whether flags, width, precision and length are valid, as in {@link java.util.Formatter}. */
    private static boolean isValid(Matcher matcher, char conversion) {
        var flags = matcher.group("flags");
        boolean integer = "diuxXo".indexOf(conversion) >= 0;
        boolean decimal = "diufF".indexOf(conversion) >= 0;
        boolean number = integer || "eEfFgG".indexOf(conversion) >= 0;
        boolean padding = flags.contains("-") || flags.contains("0");
        return (flags.isEmpty() || flags.chars().distinct().count() == flags.length())
                && (!padding || matcher.group("width") != null || matcher.group("precision") != null)
                && !(flags.contains("-") && flags.contains("0"))
                && (number || flags.isEmpty() || flags.equals("-"))
                && (decimal || !flags.contains(","))
                && (!flags.contains("(") || decimal || "eEgG".indexOf(conversion) >= 0)
                && (!flags.contains("#") || "xXoeEfF".indexOf(conversion) >= 0)
                && (matcher.group("precision") == null || !integer && "cC".indexOf(conversion) < 0)
                && (!"t".equals(matcher.group("length")) || integer);
    }

    private int resolvePosition(Matcher matcher) {
        if (matcher.group("same") != null && last < 0) {
            throw new TextSyntaxException(TextSyntaxException.Reason.UNSUPPORTED_CONVERSION, matcher.start(), matcher.group());
        }
        var position = Optional.ofNullable(matcher.group("position")).map(digits -> Integer.parseInt(digits) - 1);
        last = matcher.group("same") != null ? last : position.orElseGet(() -> next++);
        return last;
    }

    private void flushLiteral() {
        if (literal.length() > 0) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static OptionalInt parseNumber(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
