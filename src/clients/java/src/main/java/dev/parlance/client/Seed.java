package dev.parlance.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bundles of one release in one file: shipped inside an app, or written by the disk cache.
 *
 * <p>A cache has the form of a seed with another member, {@code knownSeed}: the release of the app's seed when the cache was written.
 */
final class Seed {
    private final int release;
    private final String sourceLocale;
    private final Map<String, Bundle> bundles;
    private final int knownSeed;

    private Seed(int release, String sourceLocale, Map<String, Bundle> bundles, int knownSeed) {
        this.release = release;
        this.sourceLocale = sourceLocale;
        this.bundles = bundles;
        this.knownSeed = knownSeed;
    }

    /**
     * Reads a file and verifies all digests.
     *
     * @throws IOException if the file is damaged or belongs to another catalog
     */
    static Seed read(String catalog, byte[] file) throws IOException {
        Map<String, Object> document = Json.readObject(file);
        if (!catalog.equals(Json.string(document, "catalog"))) {
            throw new IOException("a seed of another catalog");
        }
        Map<String, Bundle> bundles = new LinkedHashMap<>();
        for (Object item : Json.array(document, "bundles")) {
            Map<String, Object> entry = asObject(item);
            Bundle bundle = Bundle.read(catalog, Json.string(entry, "content").getBytes(StandardCharsets.UTF_8),
                    Digests.withoutPrefix(Json.string(entry, "digest")));
            bundles.put(bundle.locale(), bundle);
        }
        Object source = document.get("sourceLocale");
        return new Seed(Json.integer(document, "release"), source instanceof String ? (String) source : null, bundles,
                document.containsKey("knownSeed") ? Json.integer(document, "knownSeed") : 0);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asObject(Object item) throws IOException {
        if (!(item instanceof Map)) {
            throw new IOException("a bundle that is not an object");
        }
        return (Map<String, Object>) item;
    }

    /** Writes a file that {@link #read} accepts. */
    static byte[] write(String catalog, int release, Collection<Bundle> bundles, int knownSeed) {
        Map<String, Bundle> distinct = new LinkedHashMap<>();
        bundles.forEach(it -> distinct.put(it.locale(), it));
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Bundle bundle : distinct.values()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("locale", bundle.locale());
            entry.put("digest", "sha256:" + bundle.digest());
            entry.put("content", new String(bundle.content(), StandardCharsets.UTF_8));
            entries.add(entry);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("catalog", catalog);
        document.put("release", release);
        document.put("knownSeed", knownSeed);
        document.put("bundles", entries);
        return Json.write(document);
    }

    int release() {
        return release;
    }

    int knownSeed() {
        return knownSeed;
    }

    /**
     * Returns the bundles for the requested locales.
     *
     * @param lenient whether the source locale, or else any bundle, substitutes a locale without a match
     * @return empty if a locale has no bundle
     */
    Map<String, Bundle> select(Collection<LocaleRequest> requests, LocaleMatching matching, boolean lenient) {
        Map<String, Bundle> selected = new LinkedHashMap<>();
        for (LocaleRequest request : requests) {
            String best = bundles.containsKey(request.value()) ? request.value()
                    : matching.findBest(request.value(), bundles.keySet());
            if (best == null && lenient && !bundles.isEmpty()) {
                best = bundles.containsKey(sourceLocale) ? sourceLocale : bundles.keySet().iterator().next();
            }
            if (best == null) {
                return new LinkedHashMap<>();
            }
            selected.put(request.value(), bundles.get(best));
        }
        return selected;
    }
}
