package dev.parlance.catalog.jobs;

import dev.parlance.catalog.MessageKey;
import java.util.ArrayList;
import java.util.List;

/** Messages that a job could not be done to, in the order in which it came by them. */
public record RefusedMessages(List<RefusedMessage> all) {
    public static final RefusedMessages NONE = new RefusedMessages(List.of());

    /** @param code a key of the catalog {@code parlance} */
    public record RefusedMessage(String key, String code) {
    }

    public RefusedMessages {
        all = List.copyOf(all);
    }

    RefusedMessages plus(MessageKey key, String code) {
        var more = new ArrayList<>(all);
        more.add(new RefusedMessage(key.value(), code));
        return new RefusedMessages(more);
    }
}
