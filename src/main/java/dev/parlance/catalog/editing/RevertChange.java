package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.glossary.TermDrafts;
import dev.parlance.catalog.history.Cause;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.TargetKind;
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

    private final WriteCatalog write;
    private final Drafts drafts;
    private final TermDrafts terms;
    private final History history;

    public RevertChange(WriteCatalog write, Drafts drafts, TermDrafts terms, History history) {
        this.write = write;
        this.drafts = drafts;
        this.terms = terms;
        this.history = history;
    }

    /** @param changes how many things became what they were */
    public record RevertResult(long revision, int changes) {
    }

    public RevertResult revertRevision(CatalogName catalog, long number, ChangeContext act) {
        return write.run(catalog, act.reverting(number), revision -> {
            var changes = history.of(catalog, number);
            if (changes.isEmpty()) {
                throw ProblemType.UNKNOWN_REVISION.with(number, catalog.value());
            }
            return revert(revision, changes);
        });
    }

    /** All of a job, in the transaction of the caller. */
    public RevertResult revertJob(Catalog locked, UUID job, ChangeContext act) {
        return revert(write.newRevision(locked, new ChangeContext(act.by(), act.at(), Cause.REVERT, act.comment(), null, job)), history.of(locked.name(), job));
    }

    private RevertResult revert(Revision revision, List<Change> changes) {
        var latestFirst = new ArrayList<>(changes);
        Collections.reverse(latestFirst);
        var byMessage = new LinkedHashMap<MessageKey, List<Change>>();
        var ofTerms = new ArrayList<Change>();
        for (var change : latestFirst) {
            switch (change.target().subject()) {
                case MESSAGE, TEXT -> byMessage.computeIfAbsent(new MessageKey(change.target().key()), it -> new ArrayList<>()).add(change);
                case TERM -> ofTerms.add(change);
                case CATALOG, LOCALE -> throw ProblemType.NOT_REVERTIBLE.with(change.id().revision());
            }
        }
        requireUnchangedSince(revision.catalog().name(), latestFirst);
        // Before any text is read: what the checks said of some is forgotten.
        ofTerms.forEach(it -> terms.save(revision, Optional.ofNullable(it.target().key()).orElseThrow(),
                (HistoryState.OfTerm) it.before().orElse(null)));
        byMessage.forEach((key, its) -> {
            var draft = drafts.open(revision, key);
            its.forEach(it -> revert(revision, draft, it));
            drafts.close(revision, draft);
        });
        return new RevertResult(revision.catalog().revision(), changes.size());
    }

    private void requireUnchangedSince(CatalogName catalog, List<Change> latestFirst) {
        var last = new LinkedHashMap<ChangeTarget, Integer>();
        latestFirst.forEach(it -> last.putIfAbsent(it.target(), it.version()));
        var conflicts = last.entrySet().stream().filter(it -> history.lastVersion(catalog, it.getKey()) != it.getValue())
                .map(Map.Entry::getKey).toList();
        if (!conflicts.isEmpty()) {
            throw ProblemType.CHANGED_SINCE.with(conflicts.size()).withMember(CONFLICTS, conflicts);
        }
    }

    private void revert(Revision revision, MessageDraft draft, Change change) {
        var before = change.before();
        if (change.target().subject() == TargetKind.MESSAGE) {
            var definition = before.map(it -> ((HistoryState.OfMessage) it).definition())
                    .orElseGet(() -> draft.message().definition().in(Lifecycle.RETIRED));
            drafts.requireUniqueReason(revision.catalog().name(), definition.reason(), draft.message().key());
            draft.define(definition);
            return;
        }
        var locale = new LocaleTag(Optional.ofNullable(change.target().locale()).orElseThrow());
        var text = draft.text(locale);
        if (before.isPresent()) {
            var again = text.orElseGet(() -> drafts.begin(revision, draft.message().key(), locale));
            draft.save(again, ((HistoryState.OfText) before.get()).forRevert());
            if (text.isEmpty()) {
                drafts.add(again);
            }
        } else {
            text.ifPresent(it -> {
                draft.remove(it);
                drafts.remove(it);
            });
        }
    }
}
