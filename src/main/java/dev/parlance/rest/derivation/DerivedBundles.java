package dev.parlance.rest.derivation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parlance.limits.FairShare;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.limits.SharedMemory;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.EncodedBundle;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The cache of derived bundles.
 *
 * <p>Clients choose the parameters of most derivations freely, so a result is cached only on its second request. The first request
 * compresses it with the encoding that the client prefers, the second one with all encodings. Derivations without free parameters are
 * cached on the first request.
 */
@Singleton
public class DerivedBundles {
    private static final Duration EXPIRY = Duration.ofMinutes(10);
    /** The size of the objects of an entry, without its key and its bytes. */
    private static final int ENTRY_SIZE = 512;

    private final Derivations derivations;
    private final ResourceUsage usage;
    private final FairShare responses;
    private final Cache<String, DerivedBundle> cache;
    private final Cache<Integer, Boolean> requested;

    @Inject
    DerivedBundles(Derivations derivations, ResourceUsage usage) {
        this(derivations, usage, Ticker.systemTicker());
    }

    DerivedBundles(Derivations derivations, ResourceUsage usage, Ticker ticker) {
        this.derivations = derivations;
        this.usage = usage;
        this.responses = new FairShare(ResourceLimit.DERIVED_RESPONSES, usage);
        this.cache = Caffeine.newBuilder().ticker(ticker).expireAfterAccess(EXPIRY).executor(Runnable::run)
                .maximumWeight(ResourceLimit.DERIVED_BUNDLES.value())
                .weigher((String key, DerivedBundle it) -> (int) Math.min(Integer.MAX_VALUE, weight(key, it.bundle()))).build();
        this.requested = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(EXPIRY).executor(Runnable::run)
                .maximumSize(ResourceLimit.DERIVED_BUNDLE_REQUESTS.value()).build();
    }

    /**
     * A derivation.
     *
     * @param key       identifies the bytes; it contains the digests or releases that they are derived from
     * @param canonical whether the derivation has no free parameters, so that there are few such keys
     */
    public record Derivation(String key, Derivations.Source source, boolean canonical, Loader loader) {
    }

    /** Derives a bundle with the given encodings; returns empty if there is none. */
    public interface Loader {
        Optional<EncodedBundle> load(Collection<ContentEncoding> encodings);
    }

    /**
     * Returns a bundle from the cache, or derives it. Fails with {@link ProblemType#BUSY} if too many derivations are waiting, or too
     * many derived bundles are being sent, and with {@link ProblemType#RESPONSE_TOO_LARGE} if those of one response exceed the limit.
     */
    public Uni<Optional<EncodedBundle>> get(Derivation derivation, BundleRequest request) {
        var cached = cache.getIfPresent(derivation.key());
        var result = cached == null ? derive(derivation, request) : Uni.createFrom().item(Optional.of(cached));
        return result.map(it -> it.map(bundle -> {
            reserve(bundle, request);
            return bundle.bundle();
        }));
    }

    /** Reserves memory for one of the bundles of a response. A response never displaces its own memory. */
    private void reserve(DerivedBundle bundle, BundleRequest request) {
        long size = bundle.bundle().sizeInBytes();
        if (request.reservation().bytes() + size > ResourceLimit.DERIVED_RESPONSES.value()) {
            usage.countRejection(ResourceLimit.DERIVED_RESPONSES);
            throw ProblemType.RESPONSE_TOO_LARGE.with(ResourceLimit.DERIVED_RESPONSES.value());
        }
        request.reservation().add(bundle.memory().tryUse(request.network().narrowest(), request.disconnect())
                .orElseThrow(ProblemType.BUSY::with), size);
    }

    private Uni<Optional<DerivedBundle>> derive(Derivation derivation, BundleRequest request) {
        boolean admitted = derivation.canonical() || requested.asMap().putIfAbsent(derivation.key().hashCode(), true) != null;
        var encodings = admitted ? ContentEncoding.availableEncodings() : request.preferredEncoding().map(List::of).orElse(List.of());
        var runKey = derivation.key() + '\n' + (admitted ? "all" : encodings);
        return derivations.run(runKey, derivation.source(), request.network(), () -> {
            var derived = derivation.loader().load(encodings)
                    .map(it -> new DerivedBundle(it, new SharedMemory(responses, it.sizeInBytes())));
            if (admitted) {
                derived.ifPresent(it -> cache.put(derivation.key(), it));
            }
            return derived;
        });
    }

    /** Returns the number of bytes that an entry occupies. */
    static long weight(String key, EncodedBundle bundle) {
        return ENTRY_SIZE + 2L * key.length() + bundle.sizeInBytes();
    }

    /** Returns the number of bytes that all entries occupy. */
    long sizeInBytes() {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** A derived bundle and the memory that it takes while it is sent. */
    private record DerivedBundle(EncodedBundle bundle, SharedMemory memory) {
    }
}
