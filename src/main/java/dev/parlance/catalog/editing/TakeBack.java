package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.glossary.TermDrafts;
import dev.parlance.catalog.history.Act;
import dev.parlance.catalog.history.Cause;
import dev.parlance.catalog.history.Change.Thing;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.Subject;
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
public final class TakeBack {
    /** The member of a refusal that lists the things that were changed again since. */
    public static final String CONFLICTS = "conflicts";

    private final WriteCatalog write;
    private final Drafts drafts;
    private final TermDrafts terms;
    private final History history;

    public TakeBack(WriteCatalog write, Drafts drafts, TermDrafts terms, History history) {
        this.write = write;
        this.drafts = drafts;
        this.terms = terms;
        this.history = history;
    }

    /** @param changes how many things became what they were */
    public record TakenBack(long revision, int changes) {
    }

    public TakenBack revision(CatalogName catalog, long number, Act act) {
        return write.in(catalog, act.reverting(number), revision -> {
            var changes = history.of(catalog, number);
            if (changes.isEmpty()) {
                throw ProblemType.UNKNOWN_REVISION.with(number, catalog.value());
            }
            return back(revision, changes);
        });
    }

    /** All of a job, in the transaction of the caller. */
    public TakenBack job(Catalog locked, UUID job, Act act) {
        return back(write.open(locked, new Act(act.by(), act.at(), Cause.REVERT, act.comment(), null, job)), history.of(locked.name(), job));
    }

    private TakenBack back(Revision revision, List<Change> changes) {
        var latestFirst = new ArrayList<>(changes);
        Collections.reverse(latestFirst);
        var byMessage = new LinkedHashMap<MessageKey, List<Change>>();
        var ofTerms = new ArrayList<Change>();
        for (var change : latestFirst) {
            switch (change.thing().subject()) {
                case MESSAGE, TEXT -> byMessage.computeIfAbsent(new MessageKey(change.thing().key()), it -> new ArrayList<>()).add(change);
                case TERM -> ofTerms.add(change);
                case CATALOG, LOCALE -> throw ProblemType.NOT_REVERTIBLE.with(change.id().revision());
            }
        }
        refuseChangedSince(revision.catalog().name(), latestFirst);
        // Before any text is read: what the checks said of some is forgotten.
        ofTerms.forEach(it -> terms.become(revision, Optional.ofNullable(it.thing().key()).orElseThrow(),
                (Recorded.OfTerm) it.before().orElse(null)));
        byMessage.forEach((key, its) -> {
            var draft = drafts.open(revision, key);
            its.forEach(it -> back(revision, draft, it));
            drafts.close(revision, draft);
        });
        return new TakenBack(revision.catalog().revision(), changes.size());
    }

    private void refuseChangedSince(CatalogName catalog, List<Change> latestFirst) {
        var last = new LinkedHashMap<Thing, Integer>();
        latestFirst.forEach(it -> last.putIfAbsent(it.thing(), it.version()));
        var conflicts = last.entrySet().stream().filter(it -> history.lastVersion(catalog, it.getKey()) != it.getValue())
                .map(Map.Entry::getKey).toList();
        if (!conflicts.isEmpty()) {
            throw ProblemType.CHANGED_SINCE.with(conflicts.size()).withMember(CONFLICTS, conflicts);
        }
    }

    private void back(Revision revision, MessageDraft draft, Change change) {
        var before = change.before();
        if (change.thing().subject() == Subject.MESSAGE) {
            var definition = before.map(it -> ((Recorded.OfMessage) it).definition())
                    .orElseGet(() -> draft.message().definition().in(Lifecycle.RETIRED));
            drafts.refuseTakenReason(revision.catalog().name(), definition.reason(), draft.message().key());
            draft.define(definition);
            return;
        }
        var locale = new LocaleTag(Optional.ofNullable(change.thing().locale()).orElseThrow());
        var text = draft.text(locale);
        if (before.isPresent()) {
            var again = text.orElseGet(() -> drafts.begin(revision, draft.message().key(), locale));
            draft.word(again, ((Recorded.OfText) before.get()).asTakenBack());
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
