package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.Refusal;
import dev.parlance.publishing.memory.Delivered;
import dev.parlance.publishing.memory.Selection;
import dev.parlance.publishing.release.Blobs;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.Releases;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Bundles of any release there ever was: from memory where a channel points at it, else from the database. */
public final class ReadPinned {
    private final Delivery delivery;
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;

    public ReadPinned(Delivery delivery, Releases releases, Blobs blobs, Transactions transactions) {
        this.delivery = delivery;
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /** @param locale exactly one of the release; an address that is kept for a year has one spelling */
    public Delivered bundle(CatalogName catalog, int release, LocaleTag locale) {
        var served = delivery.release(catalog, release);
        if (served.isPresent() && served.get().offered().all().contains(locale)) {
            return served.get().in(locale).delivered();
        }
        return transactions.call(() -> {
            var bundles = releases.bundles(found(catalog, release).id());
            return bundles.stream().filter(it -> it.locale().equals(locale)).findFirst().map(this::delivered)
                    .orElseThrow(() -> Refusal.UNKNOWN_LOCALE.with(locale.value(), catalog.value(),
                            bundles.stream().map(it -> it.locale().value()).collect(Collectors.joining(", "))));
        });
    }

    /** The selected patterns of a bundle by key, where a missing release or locale is no mistake of the caller. */
    Optional<SortedMap<String, String>> find(CatalogName catalog, int release, LocaleTag locale, Selection selection) {
        return transactions.call(() -> releases.find(catalog, release).flatMap(it -> releases.bundles(it.id()).stream()
                .filter(bundle -> bundle.locale().equals(locale)).findFirst()).map(it -> selected(it, selection)));
    }

    private SortedMap<String, String> selected(ReleaseBundle it, Selection selection) {
        var tags = new HashMap<String, List<String>>();
        if (selection.tag().isPresent()) {
            ReferenceReader.read(blobs.get(it.reference()), entry -> tags.put(entry.key(), entry.tags()));
        }
        return selection.of(CanonicalJson.read(blobs.get(it.bundle()), Bundle.class).messages(), (key, tag) -> tags.get(key).contains(tag));
    }

    private Release found(CatalogName catalog, int release) {
        return releases.find(catalog, release).orElseThrow(() -> Refusal.UNKNOWN_RELEASE.with(release, catalog.value()));
    }

    private Delivered delivered(ReleaseBundle it) {
        return new Delivered(it.bundle(), it.locale(), blobs.get(it.bundle()), blobs.encodings(it.bundle()), Set.of());
    }
}
