package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.memory.ReadContent;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings what the channels point at from the database into memory, and keeps it so: one query says where every channel of every
 * catalog points; only what is not in memory yet is loaded.
 */
public final class FollowReleases {
    private final Channels channels;
    private final ReadContent read;
    private final Transactions transactions;
    private final Delivery delivery;
    private final CatalogEvents events;

    public FollowReleases(Channels channels, ReadContent read, Transactions transactions, Delivery delivery, CatalogEvents events) {
        this.channels = channels;
        this.read = read;
        this.transactions = transactions;
        this.delivery = delivery;
        this.events = events;
    }

    /**
     * What is served from now on is what the database says now. One catalog that cannot be loaded does not keep the others away.
     *
     * @return the catalogs of which other releases are served than before
     * @throws IllegalStateException when all others are served, with what was wrong with it
     */
    public synchronized List<CatalogName> now() {
        var all = transactions.call(channels::heads);
        var heads = all.stream().collect(Collectors.groupingBy(Head::catalog, LinkedHashMap::new, Collectors.toList()));
        var moved = new ArrayList<CatalogName>();
        var failure = new IllegalStateException("not all catalogs could be loaded");
        heads.forEach((catalog, its) -> {
            try {
                if (!served(catalog, its)) {
                    delivery.install(Map.of(catalog, snapshots(its)));
                    moved.add(catalog);
                }
            } catch (RuntimeException | StackOverflowError e) {
                failure.addSuppressed(new IllegalStateException(catalog.value(), e));
            }
        });
        events.seen(all.stream().filter(it -> served(it.catalog(), heads.get(it.catalog()))).toList());
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
        // What only a file knew, of a database that is no longer this one.
        delivery.keepOnly(heads.keySet());
        delivery.confirm();
        return moved;
    }

    private boolean served(CatalogName catalog, List<Head> heads) {
        var snapshots = delivery.channels(catalog);
        return snapshots.size() == heads.size() && heads.stream().allMatch(it ->
                snapshots.containsKey(it.channel()) && snapshots.get(it.channel()).serves(it));
    }

    /** Two channels at the same release share its snapshot; a locale that did not change is shared with the release before. */
    private SortedMap<String, Snapshot> snapshots(List<Head> heads) {
        var byRelease = new HashMap<Integer, Snapshot>();
        delivery.channels(heads.get(0).catalog()).values().forEach(it -> byRelease.put(it.release(), it));
        var snapshots = new TreeMap<String, Snapshot>();
        for (var head : heads) {
            var known = Optional.ofNullable(byRelease.get(head.release())).filter(it -> it.serves(head));
            var snapshot = known.orElseGet(() -> read.snapshot(head.catalog(), head.release(), List.copyOf(byRelease.values())));
            byRelease.put(head.release(), snapshot);
            snapshots.put(head.channel(), snapshot);
        }
        return snapshots;
    }
}
