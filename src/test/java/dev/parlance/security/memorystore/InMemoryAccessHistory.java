package dev.parlance.security.memorystore;

import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The history of access changes in memory. */
public final class InMemoryAccessHistory implements AccessHistory {
    private final List<RecordedChange> changes = new ArrayList<>();

    @Override
    public void add(AccessChange change) {
        changes.add(new RecordedChange(changes.size() + 1L, change));
    }

    @Override
    public List<RecordedChange> page(Query query, int limit) {
        return changes.stream().filter(it -> it.revision() > query.after() && it.revision() < query.before())
                .filter(it -> !it.change().changedAt().isBefore(query.since().orElse(Instant.MIN)))
                .sorted(Comparator.comparingLong(RecordedChange::revision).reversed()).limit(limit).toList();
    }

    /** Returns all changes, the earliest first. */
    public List<AccessChange> all() {
        return changes.stream().map(RecordedChange::change).toList();
    }
}
