package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.Head;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Who wants to know at once when a catalog has a new release, or one of its channels has moved. */
public final class CatalogEvents {
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<Channel.Id, Integer> channels = new HashMap<>();
    private final Map<CatalogName, Integer> releases = new HashMap<>();

    /**
     * What happened.
     *
     * @param channel that points at the release from now on; empty where the release was only cut
     */
    public record Event(CatalogName catalog, Optional<String> channel, int release) {
    }

    /** Somebody who is told until closing. */
    public final class Listener implements AutoCloseable {
        private final CatalogName catalog;
        private final Consumer<Event> told;

        private Listener(CatalogName catalog, Consumer<Event> told) {
            this.catalog = catalog;
            this.told = told;
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }

    /** @param told on the thread that found out: to be quick, and not to throw */
    public Listener listen(CatalogName catalog, Consumer<Event> told) {
        var listener = new Listener(catalog, told);
        listeners.add(listener);
        return listener;
    }

    /** Tells how the heads differ from those seen before. The first time there is nothing to tell: who comes is told how things are. */
    synchronized void seen(List<Head> heads) {
        for (var head : heads) {
            var pointed = channels.put(new Channel.Id(head.catalog().value(), head.channel()), head.release());
            var latest = releases.put(head.catalog(), head.latest());
            if (latest != null && latest != head.latest()) {
                tell(new Event(head.catalog(), Optional.empty(), head.latest()));
            }
            if (latest != null && (pointed == null || pointed != head.release())) {
                tell(new Event(head.catalog(), Optional.of(head.channel()), head.release()));
            }
        }
    }

    private void tell(Event event) {
        listeners.stream().filter(it -> it.catalog.equals(event.catalog())).forEach(it -> it.told.accept(event));
    }

    /** How many listen now. */
    public int listeners() {
        return listeners.size();
    }
}
