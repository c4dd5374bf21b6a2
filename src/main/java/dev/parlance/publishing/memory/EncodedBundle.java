package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A response body for apps with its precomputed compressed forms.
 *
 * @param digest    digest of the uncompressed bytes
 * @param locale    locale of the texts
 * @param identity  the uncompressed bytes; callers must not modify them
 * @param encodings compressed bytes by content encoding; callers must not modify them
 * @param lossy     keys of texts that the format cannot represent exactly
 */
public record EncodedBundle(Digest digest, LocaleTag locale, byte[] identity, Map<ContentEncoding, byte[]> encodings, Set<String> lossy) {

    static EncodedBundle of(PublishedLocale locale) {
        return new EncodedBundle(locale.digest(), locale.locale(), locale.bundle(), locale.encodings(), Set.of());
    }

    /** Compresses a body with all available encodings, for a body that is cached and sent repeatedly. */
    public static EncodedBundle compress(LocaleTag locale, byte[] bytes, Set<String> lossy) {
        var encodings = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
        for (var encoding : ContentEncoding.availableEncodings()) {
            encodings.put(encoding, encoding.compress(bytes));
        }
        return new EncodedBundle(Digest.of(bytes), locale, bytes, Collections.unmodifiableMap(encodings), lossy);
    }

    /** Returns the approximate memory use in bytes. */
    public int sizeInBytes() {
        return identity.length + encodings.values().stream().mapToInt(it -> it.length).sum();
    }
}
