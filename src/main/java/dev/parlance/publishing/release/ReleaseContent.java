package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a snapshot is loaded from, compressed as it is in the database and in snapshot files.
 *
 * @param createdAt distinguishes releases of the same number after a database was restored
 */
public record ReleaseContent(CatalogName catalog, int release, Instant createdAt, String title, LocaleTag sourceLocale,
                             List<LocaleContent> locales) {

    /**
     * The two documents of one locale.
     *
     * @param bundle    the bundle by content encoding, gzip at least
     * @param reference the reference document, gzipped
     */
    public record LocaleContent(LocaleTag locale, Digest bundleDigest, Digest referenceDigest, Map<ContentEncoding, byte[]> bundle,
                                byte[] reference) {
    }
}
