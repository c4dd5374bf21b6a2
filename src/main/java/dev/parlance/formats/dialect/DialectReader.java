package dev.parlance.formats.dialect;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.locales.LocaleTag;

/** Converts texts of files to stored texts. */
public final class DialectReader {
    private DialectReader() {
    }

    /**
     * Converts a text.
     *
     * @param locale decides which plural forms a text with missing ones gets
     * @throws dev.parlance.rendering.syntax.TextSyntaxException if the text does not follow the dialect; the offset counts in the raw text
     */
    public static ConvertedText read(MessageDialect dialect, RawText text, LocaleTag locale) {
        throw new UnsupportedOperationException(dialect + " " + text + " " + locale);
    }

    /**
     * Converts literal text, such as a comment, to the syntax of the text that it belongs to.
     */
    public static String quote(ConvertedText text, String literal) {
        throw new UnsupportedOperationException(text + " " + literal);
    }
}
