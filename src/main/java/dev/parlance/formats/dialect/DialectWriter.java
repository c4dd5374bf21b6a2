package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;

/**
 * Converts patterns to texts of files.
 *
 * @param client the locale in which the texts are read
 */
public record DialectWriter(MessageDialect dialect, PluralSupport plurals, ClientLocale client) {

    /**
     * Converts the pattern of a message.
     *
     * @param losses receives what the dialect cannot express
     */
    public RawText write(BundleContent.Entry entry, Losses losses) {
        throw new UnsupportedOperationException(entry + " " + losses);
    }
}
