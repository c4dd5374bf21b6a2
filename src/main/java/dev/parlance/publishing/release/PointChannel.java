package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.Refusal;
import java.time.Clock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Moves the pointers that apps follow. A move is checked against what its caller has seen, and never forgotten. */
public final class PointChannel {
    private final Catalogs catalogs;
    private final Releases releases;
    private final Channels channels;
    private final Transactions transactions;
    private final Clock clock;

    public PointChannel(Catalogs catalogs, Releases releases, Channels channels, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.releases = releases;
        this.channels = channels;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Who moves which channel, and why.
     *
     * @param seen the moves the channel had when its caller read it; empty where there must be no such channel yet
     */
    public record Order(CatalogName catalog, String channel, OptionalInt seen, String by, String comment) {
    }

    public Channel to(int release, Order order) {
        return transactions.call(() -> {
            var channel = checked(order);
            releases.find(order.catalog(), release)
                    .orElseThrow(() -> Refusal.UNKNOWN_RELEASE.with(release, order.catalog().value()));
            return move(channel, release, order);
        });
    }

    /** To where it pointed before its last move. Twice is there and back again. */
    public Channel back(Order order) {
        return transactions.call(() -> {
            var channel = checked(order);
            int previous = channels.moves(order.catalog(), order.channel(), 1).stream().findFirst()
                    .map(ChannelMove::previous).orElse(OptionalInt.empty())
                    .orElseThrow(() -> Refusal.NOTHING_TO_ROLL_BACK.with(order.channel()));
            return move(channel, previous, order);
        });
    }

    /** For a catalog whose lock the caller's transaction holds already. */
    void first(Release release) {
        var order = new Order(release.catalog(), Channel.PRODUCTION, OptionalInt.empty(), PublishRelease.SHIPPED, "");
        move(new Channel(new Channel.Id(order.catalog().value(), order.channel())), release.number(), order);
    }

    private Channel checked(Order order) {
        // Moves of one catalog wait for each other here.
        catalogs.lock(order.catalog()).orElseThrow(() -> Refusal.UNKNOWN_CATALOG.with(order.catalog().value()));
        var channel = channels.find(order.catalog(), order.channel());
        if (channel.isEmpty()) {
            if (order.seen().isPresent()) {
                throw Refusal.UNKNOWN_CHANNEL.with(order.channel(), order.catalog().value());
            }
            return new Channel(new Channel.Id(order.catalog().value(), order.channel()));
        }
        if (order.seen().isEmpty() || order.seen().getAsInt() != channel.get().moves()) {
            throw Refusal.STALE_REVISION.with()
                    .member("release", channel.get().release()).member("moves", channel.get().moves());
        }
        return channel.get();
    }

    private Channel move(Channel channel, int release, Order order) {
        @Nullable Integer previous = channel.moves() == 0 ? null : Integer.valueOf(channel.release());
        channel.pointAt(release);
        channels.add(channel, new ChannelMove(channel, previous, clock.instant(), order.by(), order.comment()));
        return channel;
    }
}
