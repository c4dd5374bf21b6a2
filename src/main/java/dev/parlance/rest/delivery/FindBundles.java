package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.ClientShape;
import dev.parlance.publishing.delivery.ConvertBundle;
import dev.parlance.publishing.delivery.DeriveBundle;
import dev.parlance.publishing.delivery.ReadReleaseBundle;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.derivation.Derivations;
import dev.parlance.rest.derivation.DerivedBundles;
import dev.parlance.rest.derivation.DerivedBundles.Derivation;
import dev.parlance.rest.input.ReaderLocale;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds bundles, or derives them. Runs on the event loop; derivations run elsewhere. */
@ApplicationScoped
class FindBundles {
    private final DeriveBundle deriveBundle;
    private final ConvertBundle convertBundle;
    private final ReadReleaseBundle readReleaseBundle;
    private final Derivations derivations;
    private final DerivedBundles derivedBundles;

    /**
     * A locale to be served.
     *
     * @param requested the locale that was asked for, by whose rules the client formats
     */
    record ServedLocale(LocaleTag requested, PublishedLocale published) {
    }

    FindBundles(DeriveBundle deriveBundle, ConvertBundle convertBundle, ReadReleaseBundle readReleaseBundle, Derivations derivations,
            DerivedBundles derivedBundles) {
        this.deriveBundle = deriveBundle;
        this.convertBundle = convertBundle;
        this.readReleaseBundle = readReleaseBundle;
        this.derivations = derivations;
        this.derivedBundles = derivedBundles;
    }

    /** Returns the locales to serve for these tags, in the same order. Bundles of pseudo-locales are created on a derivation thread. */
    Uni<List<ServedLocale>> served(Snapshot snapshot, List<LocaleTag> tags, BundleRequest request) {
        var locales = tags.stream().map(it -> new ServedLocale(it, ReaderLocale.ofTag(snapshot, it).served())).toList();
        var result = Uni.createFrom().item(locales);
        for (var served : locales) {
            var locale = served.published();
            // The key has no other parameter of the request, so that a release has one such derivation for each pseudo-locale.
            var key = key("pseudo", snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.locale());
            result = locale.hasBundle() ? result : result.call(() -> locale.hasBundle() ? Uni.createFrom().nullItem()
                    : derivations.run(key, Derivations.Source.MEMORY, request.network(), locale::digest));
        }
        return result;
    }

    /** Returns the bundle for a query. */
    Uni<EncodedBundle> find(Snapshot snapshot, ServedLocale locale, BundleQuery query, BundleRequest request) {
        return query.since().isPresent() ? changes(snapshot, locale, query.since().getAsInt(), query, request)
                : select(snapshot, locale, query, request);
    }

    /**
     * Returns the bundles for a query, in the order of the locales.
     *
     * <p>A locale that serves several tags is returned once, in the form for the first of them. Its lossy keys are those of all of them,
     * because clients format by the rules of the locale that they asked for.
     */
    Uni<List<EncodedBundle>> findAll(Snapshot snapshot, List<ServedLocale> locales, BundleQuery query, BundleRequest request) {
        var result = Uni.createFrom().<List<EncodedBundle>>item(new ArrayList<>());
        var byServed = locales.stream().distinct().collect(Collectors.groupingBy(ServedLocale::published, LinkedHashMap::new,
                Collectors.toList()));
        for (var served : byServed.values()) {
            result = result.chain(found -> findWithAllLosses(snapshot, served, query, request).invoke(found::add).replaceWith(found));
        }
        return result;
    }

    private Uni<EncodedBundle> findWithAllLosses(Snapshot snapshot, List<ServedLocale> served, BundleQuery query, BundleRequest request) {
        var result = find(snapshot, served.get(0), query, request);
        if (query.format().isPresent()) {
            for (var other : served.subList(1, served.size())) {
                result = result.chain(it -> lossyKeys(snapshot, other, query, request).map(it::withAdditionalLossy));
            }
        }
        return result;
    }

    /** Returns the keys that a client of the requested locale does not format exactly. */
    private Uni<Set<String>> lossyKeys(Snapshot snapshot, ServedLocale served, BundleQuery query, BundleRequest request) {
        var locale = served.published();
        var key = key("lossy-keys", snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.digest(),
                query.key(served.requested()));
        return derivedBundles.get(new Derivation(key, Derivations.Source.MEMORY, false, encodings -> {
            var lossy = convertBundle.write(locale, query.shape(served.requested())).lossyKeys();
            return Optional.of(EncodedBundle.compressFast(locale.locale(), new byte[0], lossy, List.of()));
        }), request).map(it -> it.orElseThrow().lossy());
    }

    /** Returns the selected messages. A query that selects all returns the published bundle. */
    private Uni<EncodedBundle> select(Snapshot snapshot, ServedLocale served, BundleQuery query, BundleRequest request) {
        var locale = served.published();
        if (query.format().isEmpty() && query.details().isEmpty() && query.filter().matchesAll()) {
            return Uni.createFrom().item(locale.encoded());
        }
        // Tags and locales of texts belong to the release, so the digest of the bundle alone does not identify the result.
        var key = key("part", snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.digest(), query.key(served.requested()));
        boolean isCanonical = query.format().isPresent() && query.isCanonical() && served.requested().equals(locale.locale());
        return derivedBundles.get(new Derivation(key, Derivations.Source.MEMORY, isCanonical, encodings -> Optional.of(
                query.format().isPresent() ? convertBundle.convert(locale, query.shape(served.requested()), encodings)
                        : deriveBundle.select(snapshot, locale, query.filter(), query.details(), encodings))), request)
                        .map(Optional::orElseThrow);
    }

    /** Returns the changes since a release, or {@link #select} if it is unknown or cannot be compared now. */
    private Uni<EncodedBundle> changes(Snapshot snapshot, ServedLocale served, int since, BundleQuery query, BundleRequest request) {
        var locale = served.published();
        var source = readReleaseBundle.isInMemory(snapshot.catalog(), since) ? Derivations.Source.MEMORY : Derivations.Source.DATABASE;
        var key = key("since", since, snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.digest(),
                query.key(served.requested()));
        return derivedBundles.get(new Derivation(key, source, false, encodings -> query.format().isPresent()
                ? convertBundle.changes(snapshot, locale, since, query.shape(served.requested()), encodings)
                : deriveBundle.changes(snapshot, locale, since, query.filter(), encodings)), request)
                .onFailure(FindBundles::isBusy).recoverWithItem(Optional.empty())
                .chain(it -> it.map(Uni.createFrom()::item).orElseGet(() -> select(snapshot, served, query, request)));
    }

    /**
     * Returns the bundle of a release, from memory if a channel points at it, else from the database.
     *
     * @param locale must be a locale of the release, without fallback
     */
    Uni<EncodedBundle> pinned(CatalogName catalog, int release, LocaleTag locale, BundleQuery query, BundleRequest request) {
        var inMemory = readReleaseBundle.findInMemory(catalog, release, locale);
        if (query.isPublished()) {
            return inMemory.isPresent() ? Uni.createFrom().item(inMemory.get())
                    : derivedBundles.get(new Derivation(key("pinned", catalog, release, locale), Derivations.Source.DATABASE, false,
                            encodings -> Optional.of(readReleaseBundle.read(catalog, release, locale))), request)
                            .map(Optional::orElseThrow);
        }
        var key = key("pinned-part", catalog, release, locale, query.key(locale));
        var source = inMemory.isPresent() ? Derivations.Source.MEMORY : Derivations.Source.DATABASE;
        return derivedBundles.get(new Derivation(key, source, false,
                encodings -> {
                    var snapshot = readReleaseBundle.load(catalog, release, locale);
                    return Optional.of(query.format().isPresent()
                            ? convertBundle.convert(snapshot.locale(locale), query.shape(locale), encodings)
                            : deriveBundle.select(snapshot, snapshot.locale(locale), query.filter(), query.details(), encodings));
                }), request).map(Optional::orElseThrow);
    }

    /** Returns the losses of a bundle in the shape of a client, as JSON or as text. */
    Uni<EncodedBundle> losses(Snapshot snapshot, ServedLocale served, BundleQuery query, boolean asText, BundleRequest request) {
        var locale = served.published();
        var key = key("losses", asText, snapshot.catalog(), snapshot.release(), snapshot.createdAt(), locale.digest(),
                query.key(served.requested()));
        return derivedBundles.get(new Derivation(key, Derivations.Source.MEMORY, false, encodings -> {
            ClientShape shape = query.shape(served.requested());
            var bytes = LossDocument.write(snapshot, locale, shape, convertBundle.write(locale, shape).losses(), asText);
            return Optional.of(EncodedBundle.compressFast(locale.locale(), bytes, Set.of(), encodings));
        }), request).map(Optional::orElseThrow);
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.BUSY;
    }

    private static String key(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("\n"));
    }
}
