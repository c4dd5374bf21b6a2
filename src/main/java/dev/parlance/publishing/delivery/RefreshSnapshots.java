package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import jakarta.inject.Singleton;
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
 * Loads the releases that channels point at from the database into memory, and keeps them current.
 *
 * <p>One query returns the heads of all channels of all catalogs. Only releases that are not in memory yet are loaded.
 */
@Singleton
public final class RefreshSnapshots {
    private final Channels channels;
    private final LoadReleases loadReleases;
    private final Transactions transactions;
    private final SnapshotRegistry snapshotRegistry;
    private final CatalogEvents events;

    public RefreshSnapshots(Channels channels, LoadReleases loadReleases, Transactions transactions, SnapshotRegistry snapshotRegistry,
            CatalogEvents events) {
        this.channels = channels;
        this.loadReleases = loadReleases;
        this.transactions = transactions;
        this.snapshotRegistry = snapshotRegistry;
        this.events = events;
    }

    /**
     * Brings the served snapshots up to date with the database. A catalog that cannot be loaded does not affect the others.
     *
     * @return the catalogs whose served releases changed
     * @throws ReleasesNotLoadedException if a catalog could not be loaded, after all others were
     */
    public synchronized List<CatalogName> refresh() {
        var heads = transactions.call(() -> {
            snapshotRegistry.setErrorMembers(channels.errorMembers());
            return channels.heads();
        });
        var headsByCatalog = heads.stream().collect(Collectors.groupingBy(ChannelHead::catalog, LinkedHashMap::new, Collectors.toList()));
        var changed = new ArrayList<CatalogName>();
        var failures = new LinkedHashMap<CatalogName, Throwable>();
        headsByCatalog.forEach((catalog, channelHeads) -> {
            try {
                if (!isServed(catalog, channelHeads)) {
                    var moves = findMoves(channelHeads);
                    snapshotRegistry.install(Map.of(catalog, loadSnapshots(channelHeads)));
                    moves.forEach(it -> snapshotRegistry.progress().recordMove(it.movedAt()));
                    changed.add(catalog);
                }
            } catch (RuntimeException | Error e) {
                failures.put(catalog, e);
            }
        });
        var served = heads.stream().filter(it -> isServed(it.catalog(), headsByCatalog.get(it.catalog()))).toList();
        snapshotRegistry.progress().setChannelsBehind(heads.size() - served.size());
        events.publishChanges(served);
        if (!failures.isEmpty()) {
            throw new ReleasesNotLoadedException(failures);
        }
        // Removes catalogs restored from the files of another database.
        snapshotRegistry.retainOnly(headsByCatalog.keySet());
        snapshotRegistry.markCurrent();
        return changed;
    }

    private boolean isServed(CatalogName catalog, List<ChannelHead> heads) {
        var snapshots = snapshotRegistry.channels(catalog);
        return snapshots.size() == heads.size() && heads.stream().allMatch(it ->
                snapshots.containsKey(it.channel()) && snapshots.get(it.channel()).serves(it));
    }

    /** Returns the latest moves of the channels that are served and have moved. The first load after the start is not a move. */
    private List<ChannelMove> findMoves(List<ChannelHead> heads) {
        var snapshots = snapshotRegistry.channels(heads.get(0).catalog());
        var moved = heads.stream().filter(it -> snapshots.containsKey(it.channel()) && !snapshots.get(it.channel()).serves(it)).toList();
        return moved.isEmpty() ? List.of() : transactions.call(() -> moved.stream()
                .flatMap(it -> channels.moves(it.catalog(), it.channel(), 1).stream()).toList());
    }

    /** Loads the snapshots of one catalog. Channels at the same release share a snapshot; snapshots share their unchanged locales. */
    private SortedMap<String, Snapshot> loadSnapshots(List<ChannelHead> heads) {
        var byRelease = new HashMap<Integer, Snapshot>();
        snapshotRegistry.channels(heads.get(0).catalog()).values().forEach(it -> byRelease.put(it.release(), it));
        var snapshots = new TreeMap<String, Snapshot>();
        for (var head : heads) {
            var loaded = Optional.ofNullable(byRelease.get(head.release())).filter(it -> it.serves(head));
            var snapshot = loaded
                    .orElseGet(() -> loadReleases.loadSnapshot(head.catalog(), head.release(), List.copyOf(byRelease.values())));
            byRelease.put(head.release(), snapshot);
            snapshots.put(head.channel(), snapshot);
        }
        return snapshots;
    }
}
