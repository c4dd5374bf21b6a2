package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.Releases;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Reads bundles of any release: from memory if a channel points at it, else from the database. */
@Singleton
public final class ReadReleaseBundle {
    private final SnapshotRegistry snapshots;
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;

    public ReadReleaseBundle(SnapshotRegistry snapshots, Releases releases, Blobs blobs, Transactions transactions) {
        this.snapshots = snapshots;
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /**
     * Returns the bundle of a release.
     *
     * @param locale must be a locale of the release, without fallback: the URL is cacheable for a year and so has a single spelling
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_RELEASE} or {@link ProblemType#UNKNOWN_LOCALE}
     */
    public EncodedBundle read(CatalogName catalog, int release, LocaleTag locale) {
        var snapshot = snapshots.findRelease(catalog, release);
        if (snapshot.isPresent() && snapshot.get().offeredLocales().all().contains(locale)) {
            return snapshot.get().locale(locale).encoded();
        }
        return transactions.call(() -> {
            var bundles = releases.bundles(requireRelease(catalog, release).id());
            return bundles.stream().filter(it -> it.locale().equals(locale)).findFirst().map(this::encode)
                    .orElseThrow(() -> ProblemType.UNKNOWN_LOCALE.with(locale.value(), catalog.value(),
                            bundles.stream().map(it -> it.locale().value()).collect(Collectors.joining(", "))));
        });
    }

    /** Returns the matching patterns by key; empty if the release or the locale does not exist. */
    Optional<SortedMap<String, String>> findPatterns(CatalogName catalog, int release, LocaleTag locale, BundleFilter selection) {
        return transactions.call(() -> releases.find(catalog, release).flatMap(it -> releases.bundles(it.id()).stream()
                .filter(bundle -> bundle.locale().equals(locale)).findFirst()).map(it -> selectPatterns(it, selection)));
    }

    private SortedMap<String, String> selectPatterns(ReleaseBundle bundle, BundleFilter selection) {
        var tags = new HashMap<String, List<String>>();
        if (selection.tag().isPresent()) {
            ReferenceReader.read(blobs.get(bundle.reference()), entry -> tags.put(entry.key(), entry.tags()));
        }
        return selection.apply(CanonicalJson.read(blobs.get(bundle.bundle()), Bundle.class).messages(),
                (key, tag) -> tags.get(key).contains(tag));
    }

    private Release requireRelease(CatalogName catalog, int release) {
        return releases.find(catalog, release).orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(release, catalog.value()));
    }

    private EncodedBundle encode(ReleaseBundle bundle) {
        return new EncodedBundle(bundle.bundle(), bundle.locale(), blobs.get(bundle.bundle()), blobs.encodings(bundle.bundle()), Set.of());
    }
}
