package dev.parlance.publishing.memory;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How often each message of a locale was rendered since the counts were last taken. Thread-safe; counting takes no lock.
 *
 * <p>The counts are stored by position, because looking one up by its key would take up to 8 % of the time of rendering a short text.
 */
public final class RenderCounts {
    private final MessageDefinitions definitions;
    /** Null until the first count, because most locales of a large catalog are read as bundles only. */
    private volatile @Nullable AtomicLongArray counts;

    RenderCounts(MessageDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Counts a message.
     *
     * @param message a message of the release, in any locale
     * @return whether it is the first count of the message since its count was last taken
     */
    public boolean count(PublishedMessage message) {
        var array = counts;
        return (array == null ? create() : array).getAndIncrement(message.position()) == 0;
    }

    private synchronized AtomicLongArray create() {
        var array = counts;
        if (array == null) {
            array = new AtomicLongArray(definitions.size());
            counts = array;
        }
        return array;
    }

    /** Resets all counts and passes those that were not zero on, with the keys of their messages. */
    public void take(ObjLongConsumer<String> consumer) {
        var array = counts;
        for (int position = 0; array != null && position < array.length(); position++) {
            // Reads first: most counts are zero, and a write would take the cache line from the threads that count.
            long count = array.get(position) == 0 ? 0 : array.getAndSet(position, 0);
            if (count > 0) {
                consumer.accept(definitions.key(position), count);
            }
        }
    }
}
