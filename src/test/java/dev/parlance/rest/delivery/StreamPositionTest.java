package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.CatalogEvents.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final Map<String, Integer> PRESENT = new TreeMap<>(Map.of("production", 5, "staging", 7));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "-1", "7;", ";production=5", "7;production", "7;production=", "7;PRODUCTION=5", "9999999999",
            "7;a=1;\n"})
    void startsWithStateOfAllChannels(@Nullable String lastEventId) {
        assertThat(missed(lastEventId, 7)).containsExactly("production 5", "staging 7");
    }

    @Test
    void identifiesEventsByResultingState() {
        var position = new StreamPosition(SHOP, null);
        assertThat(position.missedEvents(PRESENT, 7)).extracting(position::advance)
                .containsExactly(Optional.of("7;production=5"), Optional.of("7;production=5;staging=7"));
        assertThat(position.advance(release(8))).contains("8;production=5;staging=7");
        assertThat(position.advance(move("production", 8))).contains("8;production=8;staging=7");
        assertThat(position.advance(move("production", 5))).contains("8;production=5;staging=7");
    }

    @Test
    void resumesAfterLastEvent() {
        assertThat(missed("7;production=5;staging=7", 7)).isEmpty();
        assertThat(missed("7;production=4;staging=7", 7)).containsExactly("production 5");
        assertThat(missed("5;production=5", 7)).containsExactly("release 6", "release 7", "staging 7");
        assertThat(missed("7;gone=1;production=5;staging=7", 7)).isEmpty();
        // The database was restored from a backup.
        assertThat(missed("9;production=9;staging=7", 7)).containsExactly("production 5");
    }

    /** Each id leads from any event of a stream to its end. */
    @Test
    void resumesFromEachEvent() {
        var position = new StreamPosition(SHOP, "6");
        var events = position.missedEvents(PRESENT, 8);
        assertThat(events).hasSize(4);
        for (int i = 0; i < events.size(); i++) {
            var id = position.advance(events.get(i)).orElseThrow();
            assertThat(new StreamPosition(SHOP, id).missedEvents(PRESENT, 8)).isEqualTo(events.subList(i + 1, events.size()));
        }
    }

    @Test
    void skipsEventsThatClientKnows() {
        var position = new StreamPosition(SHOP, "7;production=5");
        assertThat(position.advance(release(7))).isEmpty();
        assertThat(position.advance(move("production", 5))).isEmpty();
        assertThat(position.advance(move("staging", 5))).isPresent();
    }

    @Test
    void infersLatestReleaseFromChannels() {
        var position = new StreamPosition(SHOP, null);
        position.missedEvents(PRESENT, 0).forEach(position::advance);
        assertThat(position.advance(release(7))).as("not a new release").isEmpty();
        assertThat(position.advance(release(8))).isPresent();
    }

    @Test
    void boundsMissedReleasesAndIds() {
        assertThat(missed("1;production=5;staging=7", 5000)).hasSize(StreamPosition.MAX_MISSED_RELEASES).startsWith("release 4901")
                .endsWith("release 5000");
        var channels = IntStream.range(0, 200).boxed().collect(Collectors.toMap(it -> "channel-" + it, it -> 7));
        var position = new StreamPosition(SHOP, null);
        var ids = position.missedEvents(channels, 7).stream().map(it -> position.advance(it).orElseThrow()).toList();
        assertThat(ids).allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(StreamPosition.MAX_ID_LENGTH));
        assertThat(ids.get(199)).isEqualTo("7");
        assertThat(new StreamPosition(SHOP, "7").missedEvents(channels, 7)).hasSize(200);
    }

    private static List<String> missed(@Nullable String lastEventId, int latest) {
        return new StreamPosition(SHOP, lastEventId).missedEvents(PRESENT, latest).stream()
                .map(it -> it.channel().orElse("release") + " " + it.release()).toList();
    }

    private static Event release(int number) {
        return new Event(SHOP, Optional.empty(), number);
    }

    private static Event move(String channel, int release) {
        return new Event(SHOP, Optional.of(channel), release);
    }
}
