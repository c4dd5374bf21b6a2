package dev.parlance.catalog.jobs;

import dev.parlance.catalog.MessageKey;
import java.util.ArrayList;
import java.util.List;

/** Messages that a job could not be done to, in the order in which it came by them. */
public record RefusedMessages(List<One> all) {
    public static final RefusedMessages NONE = new RefusedMessages(List.of());

    /** @param code a key of the catalog {@code parlance} */
    public record One(String key, String code) {
    }

    public RefusedMessages {
        all = List.copyOf(all);
    }

    RefusedMessages and(MessageKey key, String code) {
        var more = new ArrayList<>(all);
        more.add(new One(key.value(), code));
        return new RefusedMessages(more);
    }
}
