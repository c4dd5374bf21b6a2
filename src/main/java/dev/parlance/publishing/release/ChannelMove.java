package dev.parlance.publishing.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One line of a channel's history: who pointed it where, and why. Never changed. */
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

    /** The natural key. */
    @Embeddable
    public record Id(String catalog, String channel, @Column(name = "move") int number) {
    }

    /** For the persistence layer. */
    protected ChannelMove() {
    }

    /** @param channel as it is after the move */
    ChannelMove(Channel channel, @Nullable Integer previous, Instant movedAt, String movedBy, String comment) {
        this.id = new Id(channel.id().catalog(), channel.name(), channel.moves());
        this.release = channel.release();
        this.previous = previous;
        this.movedAt = movedAt;
        this.movedBy = movedBy;
        this.comment = comment;
    }

    /** Counted from 1. */
    public int number() {
        return id.number();
    }

    public int release() {
        return release;
    }

    /** The release before; empty for the first move. */
    public OptionalInt previous() {
        return previous == null ? OptionalInt.empty() : OptionalInt.of(previous);
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
