package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.PortContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The behavior that all repositories of channels share.
 *
 * <p>Every test rolls back, because the workers in the background would load the releases, which have no bundles.
 */
public abstract class ChannelsContract extends PortContract {
    private static final Instant CREATED_AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant MOVED_AT = Instant.parse("2026-02-03T04:05:06Z");

    protected abstract PublishingPorts publishing();

    @Test
    public void findsOnlyExistingChannels() {
        rows.runAndRollBack(() -> {
            addReleases();
            move(channel("staging"), null, 1, "");
            assertThat(publishing().channels().find(rows.name, "production")).isEmpty();
            assertThat(publishing().channels().find(rows.name, "staging")).hasValueSatisfying(it -> assertThat(it.release()).isEqualTo(1));
            assertThat(publishing().channels().moves(rows.name, "production", 9)).isEmpty();
        });
    }

    @Test
    public void listsChannelsOfCatalogByName() {
        rows.runAndRollBack(() -> {
            addReleases();
            List.of("production", "beta", "staging").forEach(it -> move(channel(it), null, 1, ""));
            assertThat(publishing().channels().findByCatalog(rows.name)).extracting(Channel::name)
                    .containsExactly("beta", "production", "staging");
        });
    }

    @Test
    public void returnsMovesLatestFirst() {
        rows.runAndRollBack(() -> {
            addReleases();
            var channel = channel("production");
            move(channel, null, 1, "żółw");
            move(channel, 1, 2, "رسائل");
            move(channel, 2, 1, "注文");
            var moves = publishing().channels().moves(rows.name, "production", 2);
            assertThat(moves).extracting(ChannelMove::number).containsExactly(3, 2);
            assertThat(moves).extracting(ChannelMove::release).containsExactly(1, 2);
            assertThat(moves).extracting(ChannelMove::comment).containsExactly("注文", "رسائل");
            assertThat(publishing().channels().moves(rows.name, "production", 9).get(2).previous()).isEmpty();
        });
    }

    @Test
    public void returnsHeadsWithCreationTimeAndLatestRelease() {
        rows.runAndRollBack(() -> {
            addReleases();
            var staging = channel("staging");
            move(staging, null, 2, "");
            move(channel("production"), null, 1, "");
            assertThat(heads()).containsExactly(new ChannelHead(rows.name, "production", 1, CREATED_AT, 2),
                    new ChannelHead(rows.name, "staging", 2, CREATED_AT, 2));
            move(staging, 2, 1, "");
            assertThat(heads()).extracting(ChannelHead::release).containsExactly(1, 1);
        });
    }

    private List<ChannelHead> heads() {
        return publishing().channels().heads().stream().filter(it -> it.catalog().equals(rows.name)).toList();
    }

    private void addReleases() {
        for (int number = 1; number <= 2; number++) {
            publishing().releases().add(new Release(rows.catalog(), number, CREATED_AT, "ann", ""), List.of());
        }
    }

    private Channel channel(String name) {
        return new Channel(new Channel.Id(rows.name.value(), name));
    }

    private void move(Channel channel, @Nullable Integer previous, int release, String comment) {
        channel.pointAt(release);
        publishing().channels().add(channel, new ChannelMove(channel, previous, MOVED_AT, "ann", comment, false));
    }
}
