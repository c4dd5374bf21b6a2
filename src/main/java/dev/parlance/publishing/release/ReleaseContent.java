package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a snapshot is made from, compressed: as it lies in the database and in the file beside it.
 *
 * @param cutAt tells two releases of the same number apart where a database was restored
 */
public record ReleaseContent(CatalogName catalog, int release, Instant createdAt, String title, LocaleTag sourceLocale,
                             List<LocaleContent> locales) {

    /**
     * The two documents of one locale.
     *
     * @param bundle    at least as gzip
     * @param reference gzip
     */
    public record LocaleContent(LocaleTag locale, Digest bundleDigest, Digest referenceDigest, Map<ContentEncoding, byte[]> bundle,
                                byte[] reference) {
    }
}
