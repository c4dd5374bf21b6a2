package dev.parlance.formats.formatjs;

import dev.parlance.rendering.PatternText;

/** The quotes around tags, which exist only in FormatJS: in ICU, an apostrophe before {@code <} is literal. */
final class TagQuotes {
    private static final char QUOTE = '\'';

    private TagQuotes() {
    }

    /** Returns the equivalent text for ICU. */
    static String remove(String text) {
        var icu = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c != QUOTE || "'{}<>".indexOf(next) < 0) {
                icu.append(c);
                i++;
            } else if (next == QUOTE) {
                icu.append("''");
                i += 2;
            } else {
                int end = endOfQuote(text, i + 1);
                var quoted = text.substring(i + 1, end).replace("''", "'");
                icu.append(next == '<' || next == '>' ? PatternText.quote(quoted) : text.substring(i, Math.min(end + 1, text.length())));
                i = end + 1;
            }
        }
        return icu.toString();
    }

    /** Returns the end of a quote; an unclosed quote extends to the end of the text. */
    private static int endOfQuote(String text, int start) {
        int i = start;
        while (i < text.length() && (text.charAt(i) != QUOTE || i + 1 < text.length() && text.charAt(i + 1) == QUOTE)) {
            i += text.charAt(i) == QUOTE ? 2 : 1;
        }
        return Math.min(i, text.length());
    }
}
