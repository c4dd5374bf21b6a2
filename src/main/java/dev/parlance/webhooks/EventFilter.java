package dev.parlance.webhooks;

import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.events.EventType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * The events that a webhook receives.
 *
 * @param types in the order of their declaration; all events if empty
 */
public record EventFilter(List<EventType> types) {
    public static final EventFilter ALL = new EventFilter(List.of());

    /** Sorts the types and removes repetitions. */
    public static EventFilter of(Collection<EventType> types) {
        return types.isEmpty() ? ALL : new EventFilter(List.copyOf(EnumSet.copyOf(types)));
    }

    public boolean accepts(EventType type) {
        return types.isEmpty() || types.contains(type);
    }

    public List<String> labels() {
        return types.stream().map(Labelled::label).toList();
    }
}
