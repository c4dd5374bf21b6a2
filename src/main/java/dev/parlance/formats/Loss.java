package dev.parlance.formats;

import java.util.Comparator;

/**
 * A difference between the text that a client prints and the text of this service.
 *
 * @param argument the name of the argument; empty if the difference concerns the text itself
 */
public record Loss(LossReason reason, String argument) implements Comparable<Loss> {
    private static final Comparator<Loss> ORDER = Comparator.comparing(Loss::reason).thenComparing(Loss::argument);

    @Override
    public int compareTo(Loss other) {
        return ORDER.compare(this, other);
    }
}
