package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.CombinedBundles;
import dev.parlance.publishing.delivery.DeriveBundle;
import dev.parlance.publishing.delivery.ReadReleaseBundle;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.ReaderLocale;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** Finds or derives bundles, and creates the responses for them. Runs on the event loop; derivations run elsewhere. */
@ApplicationScoped
class BundleResponses {
    private static final int MAX_LISTED_KEYS = 100;

    private final DeriveBundle deriveBundle;
    private final ReadReleaseBundle readReleaseBundle;
    private final Derivations derivations;
    private final DerivedBundles derivedBundles;
    private final ResourceUsage usage;

    BundleResponses(DeriveBundle deriveBundle, ReadReleaseBundle readReleaseBundle, Derivations derivations, DerivedBundles derivedBundles,
            ResourceUsage usage) {
        this.deriveBundle = deriveBundle;
        this.readReleaseBundle = readReleaseBundle;
        this.derivations = derivations;
        this.derivedBundles = derivedBundles;
        this.usage = usage;
    }

    /** Returns the locales to serve for these tags, in the same order. Bundles of pseudo-locales are created on a derivation thread. */
    Uni<List<PublishedLocale>> served(Snapshot snapshot, List<LocaleTag> tags, BundleRequest request) {
        var locales = tags.stream().map(it -> ReaderLocale.ofTag(snapshot, it).served()).toList();
        var result = Uni.createFrom().item(locales);
        for (var locale : locales) {
            // The key has no other parameter of the request, so that a release has one such derivation for each pseudo-locale.
            var key = key("pseudo", snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.locale());
            result = locale.hasBundle() ? result : result.call(() -> locale.hasBundle() ? Uni.createFrom().nullItem()
                    : derivations.run(key, Derivations.Source.MEMORY, request.network(), locale::digest));
        }
        return result;
    }

    /** Returns the bundle for a query. */
    Uni<EncodedBundle> find(Snapshot snapshot, PublishedLocale locale, BundleQuery query, BundleRequest request) {
        if (query.format().isPresent()) {
            return convert(snapshot, locale, query, request);
        }
        return query.since().isPresent() ? changes(snapshot, locale, query.since().getAsInt(), query.filter(), request)
                : select(snapshot, locale, query.filter(), request);
    }

    /** Returns the messages that match the filter. A filter that matches all returns the published bundle. */
    private Uni<EncodedBundle> select(Snapshot snapshot, PublishedLocale locale, BundleFilter filter, BundleRequest request) {
        if (filter.matchesAll()) {
            return Uni.createFrom().item(locale.encoded());
        }
        // Tags belong to the release, so the digest of the bundle alone does not identify the result.
        var key = key("part", snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.digest(), filter.tag().orElse(""),
                filter.fallback(),
                filter.prefix());
        return derivedBundles.get(new DerivedBundles.Derivation(key, Derivations.Source.MEMORY, false,
                encodings -> Optional.of(deriveBundle.select(snapshot, locale, filter, encodings))), request).map(Optional::orElseThrow);
    }

    /** Returns the changes since a release, or {@link #select} if it is unknown or cannot be compared now. */
    private Uni<EncodedBundle> changes(Snapshot snapshot, PublishedLocale locale, int since, BundleFilter filter, BundleRequest request) {
        var source = readReleaseBundle.isInMemory(snapshot.catalog(), since) ? Derivations.Source.MEMORY : Derivations.Source.DATABASE;
        var key = key("since", since, snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.digest(),
                filter.tag().orElse(""), filter.fallback(), filter.prefix());
        return derivedBundles.get(new DerivedBundles.Derivation(key, source, false,
                encodings -> deriveBundle.changes(snapshot, locale, since, filter, encodings)), request)
                .onFailure(BundleResponses::isBusy).recoverWithItem(Optional.empty())
                .chain(it -> it.map(Uni.createFrom()::item).orElseGet(() -> select(snapshot, locale, filter, request)));
    }

    /** Returns the bundle in a client format. There are few formats, so all of them are cached. */
    private Uni<EncodedBundle> convert(Snapshot snapshot, PublishedLocale locale, BundleQuery query, BundleRequest request) {
        var format = query.format().orElseThrow();
        var fallback = query.filter().fallback();
        // Bundles of earlier versions do not name the languages of their texts, so their digest alone does not identify the result.
        var key = key("format", snapshot.catalog(), snapshot.release(), locale.digest(), format.name(), fallback);
        return derivedBundles.get(new DerivedBundles.Derivation(key, Derivations.Source.MEMORY, true,
                encodings -> Optional.of(deriveBundle.convert(locale, format, fallback, encodings))), request).map(Optional::orElseThrow);
    }

    /** Returns the bundle of a release, from memory if a channel points at it, else from the database. */
    Uni<EncodedBundle> pinned(CatalogName catalog, int release, LocaleTag locale, BundleRequest request) {
        var inMemory = readReleaseBundle.findInMemory(catalog, release, locale);
        if (inMemory.isPresent()) {
            return Uni.createFrom().item(inMemory.get());
        }
        return derivedBundles.get(new DerivedBundles.Derivation(key("pinned", catalog, release, locale), Derivations.Source.DATABASE,
                false, encodings -> Optional.of(readReleaseBundle.read(catalog, release, locale))), request).map(Optional::orElseThrow);
    }

    /**
     * Returns the response for the bundles of several locales, which is combined while it is sent.
     *
     * @throws ProblemException {@link ProblemType#RESPONSE_TOO_LARGE}
     */
    RestResponse<StreamedBody> combine(Snapshot snapshot, List<PublishedLocale> locales, String releaseUri, BundleRequest request) {
        var combined = CombinedBundles.of(snapshot, locales);
        if (combined.length() > ResourceLimit.COMBINED_BUNDLES.value()) {
            usage.countRejection(ResourceLimit.COMBINED_BUNDLES);
            throw ProblemType.RESPONSE_TOO_LARGE.with(ResourceLimit.COMBINED_BUNDLES.value());
        }
        var headers = commonHeaders(snapshot.release(), snapshot.offeredLocales().source());
        addChannelHeaders(headers, snapshot, releaseUri);
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

    private static boolean isBusy(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.BUSY;
    }

    private static String key(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("\n"));
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

    /** Lists the first 100 keys and the number of the others, because headers are limited in size. */
    private static void addKeys(Map<String, String> headers, String name, Set<String> keys) {
        if (!keys.isEmpty()) {
            var listed = keys.stream().limit(MAX_LISTED_KEYS).map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
            headers.put(name, keys.size() > MAX_LISTED_KEYS ? listed + ";more=" + (keys.size() - MAX_LISTED_KEYS) : listed);
        }
    }
}
