package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Digest;
import dev.parlance.publishing.release.Encoding;
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
public record Delivered(Digest digest, LocaleTag locale, byte[] identity, Map<Encoding, byte[]> encodings, Set<String> lossy) {

    static Delivered of(PublishedLocale locale) {
        return new Delivered(locale.digest(), locale.locale(), locale.bundle(), locale.encodings(), Set.of());
    }

    /** Compresses: for bytes that are kept, and sent more than once. */
    public static Delivered compressed(LocaleTag locale, byte[] bytes, Set<String> lossy) {
        var encodings = new EnumMap<Encoding, byte[]>(Encoding.class);
        for (var encoding : Encoding.usable()) {
            encodings.put(encoding, encoding.encode(bytes));
        }
        return new Delivered(Digest.of(bytes), locale, bytes, Collections.unmodifiableMap(encodings), lossy);
    }

    /** In bytes, about. */
    public int weight() {
        return identity.length + encodings.values().stream().mapToInt(it -> it.length).sum();
    }
}
