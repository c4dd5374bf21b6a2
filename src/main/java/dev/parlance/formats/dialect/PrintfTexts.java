package dev.parlance.formats.dialect;

import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.Optional;

/** Parses the dialects derived from printf: those of C, Java, Foundation, Python and Ruby. */
final class PrintfTexts {
    private static final String FLAGS = "-#+0,(";
    private static final String LENGTHS = "hlLqjzt";

    private PrintfTexts() {
    }

    /**
     * Parses a printf text to an ICU pattern.
     *
     * @throws TextSyntaxException if a conversion is not supported, or cannot be expressed in a pattern, such as {@code %05d}
     */
    static ParsedPattern parse(String printf) {
        var inexpressible = PatternText.inexpressibleArguments(Syntax.PRINTF, printf, ArgumentContract.EMPTY);
        if (!inexpressible.isEmpty()) {
            var first = PrintfParser.parse(printf).stream().filter(Conversion.class::isInstance).map(Conversion.class::cast)
                    .filter(it -> inexpressible.contains(Integer.toString(it.position()))).findFirst().orElseThrow();
            throw unsupported(printf, first.start(), first.end());
        }
        return ParsedPattern.of(PatternText.of(Syntax.PRINTF, printf));
    }

    /**
     * Returns a text of Foundation with {@code %s} instead of {@code %@}. Offsets do not change.
     *
     * @throws TextSyntaxException if the text refers to a part with plural forms, which a plain text does not have
     */
    static String fromApple(String text) {
        var printf = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            int end = text.charAt(at) == '%' ? endOfSpecifier(text, at) : -1;
            if (end > 0 && text.charAt(end - 1) == '@') {
                if (text.substring(at, end).indexOf('#') >= 0) {
                    throw unsupported(text, at, end);
                }
                printf.setCharAt(end - 1, 's');
            }
            at = end > 0 ? end - 1 : at;
        }
        return printf.toString();
    }

    /** Returns a printf text with {@code %@} instead of {@code %s}. */
    static String toApple(String printf) {
        var text = new StringBuilder(printf);
        for (int at = 0; at < printf.length(); at++) {
            int end = printf.charAt(at) == '%' ? endOfSpecifier(printf, at) : -1;
            if (end > 0 && printf.charAt(end - 1) == 's') {
                text.setCharAt(end - 1, '@');
            }
            at = end > 0 ? end - 1 : at;
        }
        return text.toString();
    }

    /** Returns whether a text has several conversions. */
    static boolean hasSeveralConversions(String printf) {
        int conversions = 0;
        for (int at = 0; at < printf.length(); at++) {
            int end = printf.charAt(at) == '%' ? endOfSpecifier(printf, at) : -1;
            conversions += end > 0 && printf.charAt(end - 1) != '%' ? 1 : 0;
            at = end > 0 ? end - 1 : at;
        }
        return conversions > 1;
    }

    /** Returns a text with a position in each conversion. */
    static String withPositions(String printf) {
        var text = new StringBuilder();
        int next = 0;
        for (int at = 0; at < printf.length();) {
            int end = printf.charAt(at) == '%' ? endOfSpecifier(printf, at) : -1;
            boolean takesNext = end > 0 && printf.charAt(end - 1) != '%' && printf.substring(at, end).indexOf('$') < 0;
            text.append(takesNext ? "%" + ++next + "$" : printf.substring(at, at + 1));
            text.append(printf, at + 1, Math.max(at + 1, end));
            at = Math.max(at + 1, end);
        }
        return text.toString();
    }

    /** Returns whether a Python text has named arguments. */
    static boolean hasPythonNames(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (text.startsWith("%%", at)) {
                at++;
            } else if (findName(text, at, '(', ')').isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Parses a Python text, which has either names or positions. */
    static ParsedPattern parsePython(String text) {
        return hasPythonNames(text) ? parseNamed(text, '(', ')') : parse(text);
    }

    /** Parses a Ruby text like the i18n gem: a percent sign is literal unless a name or another percent sign follows. */
    static ParsedPattern parseRuby(String text) {
        return parseNamed(text, '<', '>');
    }

    /** @param open opens a name that is followed by a conversion */
    private static ParsedPattern parseNamed(String text, char open, char close) {
        boolean python = open == '(';
        var parts = new PartsBuilder();
        for (int at = 0; at < text.length();) {
            var formatted = findName(text, at, open, close);
            var plain = python ? Optional.<String>empty() : findName(text, at, '{', '}');
            if (text.startsWith("%%", at)) {
                parts.add('%');
                at += 2;
            } else if (plain.isPresent()) {
                parts.addSlot(plain.get());
                at += plain.get().length() + 3;
            } else if (formatted.isPresent()) {
                int spec = at + formatted.get().length() + 2;
                int end = endOfSpecifier(text, spec);
                parts.add(parseConversion(text, at, spec, end, formatted.get()));
                at = end;
            } else {
                if (python) {
                    requireLiteral(text, at);
                }
                parts.add(text.charAt(at++));
            }
        }
        return parts.build();
    }

    /** Returns the name after a percent sign, as in <code>%{name}</code>. The length of names is bounded, so that the search is linear. */
    private static Optional<String> findName(String text, int at, char open, char close) {
        if (text.charAt(at) != '%' || at + 1 >= text.length() || text.charAt(at + 1) != open) {
            return Optional.empty();
        }
        int end = Placeholders.endOfName(text, at + 2);
        return end > at + 2 && end < text.length() && text.charAt(end) == close ? Optional.of(text.substring(at + 2, end))
                : Optional.empty();
    }

    private static PatternPart parseConversion(String text, int at, int spec, int end, String name) {
        if (end < 0) {
            throw unsupported(text, at, Math.min(spec + 1, text.length()));
        }
        var conversion = "%" + text.substring(spec + 1, end);
        try {
            var parsed = parse(conversion).parts();
            if (parsed.size() == 1 && parsed.get(0) instanceof Slot) {
                return new Slot(name);
            } else if (parsed.size() == 1 && parsed.get(0) instanceof StyledSlot styled) {
                return new StyledSlot(name, styled.type(), styled.style());
            }
        } catch (TextSyntaxException e) {
            throw new TextSyntaxException(e.reason(), at, text.substring(at, end));
        }
        throw unsupported(text, at, end);
    }

    private static void requireLiteral(String text, int at) {
        int end = text.charAt(at) == '%' ? endOfSpecifier(text, at) : -1;
        if (end > 0 && PrintfParser.parse(text.substring(at, end)).stream().anyMatch(Conversion.class::isInstance)) {
            throw unsupported(text, at, end);
        }
    }

    /**
     * Returns the offset after a specifier, or -1 if there is no specifier.
     *
     * @param at the offset of the character before the position or the flags
     */
    static int endOfSpecifier(String text, int at) {
        int i = skip(text, at + 1, "0123456789", 3);
        i = i > at + 1 && i < text.length() && text.charAt(i) == '$' ? i + 1 : at + 1;
        i = skip(text, i, "<", 1);
        i = skip(text, i, FLAGS, FLAGS.length());
        i = skip(text, i, "0123456789*", 4);
        if (i < text.length() && text.charAt(i) == '.') {
            i = skip(text, i + 1, "0123456789*", 3);
        }
        i = skip(text, i, LENGTHS, 2);
        if (i >= text.length()) {
            return -1;
        }
        char c = text.charAt(i);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '@' || c == '%' ? i + 1 : -1;
    }

    private static int skip(String text, int from, String characters, int max) {
        int i = from;
        while (i < text.length() && i < from + max && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static TextSyntaxException unsupported(String text, int start, int end) {
        return new TextSyntaxException(Reason.UNSUPPORTED_CONVERSION, start, text.substring(start, end));
    }
}
