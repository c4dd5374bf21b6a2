package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A response body for apps with its precomputed compressed forms.
 *
 * @param digest    digest of the uncompressed bytes
 * @param locale    locale of the texts
 * @param identity  the uncompressed bytes; callers must not modify them
 * @param encodings compressed bytes by content encoding; callers must not modify them
 * @param lossy     keys of texts that the format cannot represent exactly
 * @param missing   keys that were left out because of the locales of their texts
 */
public record EncodedBundle(Digest digest, LocaleTag locale, byte[] identity, Map<ContentEncoding, byte[]> encodings, Set<String> lossy,
                            Set<String> missing) {

    /** The digest, the map of encodings and the headers of the arrays. */
    private static final int OBJECTS_SIZE = 512;
    /** A string and its entry in a sorted set. */
    private static final int LISTED_KEY_SIZE = 96;

    /** Creates a bundle without missing keys. */
    public EncodedBundle(Digest digest, LocaleTag locale, byte[] identity, Map<ContentEncoding, byte[]> encodings, Set<String> lossy) {
        this(digest, locale, identity, encodings, lossy, Set.of());
    }

    /** Returns this bundle with these missing keys. */
    public EncodedBundle withMissing(Set<String> keys) {
        return new EncodedBundle(digest, locale, identity, encodings, lossy, keys);
    }

    /** Returns this bundle with these lossy keys in addition to its own. */
    public EncodedBundle withAdditionalLossy(Set<String> keys) {
        var all = new TreeSet<>(lossy);
        all.addAll(keys);
        return new EncodedBundle(digest, locale, identity, encodings, Collections.unmodifiableSet(all), missing);
    }

    static EncodedBundle of(PublishedLocale locale) {
        return new EncodedBundle(locale.digest(), locale.locale(), locale.bundle(), locale.encodings(), Set.of());
    }

    /** Compresses a derived body at a fast level, with these encodings only. */
    public static EncodedBundle compressFast(LocaleTag locale, byte[] bytes, Set<String> lossy, Collection<ContentEncoding> encodings) {
        var compressed = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
        for (var encoding : encodings) {
            compressed.put(encoding, encoding.compressFast(bytes));
        }
        return new EncodedBundle(Digest.of(bytes), locale, bytes, Collections.unmodifiableMap(compressed), lossy);
    }

    /** Returns the approximate memory use in bytes, objects and listed keys included. */
    public long sizeInBytes() {
        return OBJECTS_SIZE + identity.length + encodings.values().stream().mapToLong(it -> it.length).sum()
                + Stream.concat(lossy.stream(), missing.stream()).mapToLong(it -> LISTED_KEY_SIZE + it.length()).sum();
    }
}
