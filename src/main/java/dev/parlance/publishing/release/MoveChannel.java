package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.events.CatalogEvent;
import dev.parlance.catalog.events.CatalogEvents;
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

    /** The maximum number of moves that a rollback examines. A channel that moves daily reaches it after almost three years. */
    private static final int MAX_REPLAYED_MOVES = 1000;

    private final Catalogs catalogs;
    private final Releases releases;
    private final Channels channels;
    private final CatalogEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final ChannelMoveListener listener;

    public MoveChannel(Catalogs catalogs, Releases releases, Channels channels, CatalogEvents events, Transactions transactions,
                       Clock clock, ChannelMoveListener listener) {
        this.catalogs = catalogs;
        this.releases = releases;
        this.channels = channels;
        this.events = events;
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
     * The outcome of a move.
     *
     * @param from  the previous release; empty for a new channel
     * @param moved false if the channel already pointed at the release, so that nothing changed
     */
    public record MoveResult(Channel channel, OptionalInt from, boolean moved) {
    }

    /**
     * Points the channel at a release, creating the channel if it does not exist. A channel that already points at the release is not
     * moved.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_CATALOG}, {@link ProblemType#UNKNOWN_RELEASE},
     *         {@link ProblemType#UNKNOWN_CHANNEL} if moves are expected of a missing channel,
     *         {@link ProblemType#TOO_MANY_ITEMS} if the catalog has {@link #MAX_CHANNELS} channels, or {@link ProblemType#STALE_REVISION}
     *         if the channel has moved since; {@link ProblemType#RESERVED_CHANNEL} for {@link Channel#DRAFT}
     */
    public MoveResult moveTo(int release, MoveCommand command) {
        return moveAndServe(command, () -> {
            var channel = lockAndVerify(command);
            return move(channel, requireRelease(release, command), command, false);
        });
    }

    /**
     * Points the channel at an earlier release. A second rollback goes further back.
     *
     * @param target the release; if empty, the last different release of the channel that was not rolled back
     * @throws dev.parlance.problems.ProblemException as {@link #moveTo}, or {@link ProblemType#NOTHING_TO_ROLL_BACK} if there is none
     */
    public MoveResult rollBack(MoveCommand command, OptionalInt target) {
        return moveAndServe(command, () -> {
            var channel = lockAndVerify(command);
            int release = target.isPresent() ? requireRelease(target.getAsInt(), command) : findRollbackTarget(command);
            return move(channel, release, command, true);
        });
    }

    private int requireRelease(int release, MoveCommand command) {
        return releases.find(command.catalog(), release)
                .orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(release, command.catalog().value())).number();
    }

    private int findRollbackTarget(MoveCommand command) {
        return ChannelMove.findRollbackTarget(channels.moves(command.catalog(), command.channel(), MAX_REPLAYED_MOVES))
                .orElseThrow(() -> ProblemType.NOTHING_TO_ROLL_BACK.with(command.channel()));
    }

    private MoveResult moveAndServe(MoveCommand command, Supplier<MoveResult> move) {
        var result = transactions.call(move);
        if (result.moved()) {
            listener.moved(command.catalog());
        }
        return result;
    }

    /** Creates the production channel. The caller's transaction must hold the lock on the catalog. */
    void createProduction(Release release) {
        var command = new MoveCommand(release.catalog(), Channel.PRODUCTION, OptionalInt.empty(), PublishRelease.SHIPPED_BY, "");
        move(new Channel(new Channel.Id(command.catalog().value(), command.channel())), release.number(), command, false);
    }

    private Channel lockAndVerify(MoveCommand command) {
        // The lock on the catalog serializes the moves of its channels.
        catalogs.lock(command.catalog()).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(command.catalog().value()));
        var channel = channels.find(command.catalog(), command.channel());
        if (channel.isEmpty()) {
            if (command.expectedMoves().isPresent()) {
                throw ProblemType.UNKNOWN_CHANNEL.with(command.channel(), command.catalog().value());
            }
            if (command.channel().equals(Channel.DRAFT)) {
                throw ProblemType.RESERVED_CHANNEL.with(command.channel());
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

    private MoveResult move(Channel channel, int release, MoveCommand command, boolean rollback) {
        var from = channel.moves() == 0 ? OptionalInt.empty() : OptionalInt.of(channel.release());
        if (from.isPresent() && from.getAsInt() == release) {
            return new MoveResult(channel, from, false);
        }
        @Nullable Integer previous = from.isPresent() ? from.getAsInt() : null;
        channel.pointAt(release);
        channels.add(channel, new ChannelMove(channel, previous, clock.instant(), command.actor(), command.comment(), rollback));
        events.record(new CatalogEvent.ChannelMoved(command.catalog(), channel.name(), release, from, rollback, command.actor(),
                command.comment()));
        return new MoveResult(channel, from, true);
    }
}
