package dev.parlance.publishing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.CatalogEvents.Event;
import dev.parlance.publishing.release.ChannelHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogEventsTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final CatalogName DOCS = new CatalogName("docs");

    private final CatalogEvents events = new CatalogEvents();
    private final List<Event> received = new ArrayList<>();

    @Test
    void publishesFirstHeadsOnce() {
        events.subscribe(SHOP, received::add);
        events.publishChanges(List.of(head(SHOP, "production", 1, 1), head(SHOP, "staging", 1, 1)));
        events.publishChanges(List.of(head(SHOP, "production", 1, 1), head(SHOP, "staging", 1, 1)));
        assertThat(received).containsExactly(new Event(SHOP, Optional.empty(), 1), new Event(SHOP, Optional.of("production"), 1),
                new Event(SHOP, Optional.of("staging"), 1));
    }

    @Test
    void publishesNewReleaseOnceBeforeMoves() {
        events.publishChanges(List.of(head(SHOP, "production", 1, 1), head(SHOP, "staging", 1, 1)));
        events.subscribe(SHOP, received::add);
        events.publishChanges(List.of(head(SHOP, "production", 1, 2), head(SHOP, "staging", 2, 2)));
        assertThat(received).containsExactly(new Event(SHOP, Optional.empty(), 2), new Event(SHOP, Optional.of("staging"), 2));
    }

    @Test
    void knowsLatestReleaseOfEachCatalog() {
        assertThat(events.latestRelease(SHOP)).isZero();
        events.publishChanges(List.of(head(SHOP, "production", 1, 4), head(DOCS, "production", 2, 2)));
        assertThat(events.latestRelease(SHOP)).isEqualTo(4);
        assertThat(events.latestRelease(DOCS)).isEqualTo(2);
    }

    @Test
    void publishesMovesInBothDirectionsAndNewChannels() {
        events.publishChanges(List.of(head(SHOP, "production", 2, 2)));
        events.subscribe(SHOP, received::add);
        events.publishChanges(List.of(head(SHOP, "production", 1, 2)));
        events.publishChanges(List.of(head(SHOP, "beta", 2, 2), head(SHOP, "production", 1, 2)));
        assertThat(received).containsExactly(new Event(SHOP, Optional.of("production"), 1), new Event(SHOP, Optional.of("beta"), 2));
    }

    @Test
    void notifiesSubscribersOfTheCatalogOnly() {
        events.publishChanges(List.of(head(SHOP, "production", 1, 1), head(DOCS, "production", 1, 1)));
        events.subscribe(DOCS, received::add);
        events.publishChanges(List.of(head(SHOP, "production", 2, 2), head(DOCS, "production", 1, 1)));
        assertThat(received).isEmpty();
    }

    @Test
    void stopsNotifyingClosedSubscription() {
        events.publishChanges(List.of(head(SHOP, "production", 1, 1)));
        var other = new ArrayList<Event>();
        try (var subscription = events.subscribe(SHOP, received::add)) {
            events.subscribe(SHOP, other::add);
            assertThat(subscription).isNotNull();
            assertThat(events.subscriberCount()).isEqualTo(2);
        }
        events.publishChanges(List.of(head(SHOP, "production", 2, 2)));
        assertThat(received).isEmpty();
        assertThat(other).hasSize(2);
        assertThat(events.subscriberCount()).isEqualTo(1);
    }

    private static ChannelHead head(CatalogName catalog, String channel, int release, int latestRelease) {
        return new ChannelHead(catalog, channel, release, Instant.EPOCH, latestRelease);
    }
}
