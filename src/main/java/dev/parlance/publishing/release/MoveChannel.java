package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Points channels at releases. A move requires the channel's current version and is recorded permanently. */
@Singleton
public final class MoveChannel {
    /** The maximum number of channels of a catalog. Each channel may keep another release in memory. */
    public static final int MAX_CHANNELS = 20;

    private final Catalogs catalogs;
    private final Releases releases;
    private final Channels channels;
    private final Transactions transactions;
    private final Clock clock;
    private final ChannelMoveListener listener;

    public MoveChannel(Catalogs catalogs, Releases releases, Channels channels, Transactions transactions, Clock clock,
                       ChannelMoveListener listener) {
        this.catalogs = catalogs;
        this.releases = releases;
        this.channels = channels;
        this.transactions = transactions;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * A request to move a channel.
     *
     * @param expectedMoves the number of moves of the channel as the caller last read it; empty if the channel must not exist yet
     * @param actor         the name recorded with the move
     */
    public record MoveCommand(CatalogName catalog, String channel, OptionalInt expectedMoves, String actor, String comment) {
    }

    /**
     * Points the channel at a release, creating the channel if it does not exist.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_CATALOG}, {@link ProblemType#UNKNOWN_RELEASE},
     *         {@link ProblemType#UNKNOWN_CHANNEL} if moves are expected of a missing channel,
     *         {@link ProblemType#TOO_MANY_ITEMS} if the catalog has {@link #MAX_CHANNELS} channels, or {@link ProblemType#STALE_REVISION}
     *         if the channel has moved since
     */
    public Channel moveTo(int release, MoveCommand command) {
        return moveAndServe(command, () -> {
            var channel = lockAndVerify(command);
            releases.find(command.catalog(), release)
                    .orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(release, command.catalog().value()));
            return move(channel, release, command);
        });
    }

    /**
     * Points the channel at the release before its last move. A second rollback reverts the first.
     *
     * @throws dev.parlance.problems.ProblemException as {@link #moveTo}, or {@link ProblemType#NOTHING_TO_ROLL_BACK} after the first move
     */
    public Channel rollBack(MoveCommand command) {
        return moveAndServe(command, () -> {
            var channel = lockAndVerify(command);
            int previous = channels.moves(command.catalog(), command.channel(), 1).stream().findFirst()
                    .map(ChannelMove::previous).orElse(OptionalInt.empty())
                    .orElseThrow(() -> ProblemType.NOTHING_TO_ROLL_BACK.with(command.channel()));
            return move(channel, previous, command);
        });
    }

    private Channel moveAndServe(MoveCommand command, Supplier<Channel> move) {
        var channel = transactions.call(move);
        listener.moved(command.catalog());
        return channel;
    }

    /** Creates the production channel. The caller's transaction must hold the lock on the catalog. */
    void createProduction(Release release) {
        var command = new MoveCommand(release.catalog(), Channel.PRODUCTION, OptionalInt.empty(), PublishRelease.SHIPPED_BY, "");
        move(new Channel(new Channel.Id(command.catalog().value(), command.channel())), release.number(), command);
    }

    private Channel lockAndVerify(MoveCommand command) {
        // The lock on the catalog serializes the moves of its channels.
        catalogs.lock(command.catalog()).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(command.catalog().value()));
        var channel = channels.find(command.catalog(), command.channel());
        if (channel.isEmpty()) {
            if (command.expectedMoves().isPresent()) {
                throw ProblemType.UNKNOWN_CHANNEL.with(command.channel(), command.catalog().value());
            }
            if (channels.findByCatalog(command.catalog()).size() >= MAX_CHANNELS) {
                throw ProblemType.TOO_MANY_ITEMS.with("/channel", MAX_CHANNELS);
            }
            return new Channel(new Channel.Id(command.catalog().value(), command.channel()));
        }
        if (command.expectedMoves().isEmpty() || command.expectedMoves().getAsInt() != channel.get().moves()) {
            var problem = command.expectedMoves().isEmpty() ? ProblemType.RESOURCE_EXISTS.with("\"" + channel.get().moves() + "\"")
                    : ProblemType.STALE_REVISION.with();
            throw problem.withMember("release", channel.get().release()).withMember("moves", channel.get().moves());
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
