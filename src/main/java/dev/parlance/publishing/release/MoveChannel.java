package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Moves the pointers that apps follow. A move is checked against what its caller has seen, and never forgotten. */
@Singleton
public final class MoveChannel {
    private final Catalogs catalogs;
    private final Releases releases;
    private final Channels channels;
    private final Transactions transactions;
    private final Clock clock;

    public MoveChannel(Catalogs catalogs, Releases releases, Channels channels, Transactions transactions, Clock clock) {
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
    public record MoveCommand(CatalogName catalog, String channel, OptionalInt expectedMoves, String actor, String comment) {
    }

    public Channel moveTo(int release, MoveCommand command) {
        return transactions.call(() -> {
            var channel = lockAndVerify(command);
            releases.find(command.catalog(), release)
                    .orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(release, command.catalog().value()));
            return move(channel, release, command);
        });
    }

    /** To where it pointed before its last move. Twice is there and back again. */
    public Channel rollBack(MoveCommand command) {
        return transactions.call(() -> {
            var channel = lockAndVerify(command);
            int previous = channels.moves(command.catalog(), command.channel(), 1).stream().findFirst()
                    .map(ChannelMove::previous).orElse(OptionalInt.empty())
                    .orElseThrow(() -> ProblemType.NOTHING_TO_ROLL_BACK.with(command.channel()));
            return move(channel, previous, command);
        });
    }

    /** For a catalog whose lock the caller's transaction holds already. */
    void createProduction(Release release) {
        var command = new MoveCommand(release.catalog(), Channel.PRODUCTION, OptionalInt.empty(), PublishRelease.SHIPPED_BY, "");
        move(new Channel(new Channel.Id(command.catalog().value(), command.channel())), release.number(), command);
    }

    private Channel lockAndVerify(MoveCommand command) {
        // Moves of one catalog wait for each other here.
        catalogs.lock(command.catalog()).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(command.catalog().value()));
        var channel = channels.find(command.catalog(), command.channel());
        if (channel.isEmpty()) {
            if (command.expectedMoves().isPresent()) {
                throw ProblemType.UNKNOWN_CHANNEL.with(command.channel(), command.catalog().value());
            }
            return new Channel(new Channel.Id(command.catalog().value(), command.channel()));
        }
        if (command.expectedMoves().isEmpty() || command.expectedMoves().getAsInt() != channel.get().moves()) {
            throw ProblemType.STALE_REVISION.with()
                    .withMember("release", channel.get().release()).withMember("moves", channel.get().moves());
        }
        return channel.get();
    }

    private Channel move(Channel channel, int release, MoveCommand command) {
        @Nullable Integer previous = channel.moves() == 0 ? null : Integer.valueOf(channel.release());
        channel.pointAt(release);
        channels.add(channel, new ChannelMove(channel, previous, clock.instant(), command.actor(), command.comment()));
        return channel;
    }
}
