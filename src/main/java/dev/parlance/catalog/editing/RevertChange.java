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
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes back what was done in one revision, or by one job: each thing becomes what it was before. Whole, or not at all: what was
 * changed again since is not overwritten.
 */
@Singleton
public final class RevertChange {
    /** The member of a refusal that lists the things that were changed again since. */
    public static final String CONFLICTS = "conflicts";

    private final WriteCatalog writeCatalog;
    private final MessageDrafts drafts;
    private final TermDrafts terms;
    private final History history;

    public RevertChange(WriteCatalog writeCatalog, MessageDrafts drafts, TermDrafts terms, History history) {
        this.writeCatalog = writeCatalog;
        this.drafts = drafts;
        this.terms = terms;
        this.history = history;
    }

    /** @param changes how many things became what they were */
    public record RevertResult(long revision, int changes) {
    }

    public RevertResult revertRevision(CatalogName catalog, long revisionNumber, ChangeContext context) {
        return writeCatalog.run(catalog, context.withRevertOf(revisionNumber), revision -> {
            var changes = history.findChanges(catalog, revisionNumber);
            if (changes.isEmpty()) {
                throw ProblemType.UNKNOWN_REVISION.with(revisionNumber, catalog.value());
            }
            return revert(revision, changes);
        });
    }

    /** All of a job, in the transaction of the caller. */
    public RevertResult revertJob(Catalog lockedCatalog, UUID job, ChangeContext context) {
        return revert(writeCatalog.beginRevision(lockedCatalog, new ChangeContext(context.actor(), context.timestamp(), ChangeCause.REVERT, context.comment(), null, job)), history.findChanges(lockedCatalog.name(), job));
    }

    private RevertResult revert(Revision revision, List<Change> changes) {
        var latestFirst = new ArrayList<>(changes);
        Collections.reverse(latestFirst);
        var changesByMessage = new LinkedHashMap<MessageKey, List<Change>>();
        var termChanges = new ArrayList<Change>();
        for (var change : latestFirst) {
            switch (change.target().subject()) {
                case MESSAGE, TEXT -> changesByMessage.computeIfAbsent(new MessageKey(change.target().key()), it -> new ArrayList<>()).add(change);
                case TERM -> termChanges.add(change);
                case CATALOG, LOCALE -> throw ProblemType.NOT_REVERTIBLE.with(change.id().revision());
            }
        }
        requireUnchangedSince(revision.catalog().name(), latestFirst);
        // Before any text is read: what the checks said of some is forgotten.
        termChanges.forEach(it -> terms.update(revision, Optional.ofNullable(it.target().key()).orElseThrow(),
                (HistoryState.TermContent) it.before().orElse(null)));
        changesByMessage.forEach((key, messageChanges) -> drafts.update(revision, key, draft -> {
            messageChanges.forEach(it -> revert(revision, draft, it));
            return draft;
        }));
        return new RevertResult(revision.catalog().revision(), changes.size());
    }

    private void requireUnchangedSince(CatalogName catalog, List<Change> latestFirst) {
        var lastVersions = new LinkedHashMap<ChangeTarget, Integer>();
        latestFirst.forEach(it -> lastVersions.putIfAbsent(it.target(), it.version()));
        var conflicts = lastVersions.entrySet().stream().filter(it -> history.lastVersion(catalog, it.getKey()) != it.getValue())
                .map(Map.Entry::getKey).toList();
        if (!conflicts.isEmpty()) {
            throw ProblemType.CHANGED_SINCE.with(conflicts.size()).withMember(CONFLICTS, conflicts);
        }
    }

    private void revert(Revision revision, MessageDraft draft, Change change) {
        var before = change.before();
        if (change.target().subject() == ChangeSubject.MESSAGE) {
            var definition = before.map(it -> ((HistoryState.RecordedMessage) it).definition())
                    .orElseGet(() -> draft.message().definition().withStage(Lifecycle.RETIRED));
            drafts.requireUnusedReason(revision.catalog().name(), definition.reason(), draft.message().key());
            draft.updateDefinition(definition);
            return;
        }
        var locale = new LocaleTag(Optional.ofNullable(change.target().ofLocale()).orElseThrow());
        before.map(it -> ((HistoryState.RecordedText) it).asReverted())
                .ifPresentOrElse(it -> draft.saveText(locale, it), () -> draft.text(locale).ifPresent(draft::removeText));
    }
}
