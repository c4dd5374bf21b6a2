package dev.parlance.formats.dialect;

import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the dialects with delimited names or numbers: braces, Go, WebExtensions and Symfony. */
final class Placeholders {
    /** Longer names are literal text, so that the search for the closing delimiter is bounded. */
    private static final int MAX_NAME_LENGTH = 128;
    /** The start of an argument with branches or a style, a syntax that the braces dialect shares with ICU. */
    private static final Pattern COMPLEX_ARGUMENT = Pattern.compile(
            "\\{\\s{0,8}[\\w.-]{1,128}\\s{0,8},\\s{0,8}(?:plural|select|selectordinal|number|date|time)\\s{0,8}[,}]");

    private Placeholders() {
    }

    /** Returns the offset after a name of letters, digits, underscores, dots, hyphens and at signs. */
    static int endOfName(String text, int start) {
        int i = start;
        while (i < text.length() && i - start < MAX_NAME_LENGTH
                && (Character.isLetterOrDigit(text.charAt(i)) || "_.-@".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /** Parses <code>{0}</code> and <code>{name}</code>. Other braces are literal, except in ICU plurals and selects. */
    static ParsedPattern parseBraces(String text) {
        if (COMPLEX_ARGUMENT.matcher(text).find()) {
            return parseComplexBraces(text);
        }
        var parts = new PartsBuilder();
        for (int at = 0; at < text.length();) {
            int end = text.charAt(at) == '{' ? endOfName(text, at + 1) : 0;
            if (end > at + 1 && text.startsWith("}", end)) {
                parts.addSlot(text.substring(at + 1, end));
                at = end + 1;
            } else {
                parts.add(text.charAt(at++));
            }
        }
        return parts.build();
    }

    /** Parses a pattern whose apostrophes and number signs are literal. */
    private static ParsedPattern parseComplexBraces(String text) {
        try {
            return withLiteralNumberSigns(IcuTexts.parse(text.replace("'", "''")));
        } catch (TextSyntaxException e) {
            int offset = e.offset();
            int written = 0;
            for (int read = 0; written < text.length() && read < offset; written++) {
                read += text.charAt(written) == '\'' ? 2 : 1;
            }
            throw new TextSyntaxException(e.reason(), written, String.valueOf(e.getMessage()));
        }
    }

    private static ParsedPattern withLiteralNumberSigns(ParsedPattern pattern) {
        return new ParsedPattern(pattern.parts().stream().map(Placeholders::withLiteralNumberSigns).toList());
    }

    private static PatternPart withLiteralNumberSigns(PatternPart part) {
        if (part instanceof NumberSign) {
            return new Literal("#");
        } else if (part instanceof Select select) {
            return new Select(select.name(), ArgumentNames.mapValues(select.branches(), Placeholders::withLiteralNumberSigns));
        } else if (part instanceof Plural plural) {
            return new Plural(plural.name(), plural.ordinal(), plural.offset(),
                    ArgumentNames.mapValues(plural.exact(), Placeholders::withLiteralNumberSigns),
                    ArgumentNames.mapValues(plural.branches(), Placeholders::withLiteralNumberSigns));
        }
        return part;
    }

    /**
     * Parses <code>{{.Name}}</code>, and string constants such as <code>{{"{{"}}</code>.
     *
     * @throws TextSyntaxException for all other template actions
     */
    static ParsedPattern parseGo(String text) {
        var parts = new PartsBuilder();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            parts.add(text.substring(at, open));
            int content = skipBlanks(text, open + 2);
            int end = endOfGoOperand(text, content);
            int close = skipBlanks(text, end);
            if (end <= content || !text.startsWith("}}", close)) {
                throw new TextSyntaxException(text.indexOf("}}", open) < 0 ? Reason.UNCLOSED_BRACE : Reason.UNSUPPORTED_CONVERSION, open,
                        excerpt(text, open));
            } else if (text.charAt(content) == '.') {
                parts.addSlot(text.substring(content + 1, end));
            } else {
                parts.add(text.substring(content + 1, end - 1));
            }
            at = close + 2;
        }
        parts.add(text.substring(at));
        return parts.build();
    }

    /** Returns the offset after a field or a string constant without escapes, or the start if there is neither. */
    private static int endOfGoOperand(String text, int start) {
        if (text.startsWith(".", start)) {
            int end = start + 1;
            while (end < text.length() && end - start < MAX_NAME_LENGTH
                    && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || text.charAt(end) == '.')) {
                end++;
            }
            return end > start + 1 ? end : start;
        } else if (text.startsWith("\"", start)) {
            int end = text.indexOf('"', start + 1);
            return end < 0 || text.substring(start, end).indexOf('\\') >= 0 ? start : end + 1;
        }
        return start;
    }

    /**
     * Parses {@code $1} and {@code $NAME$}.
     *
     * <p>As in browsers, a run of dollar signs loses one. A single dollar sign before any other character is literal.
     */
    static ParsedPattern parseWebExtension(String text) {
        var parts = new PartsBuilder();
        for (int at = 0; at < text.length();) {
            int dollars = countDollars(text, at);
            int end = dollars == 1 ? endOfMessageName(text, at + 1) : 0;
            if (dollars > 1) {
                parts.add("$".repeat(dollars - 1));
                at += dollars;
            } else if (dollars == 1 && at + 1 < text.length() && text.charAt(at + 1) >= '1' && text.charAt(at + 1) <= '9') {
                parts.addSlot(Integer.toString(text.charAt(at + 1) - '1'));
                at += 2;
            } else if (end > at + 1 && countDollars(text, end) == 1) {
                parts.addSlot(text.substring(at + 1, end).toUpperCase(Locale.ROOT));
                at = end + 1;
            } else {
                parts.add(text.charAt(at++));
            }
        }
        return parts.build();
    }

    /** Names are case-insensitive, and consist of ASCII letters, digits, underscores and at signs. */
    private static int endOfMessageName(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < MAX_NAME_LENGTH && text.charAt(end) < 128
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || text.charAt(end) == '@')) {
            end++;
        }
        return end;
    }

    private static int countDollars(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '$') {
            end++;
        }
        return end - at;
    }

    /** Parses <code>%name%</code> and <code>{{ name }}</code>. Bars are literal here. */
    static ParsedPattern parseSymfony(String text) {
        var parts = new PartsBuilder();
        for (int at = 0; at < text.length();) {
            var name = findSymfonyName(text, at);
            if (name.isPresent()) {
                parts.addSlot(name.get().trim());
                at += name.get().length() + (text.charAt(at) == '%' ? 2 : 4);
            } else {
                parts.add(text.charAt(at++));
            }
        }
        return parts.build();
    }

    /** Returns the content of the placeholder at an offset, including its blanks. */
    static Optional<String> findSymfonyName(String text, int at) {
        boolean percent = text.charAt(at) == '%';
        if (!percent && !text.startsWith("{{", at)) {
            return Optional.empty();
        }
        int start = percent ? at + 1 : skipBlanks(text, at + 2);
        int end = endOfName(text, start);
        int close = percent ? end : skipBlanks(text, end);
        return end > start && text.startsWith(percent ? "%" : "}}", close) ? Optional.of(text.substring(percent ? start : at + 2, close))
                : Optional.empty();
    }

    /** Skips only a few blanks, so that the search is bounded. */
    static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && at - start < 8 && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    static String excerpt(String text, int start) {
        return text.substring(start, Math.min(text.length(), start + 40));
    }
}
