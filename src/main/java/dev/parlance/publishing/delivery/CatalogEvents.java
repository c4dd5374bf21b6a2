package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelHead;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Notifies subscribers when a catalog has a new release or one of its channels has moved. */
@Singleton
public final class CatalogEvents {
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Map<Channel.Id, Integer> releaseByChannel = new HashMap<>();
    private final Map<CatalogName, Integer> latestByCatalog = new ConcurrentHashMap<>();

    /**
     * A new release, or a channel move.
     *
     * @param channel the channel that now points at the release; empty if the release was only cut
     */
    public record Event(CatalogName catalog, Optional<String> channel, int release) {
    }

    /** A subscription, active until it is closed. */
    public final class Subscription implements AutoCloseable {
        private final CatalogName catalog;
        private final Consumer<Event> handler;

        private Subscription(CatalogName catalog, Consumer<Event> handler) {
            this.catalog = catalog;
            this.handler = handler;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }

    /**
     * Subscribes to the events of a catalog.
     *
     * @param handler runs on the thread that detects the change; it must return quickly and must not throw
     */
    public Subscription subscribe(CatalogName catalog, Consumer<Event> handler) {
        var subscription = new Subscription(catalog, handler);
        subscriptions.add(subscription);
        return subscription;
    }

    /**
     * Publishes the differences between these heads and the previous ones.
     *
     * <p>All of the first heads of a catalog are published: subscribers may have come before its first release, or while only the files of
     * snapshots were loaded. Subscribers skip releases that they already know.
     */
    synchronized void publishChanges(List<ChannelHead> heads) {
        for (var head : heads) {
            var previousRelease = releaseByChannel.put(new Channel.Id(head.catalog().value(), head.channel()), head.release());
            var previousLatest = latestByCatalog.put(head.catalog(), head.latestRelease());
            if (previousLatest == null || previousLatest != head.latestRelease()) {
                notifySubscribers(new Event(head.catalog(), Optional.empty(), head.latestRelease()));
            }
            if (previousRelease == null || previousRelease != head.release()) {
                notifySubscribers(new Event(head.catalog(), Optional.of(head.channel()), head.release()));
            }
        }
    }

    /** Returns the latest release of a catalog; 0 if it is not known yet. */
    public int latestRelease(CatalogName catalog) {
        return latestByCatalog.getOrDefault(catalog, 0);
    }

    private void notifySubscribers(Event event) {
        subscriptions.stream().filter(it -> it.catalog.equals(event.catalog())).forEach(it -> it.handler.accept(event));
    }

    /** Returns the number of active subscriptions. */
    int subscriberCount() {
        return subscriptions.size();
    }
}
