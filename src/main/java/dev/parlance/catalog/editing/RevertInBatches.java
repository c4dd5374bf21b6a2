package dev.parlance.catalog.editing;

import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The revert of a revision of many messages, such as an import, with memory for one batch only.
 *
 * <p>As for imports, the checks do not run: {@link RecheckBacklog} follows up.
 */
final class RevertInBatches {
    /** A revision of more messages is reverted in batches. */
    static final int BATCH_SIZE = 500;

    private final History history;
    private final MessageDrafts drafts;
    private final Revision revision;
    private final BiConsumer<MessageDraft, Change> revertOne;
    private final Set<ChangeTarget> listedConflicts = new LinkedHashSet<>();
    private int conflicts;
    private int reverted;

    /** @param revertOne restores the state before a change */
    RevertInBatches(History history, MessageDrafts drafts, Revision revision, BiConsumer<MessageDraft, Change> revertOne) {
        this.history = history;
        this.drafts = drafts;
        this.revision = revision;
        this.revertOne = revertOne;
    }

    /**
     * Reverts the changes of messages and texts in a revision.
     *
     * @param keys the messages, in the order in which they are reverted
     * @return the number of changes
     * @throws dev.parlance.problems.ProblemException {@code CHANGED_SINCE}, after the last batch. The caller rolls back
     */
    int revert(long number, List<MessageKey> keys) {
        drafts.updateInBatches(revision, () -> Stream.iterate(0, it -> it < keys.size(), it -> it + BATCH_SIZE)
                .map(it -> toBatch(number, keys.subList(it, Math.min(it + BATCH_SIZE, keys.size())))).iterator());
        if (conflicts > 0) {
            throw RevertChange.changedSince(conflicts, listedConflicts);
        }
        return reverted;
    }

    private MessageDrafts.Batch toBatch(long number, List<MessageKey> keys) {
        var catalog = revision.catalog().name();
        var latestFirst = new ArrayList<>(history.findChanges(catalog, number, keys));
        Collections.reverse(latestFirst);
        var latest = history.findLatest(catalog, keys);
        var changedSince = RevertChange.findChangedSince(latestFirst, it -> Optional.ofNullable(latest.get(it)).flatMap(Change::after));
        conflicts += changedSince.size();
        changedSince.stream().limit(RevertChange.MAX_LISTED_CONFLICTS - listedConflicts.size()).forEach(listedConflicts::add);
        reverted += latestFirst.size();
        var locales = latestFirst.stream().flatMap(it -> Optional.ofNullable(it.target().ofLocale()).stream()).map(LocaleTag::new)
                .collect(Collectors.toSet());
        var changes = latestFirst.stream().collect(Collectors.groupingBy(it -> new MessageKey(it.target().key())));
        return new MessageDrafts.Batch(keys, locales, ignored -> conflicts > 0 ? List.of() : keys.stream()
                .map(key -> new MessageDrafts.BulkUpdate(key, Optional.empty(),
                        draft -> changes.get(key).forEach(it -> revertOne.accept(draft, it)))).toList());
    }
}
