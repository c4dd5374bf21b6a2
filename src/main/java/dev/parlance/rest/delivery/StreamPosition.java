package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.CatalogEvents.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a catalog as the client of an event stream knows it: its latest release, and the release of each channel.
 *
 * <p>The id of an event is this state after the event, such as {@code 7;production=5;staging=7}. A replica that receives it as
 * {@code Last-Event-ID} sends the differences from the present state. Replicas therefore need not remember events or clients.
 *
 * <p>Not thread-safe.
 */
final class StreamPosition {
    /** Longer ids could exceed the header limits of clients. They are shortened to the latest release. */
    static final int MAX_ID_LENGTH = 2000;
    /** If more releases were missed, the earliest ones are not sent. */
    static final int MAX_MISSED_RELEASES = 100;

    private static final Pattern ID = Pattern.compile("[0-9]{1,9}(;[a-z0-9._-]{1,64}=[0-9]{1,9})*");
    private static final String SEPARATOR = ";";

    private final CatalogName catalog;
    private final Map<String, Integer> releaseByChannel = new TreeMap<>();
    private int latestRelease;

    /** @param lastEventId the id of the last event that the client received; an id in an unknown form is treated as absent */
    StreamPosition(CatalogName catalog, @Nullable String lastEventId) {
        this.catalog = catalog;
        if (lastEventId != null && lastEventId.length() <= MAX_ID_LENGTH && ID.matcher(lastEventId).matches()) {
            var parts = lastEventId.split(SEPARATOR);
            latestRelease = Integer.parseInt(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                releaseByChannel.put(parts[i].substring(0, equals), Integer.parseInt(parts[i].substring(equals + 1)));
            }
        }
    }

    /**
     * Returns the events between this position and the present state, releases first. The caller passes each of them to {@link #advance}.
     *
     * @param present     the releases of all channels
     * @param latestKnown the latest release; 0 if only the releases of the channels are known, as before the database has answered
     */
    List<Event> missedEvents(Map<String, Integer> present, int latestKnown) {
        int presentLatest = present.values().stream().mapToInt(it -> it).reduce(latestKnown, Math::max);
        var events = new ArrayList<Event>();
        if (latestRelease > 0) {
            IntStream.rangeClosed(Math.max(latestRelease, presentLatest - MAX_MISSED_RELEASES) + 1, presentLatest)
                    .mapToObj(it -> new Event(catalog, Optional.empty(), it)).forEach(events::add);
        } else {
            latestRelease = presentLatest;
        }
        present.forEach((channel, release) -> {
            if (!release.equals(releaseByChannel.get(channel))) {
                events.add(new Event(catalog, Optional.of(channel), release));
            }
        });
        releaseByChannel.keySet().retainAll(present.keySet());
        return events;
    }

    /** Applies an event to this position; returns the id of the event, or empty if the client already knows this state. */
    Optional<String> advance(Event event) {
        if (event.channel().isPresent()) {
            var previous = releaseByChannel.put(event.channel().get(), event.release());
            return previous != null && previous == event.release() ? Optional.empty() : Optional.of(id());
        }
        if (event.release() == latestRelease) {
            return Optional.empty();
        }
        latestRelease = event.release();
        return Optional.of(id());
    }

    private String id() {
        var id = new StringBuilder().append(latestRelease);
        releaseByChannel.forEach((channel, release) -> id.append(SEPARATOR).append(channel).append('=').append(release));
        return id.length() > MAX_ID_LENGTH ? Integer.toString(latestRelease) : id.toString();
    }
}
