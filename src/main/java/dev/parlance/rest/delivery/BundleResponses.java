package dev.parlance.rest.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.BundleFormat;
import dev.parlance.publishing.delivery.DeriveBundle;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.PrecomputedResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Creates the responses for bundles. Derived bundles are cached, up to 64 MiB. */
@ApplicationScoped
class BundleResponses {
    private static final long MAX_CACHE_BYTES = 64L * 1024 * 1024;
    private static final int MAX_LISTED_KEYS = 100;

    private final DeriveBundle deriveBundle;
    private final Cache<List<Object>, EncodedBundle> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHE_BYTES).weigher((List<Object> key, EncodedBundle it) -> it.sizeInBytes()).build();

    BundleResponses(DeriveBundle deriveBundle) {
        this.deriveBundle = deriveBundle;
    }

    /**
     * Returns a derived bundle from the cache, or derives it.
     *
     * @param key identifies the bytes; it contains the digests or releases that they are derived from
     */
    EncodedBundle getOrDerive(List<Object> key, Supplier<EncodedBundle> loader) {
        return cache.get(key, absentKey -> loader.get());
    }

    EncodedBundle getFormatted(PublishedLocale locale, BundleFormat format) {
        return getOrDerive(List.of("format", locale.digest(), format.name()), () -> deriveBundle.convert(locale, format));
    }

    /** Returns the response for a bundle of a channel. It links to the immutable URL of the release. */
    static PrecomputedResponse channelResponse(Snapshot snapshot, EncodedBundle bundle, String mediaType, String releaseUri) {
        var headers = commonHeaders(snapshot.release(), bundle);
        headers.put(HttpHeaders.CACHE_CONTROL, CacheHeaders.CHANNEL);
        headers.put(HttpHeaders.LINK, "<" + releaseUri + ">; rel=\"memento\"");
        return new PrecomputedResponse(bundle, mediaType, headers);
    }

    /** Returns the immutable response for a bundle of a release. */
    static PrecomputedResponse releaseResponse(CatalogName catalog, int release, EncodedBundle bundle, String mediaType) {
        var headers = commonHeaders(release, bundle);
        headers.put(HttpHeaders.CACHE_CONTROL, CacheHeaders.IMMUTABLE);
        headers.put(HttpHeaders.LINK, "</v1/catalogs/" + catalog + "/bundles/" + bundle.locale() + ">; rel=\"latest-version\"");
        return new PrecomputedResponse(bundle, mediaType, headers);
    }

    private static Map<String, String> commonHeaders(int release, EncodedBundle bundle) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, bundle.locale().value());
        headers.put(CacheHeaders.RELEASE_HEADER, Integer.toString(release));
        if (!bundle.lossy().isEmpty()) {
            headers.put(CacheHeaders.LOSSY_HEADER, lossyHeader(bundle.lossy()));
        }
        return headers;
    }

    /** Lists the first 100 keys and the number of the others, because headers are limited in size. */
    private static String lossyHeader(Set<String> keys) {
        var listed = keys.stream().limit(MAX_LISTED_KEYS).map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
        return keys.size() > MAX_LISTED_KEYS ? listed + ";more=" + (keys.size() - MAX_LISTED_KEYS) : listed;
    }

}
