package dev.parlance.rest.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.BundleFormat;
import dev.parlance.publishing.delivery.DeriveBundle;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.http.FixedAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Bundles, and what is derived from them, as answers. What is derived is made once, and kept while there is room. */
@ApplicationScoped
class BundleAnswers {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int MOST_KEYS = 100;

    private final DeriveBundle derive;
    private final Cache<List<Object>, EncodedBundle> derived = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES).weigher((List<Object> key, EncodedBundle it) -> it.sizeInBytes()).build();

    BundleAnswers(DeriveBundle derive) {
        this.derive = derive;
    }

    /** @param what by which the bytes are told from all others, digests of what they are made from among them */
    EncodedBundle derived(List<Object> what, Supplier<EncodedBundle> make) {
        return derived.get(what, key -> make.get());
    }

    EncodedBundle shaped(PublishedLocale locale, BundleFormat format) {
        return derived(List.of("format", locale.digest(), format.name()), () -> derive.convert(locale, format));
    }

    /** Of a channel, with the address under which this very release stays. */
    static FixedAnswer current(Snapshot snapshot, EncodedBundle delivered, String mediaType, String pinned) {
        var headers = headers(snapshot.release(), delivered);
        headers.put(HttpHeaders.CACHE_CONTROL, Caching.CHANNEL);
        headers.put(HttpHeaders.LINK, "<" + pinned + ">; rel=\"memento\"");
        return new FixedAnswer(delivered, mediaType, headers);
    }

    /** Of a release, for ever. */
    static FixedAnswer pinned(CatalogName catalog, int release, EncodedBundle delivered, String mediaType) {
        var headers = headers(release, delivered);
        headers.put(HttpHeaders.CACHE_CONTROL, Caching.PINNED);
        headers.put(HttpHeaders.LINK, "</v1/catalogs/" + catalog + "/bundles/" + delivered.locale() + ">; rel=\"latest-version\"");
        return new FixedAnswer(delivered, mediaType, headers);
    }

    private static Map<String, String> headers(int release, EncodedBundle delivered) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, delivered.locale().value());
        headers.put(Caching.RELEASE, Integer.toString(release));
        if (!delivered.lossy().isEmpty()) {
            headers.put(Caching.LOSSY, lossy(delivered.lossy()));
        }
        return headers;
    }

    /** Headers have their limits: of very many keys, the first ones, and how many follow. */
    private static String lossy(Set<String> keys) {
        var listed = keys.stream().limit(MOST_KEYS).map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
        return keys.size() > MOST_KEYS ? listed + ";more=" + (keys.size() - MOST_KEYS) : listed;
    }

}
