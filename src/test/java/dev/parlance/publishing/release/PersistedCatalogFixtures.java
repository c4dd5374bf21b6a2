package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.files.PersistedCatalog;
import dev.parlance.publishing.release.ReleaseContent.LocaleContent;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Persisted catalogs, generated deterministically from the number of their latest release. */
public final class PersistedCatalogFixtures {
    private PersistedCatalogFixtures() {
    }

    /** Returns a catalog with two channels and two releases that share a locale. */
    public static PersistedCatalog persistedCatalog(String catalog, int newest, int size) {
        var name = new CatalogName(catalog);
        var shared = locale("ar", newest, size);
        var releases = List.of(
                release(name, newest, List.of(shared, locale("zh-Hant", newest + 1, size))),
                release(name, newest - 1, List.of(shared)));
        return new PersistedCatalog(name, true, new TreeMap<>(Map.of("production", newest, "staging", newest - 1)), releases);
    }

    private static ReleaseContent release(CatalogName catalog, int number, List<LocaleContent> locales) {
        var cutAt = Instant.parse("2026-01-02T03:04:05.678901Z").plusSeconds(number);
        return new ReleaseContent(catalog, number, cutAt, "Fehler, 錯誤, \uD83D\uDE00", LocaleTag.parse("ar"), locales);
    }

    private static LocaleContent locale(String tag, int seed, int size) {
        var random = new Random(seed);
        var encodings = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
        for (var encoding : List.of(ContentEncoding.BROTLI, ContentEncoding.GZIP)) {
            encodings.put(encoding, bytes(random, size));
        }
        var reference = bytes(random, size);
        return new LocaleContent(LocaleTag.parse(tag), Digest.of(encodings.get(ContentEncoding.GZIP)), Digest.of(reference), encodings,
                reference);
    }

    /** Returns the content as text for comparison, with byte arrays replaced by their digests. */
    public static String describe(PersistedCatalog persisted) {
        return persisted.catalog() + (persisted.knownPublic() ? " public " : " ") + persisted.channels()
                + persisted.releases().stream().map(PersistedCatalogFixtures::describe).toList();
    }

    private static String describe(ReleaseContent it) {
        return String.join("|", it.catalog().value(), "" + it.release(), "" + it.createdAt(), it.title(), it.sourceLocale().value(),
                "" + it.locales().stream().map(PersistedCatalogFixtures::describe).toList());
    }

    private static String describe(LocaleContent it) {
        var bundle = new EnumMap<ContentEncoding, Digest>(ContentEncoding.class);
        it.bundle().forEach((encoding, bytes) -> bundle.put(encoding, Digest.of(bytes)));
        return String.join("|", it.locale().value(), it.bundleDigest().hex(), it.referenceDigest().hex(), bundle.toString(),
                Digest.of(it.reference()).hex());
    }

    /** Returns random bytes. The last byte is not zero, so that zeroing the end always corrupts the data. */
    private static byte[] bytes(Random random, int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        Arrays.fill(bytes, size - 1, size, (byte) 1);
        return bytes;
    }
}
