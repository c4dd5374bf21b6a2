package dev.parlance.publishing.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** The progress of this replica in following the channels of the database. Thread-safe. */
public final class FollowProgress {
    private final Clock clock;
    private final LongAdder moves = new LongAdder();
    private final LongAdder totalDelayMillis = new LongAdder();
    private volatile int channelsBehind;

    FollowProgress(Clock clock) {
        this.clock = clock;
    }

    /** @param movedAt when the channel was moved, by the clock of the replica that moved it */
    void recordMove(Instant movedAt) {
        moves.increment();
        // The clocks of two replicas may differ by some milliseconds.
        totalDelayMillis.add(Math.max(0, Duration.between(movedAt, clock.instant()).toMillis()));
    }

    void setChannelsBehind(int count) {
        channelsBehind = count;
    }

    /** Returns the number of moves that this replica has followed. */
    public long moves() {
        return moves.sum();
    }

    /** Returns the sum of the times from the moves until their releases were served. */
    public long totalDelayMillis() {
        return totalDelayMillis.sum();
    }

    /** Returns the number of channels whose release, at the last successful query, was not served. */
    public int channelsBehind() {
        return channelsBehind;
    }
}
