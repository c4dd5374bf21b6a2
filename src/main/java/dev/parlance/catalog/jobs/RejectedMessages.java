package dev.parlance.catalog.jobs;

import dev.parlance.catalog.MessageKey;
import java.util.ArrayList;
import java.util.List;

/** Messages that rejected the change of a job, in processing order. */
public record RejectedMessages(List<RejectedMessage> all) {
    public static final RejectedMessages NONE = new RejectedMessages(List.of());

    /**
     * A message and the problem that rejected the change.
     *
     * @param code key of the problem in the catalog {@code parlance}
     */
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
