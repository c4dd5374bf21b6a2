package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.glossary.TermDrafts;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.ChangeSubject;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reverts the changes of a revision, a job or a selection: each target returns to its previous state.
 *
 * <p>Reverts all of them or none, and never overwrites a target that was changed later. Compares contents instead of versions, so a target
 * that later reverts have restored can be reverted further.
 */
@Singleton
public final class RevertChange {
    /** Problem member with the first targets that were changed again since. */
    public static final String CONFLICTS = "conflicts";

    /** Bounds the problem, because a job may have changed all messages of a catalog. Its argument counts all conflicts. */
    static final int MAX_LISTED_CONFLICTS = 100;

    private final WriteCatalog writeCatalog;
    private final MessageDrafts drafts;
    private final TermDrafts terms;
    private final History history;
    private final ResourceUsage usage;

    public RevertChange(WriteCatalog writeCatalog, MessageDrafts drafts, TermDrafts terms, History history, ResourceUsage usage) {
        this.writeCatalog = writeCatalog;
        this.drafts = drafts;
        this.terms = terms;
        this.history = history;
        this.usage = usage;
    }

    /**
     * The result of a revert.
     *
     * @param changes number of reverted changes
     */
    public record RevertResult(long revision, int changes) {
    }

    /**
     * Reverts a revision.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}; {@code UNKNOWN_REVISION}; {@code NOT_REVERTIBLE} if it
     * changed the catalog or its locales; {@code CHANGED_SINCE} with member {@link #CONFLICTS}; {@code ALREADY_EXISTS} if a reason is
     * taken now; {@code UNKNOWN_LOCALE} if the locale of a text to restore was removed
     */
    public RevertResult revertRevision(CatalogName catalog, long revisionNumber, ChangeContext context) {
        return writeCatalog.runLong(catalog, context.withRevertOf(revisionNumber), revision -> {
            var keys = history.findChangedMessages(catalog, revisionNumber);
            if (keys.size() > RevertInBatches.BATCH_SIZE) {
                int others = revert(revision, history.findOtherChanges(catalog, revisionNumber)).changes();
                long sourceChange = history.lastSourceChange(catalog);
                int reverted = new RevertInBatches(history, drafts, revision, (draft, it) -> revert(revision, draft, it, sourceChange))
                        .revert(revisionNumber, keys);
                return new RevertResult(revision.catalog().revision(), others + reverted);
            }
            var changes = history.findChanges(catalog, revisionNumber);
            if (changes.isEmpty()) {
                throw ProblemType.UNKNOWN_REVISION.with(revisionNumber, catalog.value());
            }
            return revert(revision, changes);
        });
    }

    /**
     * Reverts all changes of a job, in the transaction of the caller.
     *
     * @throws dev.parlance.problems.ProblemException as {@link #revertRevision}
     */
    public RevertResult revertJob(Catalog lockedCatalog, UUID job, ChangeContext context) {
        return revert(writeCatalog.beginRevision(lockedCatalog,
                new ChangeContext(context.actor(), context.timestamp(), ChangeCause.REVERT, context.comment(), null, job)),
                history.findChanges(lockedCatalog.name(), job));
    }

    /**
     * Reverts the selected changes of messages, texts and terms.
     *
     * @throws dev.parlance.problems.ProblemException as {@link #revertRevision}; {@code CHANGED_SINCE} also if a change that is not
     *          selected lies between two selected ones; {@code TOO_MANY_CHANGES} if more are selected than
     *          {@link ResourceLimit#REVERTED_CHANGES}
     */
    public RevertResult revertSelection(CatalogName catalog, History.Selection selection, ChangeContext context) {
        var reverting = new ChangeContext(context.actor(), context.timestamp(), ChangeCause.REVERT, context.comment(), null, null);
        return writeCatalog.run(catalog, reverting, revision -> revert(revision, findChanges(catalog, selection)));
    }

    private List<Change> findChanges(CatalogName catalog, History.Selection selection) {
        int limit = Math.toIntExact(ResourceLimit.REVERTED_CHANGES.value());
        var changes = history.findChanges(catalog, selection, limit + 1);
        if (changes.size() > limit) {
            usage.countRejection(ResourceLimit.REVERTED_CHANGES);
            throw ProblemType.TOO_MANY_CHANGES.with(limit);
        }
        return changes;
    }

    private RevertResult revert(Revision revision, List<Change> changes) {
        var latestFirst = new ArrayList<>(changes);
        Collections.reverse(latestFirst);
        var changesByMessage = new LinkedHashMap<MessageKey, List<Change>>();
        var termChanges = new ArrayList<Change>();
        for (var change : latestFirst) {
            switch (change.target().subject()) {
                case MESSAGE, TEXT -> changesByMessage.computeIfAbsent(new MessageKey(change.target().key()), it -> new ArrayList<>())
                        .add(change);
                case TERM -> termChanges.add(change);
                case LOCALE -> {
                    // The locales that an import added stay, without texts.
                    if (change.cause() != ChangeCause.IMPORT) {
                        throw ProblemType.NOT_REVERTIBLE.with(change.id().revision());
                    }
                }
                case CATALOG -> throw ProblemType.NOT_REVERTIBLE.with(change.id().revision());
            }
        }
        latestFirst.removeIf(it -> it.target().subject() == ChangeSubject.LOCALE);
        requireUnchangedSince(revision.catalog().name(), latestFirst);
        long sourceChange = history.lastSourceChange(revision.catalog().name());
        // Terms first: this resets check results in the database, which must happen before texts are loaded.
        termChanges.forEach(it -> terms.update(revision, Optional.ofNullable(it.target().key()).orElseThrow(),
                (HistoryState.TermContent) it.before().orElse(null)));
        changesByMessage.forEach((key, messageChanges) -> drafts.update(revision, key, draft -> {
            messageChanges.forEach(it -> revert(revision, draft, it, sourceChange));
            return draft;
        }));
        return new RevertResult(revision.catalog().revision(), changes.size());
    }

    private void requireUnchangedSince(CatalogName catalog, List<Change> latestFirst) {
        var conflicts = findChangedSince(latestFirst, it -> history.findLatest(catalog, it).flatMap(Change::after));
        if (!conflicts.isEmpty()) {
            throw changedSince(conflicts.size(), conflicts);
        }
    }

    static ProblemException changedSince(int count, Collection<ChangeTarget> conflicts) {
        return ProblemType.CHANGED_SINCE.with(count).withMember(CONFLICTS, conflicts.stream().limit(MAX_LISTED_CONFLICTS).toList());
    }

    /** Returns the targets whose state is not the one that the changes have left. */
    static Set<ChangeTarget> findChangedSince(List<Change> latestFirst, Function<ChangeTarget, Optional<HistoryState>> currentState) {
        var states = new HashMap<ChangeTarget, Optional<HistoryState>>();
        var changedSince = new LinkedHashSet<ChangeTarget>();
        for (var change : latestFirst) {
            if (!isSame(states.computeIfAbsent(change.target(), currentState), change.after())) {
                changedSince.add(change.target());
            }
            states.put(change.target(), change.before());
        }
        return changedSince;
    }

    /** Ignores the author and the approver of a text, and an approval that a revert does not restore. */
    private static boolean isSame(Optional<HistoryState> current, Optional<HistoryState> expected) {
        if (current.isPresent() && current.get() instanceof HistoryState.RecordedText text
                && expected.isPresent() && expected.get() instanceof HistoryState.RecordedText other) {
            return text.hasSameContent(other) || text.hasSameContent(other.asReverted());
        }
        return current.equals(expected);
    }

    /**
     * Restores the state before a change.
     *
     * @param sourceChange the revision that last replaced the source locale. An earlier text counts as made from the present source, as
     *                     all texts did then: its recorded source was in another language.
     */
    private void revert(Revision revision, MessageDraft draft, Change change, long sourceChange) {
        var before = change.before();
        if (change.target().subject() == ChangeSubject.MESSAGE) {
            var definition = before.map(it -> ((HistoryState.RecordedMessage) it).definition())
                    .orElseGet(() -> draft.message().definition().withStage(Lifecycle.RETIRED));
            if (!definition.reason().equals(draft.message().definition().reason())) {
                drafts.requireUnusedReason(revision.catalog().name(), definition.reason(), draft.message().key());
            }
            draft.updateDefinition(definition);
            return;
        }
        var locale = new LocaleTag(Optional.ofNullable(change.target().ofLocale()).orElseThrow());
        if (before.isPresent()) {
            revision.catalog().requireLocale(locale);
        }
        before.map(it -> ((HistoryState.RecordedText) it).asReverted())
                .map(it -> change.id().revision() > sourceChange ? it : it.withSourceHash(draft.currentSourceHash(locale)))
                .ifPresentOrElse(it -> draft.saveText(locale, it), () -> draft.text(locale).ifPresent(draft::removeText));
    }
}
