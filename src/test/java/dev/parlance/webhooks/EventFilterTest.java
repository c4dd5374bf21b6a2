package dev.parlance.webhooks;

import static dev.parlance.catalog.events.EventType.CHANNEL_MOVED;
import static dev.parlance.catalog.events.EventType.COMMENT_ADDED;
import static dev.parlance.catalog.events.EventType.RELEASE_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.events.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFilterTest {

    @Test
    void acceptsAllEventsIfEmpty() {
        assertThat(EventType.values()).allMatch(EventFilter.of(List.of())::accepts);
    }

    @Test
    void acceptsOnlyListedEvents() {
        var filter = EventFilter.of(List.of(CHANNEL_MOVED, RELEASE_CREATED, CHANNEL_MOVED));
        assertThat(filter.accepts(RELEASE_CREATED)).isTrue();
        assertThat(filter.accepts(COMMENT_ADDED)).isFalse();
        assertThat(filter.labels()).containsExactly("release.created", "channel.moved");
    }
}
