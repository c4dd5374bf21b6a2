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

/** Who wants to know at once when a catalog has a new release, or one of its channels has moved. */
@Singleton
public final class CatalogEvents {
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Map<Channel.Id, Integer> releaseByChannel = new HashMap<>();
    private final Map<CatalogName, Integer> latestByCatalog = new HashMap<>();

    /**
     * What happened.
     *
     * @param channel that points at the release from now on; empty where the release was only cut
     */
    public record Event(CatalogName catalog, Optional<String> channel, int release) {
    }

    /** Somebody who is told until closing. */
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

    /** @param told on the thread that found out: to be quick, and not to throw */
    public Subscription subscribe(CatalogName catalog, Consumer<Event> handler) {
        var subscription = new Subscription(catalog, handler);
        subscriptions.add(subscription);
        return subscription;
    }

    /** Tells how the heads differ from those seen before. The first time there is nothing to tell: who comes is told how things are. */
    synchronized void publishChanges(List<ChannelHead> heads) {
        for (var head : heads) {
            var previousRelease = releaseByChannel.put(new Channel.Id(head.catalog().value(), head.channel()), head.release());
            var previousLatest = latestByCatalog.put(head.catalog(), head.latestRelease());
            if (previousLatest != null && previousLatest != head.latestRelease()) {
                notifySubscribers(new Event(head.catalog(), Optional.empty(), head.latestRelease()));
            }
            if (previousLatest != null && (previousRelease == null || previousRelease != head.release())) {
                notifySubscribers(new Event(head.catalog(), Optional.of(head.channel()), head.release()));
            }
        }
    }

    private void notifySubscribers(Event event) {
        subscriptions.stream().filter(it -> it.catalog.equals(event.catalog())).forEach(it -> it.handler.accept(event));
    }

    /** How many listen now. */
    public int subscriberCount() {
        return subscriptions.size();
    }
}
