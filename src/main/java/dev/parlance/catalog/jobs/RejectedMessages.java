package dev.parlance.catalog.jobs;

import dev.parlance.catalog.MessageKey;
import java.util.ArrayList;
import java.util.List;

/** Messages that a job could not be done to, in the order in which it came by them. */
public record RejectedMessages(List<RejectedMessage> all) {
    public static final RejectedMessages NONE = new RejectedMessages(List.of());

    /** @param code a key of the catalog {@code parlance} */
    public record RejectedMessage(String key, String code) {
    }

    public RejectedMessages {
        all = List.copyOf(all);
    }

    RejectedMessages with(MessageKey key, String code) {
        var extended = new ArrayList<>(all);
        extended.add(new RejectedMessage(key.value(), code));
        return new RejectedMessages(extended);
    }
}
