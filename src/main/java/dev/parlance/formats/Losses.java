package dev.parlance.formats;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the losses of one message in a format. Each loss is counted once. */
public final class Losses {
    private final SortedSet<Loss> all = new TreeSet<>();

    /** Creates a collector with the losses that the pattern has in every format. */
    public Losses(BundleContent.Entry entry) {
        entry.preformatted().forEach(it -> add(LossReason.PRINTF_CONVERSION, it));
    }

    public void add(LossReason reason, String argument) {
        all.add(new Loss(reason, argument));
    }

    public void addIf(boolean lossy, LossReason reason, String argument) {
        if (lossy) {
            add(reason, argument);
        }
    }

    /** Returns the losses collected so far, by reason and argument. */
    public SortedSet<Loss> all() {
        return Collections.unmodifiableSortedSet(all);
    }
}
