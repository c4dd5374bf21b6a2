package dev.parlance.publishing.memory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is fetched when it is first asked for, and not again. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> fetch;
    private @Nullable T fetched;

    Once(Supplier<T> fetch) {
        this.fetch = fetch;
    }

    @Override
    public synchronized T get() {
        var it = fetched;
        if (it == null) {
            it = fetch.get();
            fetched = it;
        }
        return it;
    }
}
