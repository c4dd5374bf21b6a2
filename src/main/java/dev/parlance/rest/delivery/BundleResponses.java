package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.CombinedBundles;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.StreamedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/** Creates the responses for bundles. */
@ApplicationScoped
class BundleResponses {
    private final ResourceUsage usage;

    BundleResponses(ResourceUsage usage) {
        this.usage = usage;
    }

    /**
     * Returns the response for the bundles of several locales, which is combined while it is sent.
     *
     * @throws ProblemException {@link ProblemType#RESPONSE_TOO_LARGE}
     */
    RestResponse<StreamedBody> combine(Snapshot snapshot, CombinedBundles combined, BundleRequest request) {
        if (combined.length() > ResourceLimit.COMBINED_BUNDLES.value()) {
            usage.countRejection(ResourceLimit.COMBINED_BUNDLES);
            throw ProblemType.RESPONSE_TOO_LARGE.with(ResourceLimit.COMBINED_BUNDLES.value());
        }
        var headers = commonHeaders(snapshot.release(), snapshot.offeredLocales().source());
        addChannelHeaders(headers, snapshot, "/v1/catalogs/" + snapshot.catalog() + "/releases/" + snapshot.release());
        return PrecomputedResponse.combine(combined.digest(), combined.segments(), MediaType.APPLICATION_JSON, headers,
                request.acceptEncoding(), request.ifNoneMatch(), () -> tryCompress(request));
    }

    private boolean tryCompress(BundleRequest request) {
        boolean acquired = usage.tryAcquire(ResourceLimit.COMPRESSED_STREAMS, 1);
        if (acquired) {
            request.reservation().add(() -> usage.release(ResourceLimit.COMPRESSED_STREAMS, 1));
        }
        return acquired;
    }

    /**
     * Returns the response for a bundle of a channel. It links to the immutable URL of the release.
     *
     * @param otherHeaders headers in addition to those of every bundle
     */
    PrecomputedResponse channelResponse(Snapshot snapshot, EncodedBundle bundle, String mediaType, Map<String, String> otherHeaders) {
        var headers = commonHeaders(snapshot.release(), bundle.locale());
        addKeys(headers, CacheHeaders.LOSSY_HEADER, bundle.lossy());
        addKeys(headers, CacheHeaders.MISSING_HEADER, bundle.missing());
        addChannelHeaders(headers, snapshot,
                "/v1/catalogs/" + snapshot.catalog() + "/releases/" + snapshot.release() + "/bundles/" + bundle.locale());
        headers.putAll(otherHeaders);
        return new PrecomputedResponse(bundle, mediaType, headers);
    }

    private static void addChannelHeaders(Map<String, String> headers, Snapshot snapshot, String releaseUri) {
        headers.put(HttpHeaders.CACHE_CONTROL, CacheHeaders.CHANNEL);
        if (!snapshot.isDraft()) {
            headers.put(HttpHeaders.LINK, "<" + releaseUri + ">; rel=\"memento\"");
        }
    }

    /** Returns the immutable response for a bundle of a release. */
    static PrecomputedResponse releaseResponse(CatalogName catalog, int release, EncodedBundle bundle, String mediaType) {
        var headers = commonHeaders(release, bundle.locale());
        addKeys(headers, CacheHeaders.LOSSY_HEADER, bundle.lossy());
        addKeys(headers, CacheHeaders.MISSING_HEADER, bundle.missing());
        headers.put(HttpHeaders.CACHE_CONTROL, CacheHeaders.IMMUTABLE);
        headers.put(HttpHeaders.LINK, "</v1/catalogs/" + catalog + "/bundles/" + bundle.locale() + ">; rel=\"latest-version\"");
        return new PrecomputedResponse(bundle, mediaType, headers);
    }

    private static Map<String, String> commonHeaders(int release, LocaleTag locale) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, locale.value());
        headers.put(CacheHeaders.RELEASE_HEADER, Integer.toString(release));
        return headers;
    }

    private static void addKeys(Map<String, String> headers, String name, Set<String> keys) {
        CacheHeaders.listKeys(keys).ifPresent(it -> headers.put(name, it));
    }
}
