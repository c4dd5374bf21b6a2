package dev.parlance.publishing.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One entry in a channel's append-only history: the release, the actor, the time and the comment. */
@Entity
@Table(name = "channel_move")
public class ChannelMove {
    @EmbeddedId
    private Id id;
    private int release;
    private @Nullable Integer previous;
    private Instant movedAt;
    private String movedBy;
    private String comment;
    private boolean rollback;

    /** The natural key. */
    @Embeddable
    public record Id(String catalog, String channel, @Column(name = "move") int number) {
    }

    /** For the persistence layer. */
    protected ChannelMove() {
    }

    /**
     * Records a move.
     *
     * @param channel  the channel in its state after the move
     * @param previous the release before the move; null for the first move
     * @param rollback whether the move goes back to an earlier release, so that the next rollback goes further back
     */
    ChannelMove(Channel channel, @Nullable Integer previous, Instant movedAt, String movedBy, String comment, boolean rollback) {
        this.rollback = rollback;
        this.id = new Id(channel.id().catalog(), channel.name(), channel.moves());
        this.release = channel.release();
        this.previous = previous;
        this.movedAt = movedAt;
        this.movedBy = movedBy;
        this.comment = comment;
    }

    /** Returns the number of this move, counted from 1 in each channel. */
    public int number() {
        return id.number();
    }

    public int release() {
        return release;
    }

    /** Returns the release the channel pointed at before; empty for the first move. */
    public OptionalInt previous() {
        return previous == null ? OptionalInt.empty() : OptionalInt.of(previous);
    }

    /** Returns whether the move was a rollback. */
    public boolean rollback() {
        return rollback;
    }

    /**
     * Returns the release to which a rollback moves the channel: the last one served before the current one that was not rolled back
     * itself.
     *
     * @param latestFirst the moves of the channel, or the latest of them
     */
    static OptionalInt findRollbackTarget(List<ChannelMove> latestFirst) {
        var served = new ArrayDeque<Integer>();
        for (int i = latestFirst.size() - 1; i >= 0; i--) {
            var move = latestFirst.get(i);
            if (served.isEmpty()) {
                move.previous().ifPresent(served::push);
            }
            if (move.rollback() && served.contains(move.release())) {
                while (served.element() != move.release()) {
                    served.pop();
                }
            } else if (served.isEmpty() || served.element() != move.release()) {
                served.push(move.release());
            }
        }
        return served.stream().skip(1).mapToInt(Integer::intValue).findFirst();
    }

    public Instant movedAt() {
        return movedAt;
    }

    public String movedBy() {
        return movedBy;
    }

    public String comment() {
        return comment;
    }
}
