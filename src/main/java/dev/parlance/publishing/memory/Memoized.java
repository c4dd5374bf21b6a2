package dev.parlance.publishing.memory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A supplier that computes its value on first use and caches it. Thread-safe. */
final class Memoized<T> implements Supplier<T> {
    private final Supplier<T> supplier;
    private volatile @Nullable T value;

    Memoized(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** Returns whether the value is computed, without waiting for it. */
    boolean isComputed() {
        return value != null;
    }

    /** Takes a lock only until the value is computed, because a search reads an index for each message. */
    @Override
    public T get() {
        var it = value;
        return it == null ? compute() : it;
    }

    private synchronized T compute() {
        var it = value;
        if (it == null) {
            it = supplier.get();
            value = it;
        }
        return it;
    }
}
