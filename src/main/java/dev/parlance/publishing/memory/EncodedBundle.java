package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.ContentEncoding;
import dev.parlance.publishing.release.Digest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Bytes as they are sent to apps, compressed beforehand.
 *
 * @param digest    of the bytes before they are compressed
 * @param locale    of the texts
 * @param identity  not to be written to
 * @param encodings not to be written to either
 * @param lossy     the keys whose texts the format cannot carry exactly
 */
public record EncodedBundle(Digest digest, LocaleTag locale, byte[] identity, Map<ContentEncoding, byte[]> encodings, Set<String> lossy) {

    static EncodedBundle of(PublishedLocale locale) {
        return new EncodedBundle(locale.digest(), locale.locale(), locale.bundle(), locale.encodings(), Set.of());
    }

    /** Compresses: for bytes that are kept, and sent more than once. */
    public static EncodedBundle compress(LocaleTag locale, byte[] bytes, Set<String> lossy) {
        var encodings = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
        for (var encoding : ContentEncoding.availableEncodings()) {
            encodings.put(encoding, encoding.compress(bytes));
        }
        return new EncodedBundle(Digest.of(bytes), locale, bytes, Collections.unmodifiableMap(encodings), lossy);
    }

    /** In bytes, about. */
    public int sizeInBytes() {
        return identity.length + encodings.values().stream().mapToInt(it -> it.length).sum();
    }
}
