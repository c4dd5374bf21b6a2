package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people change in texts. Each act is one transaction and one revision. */
@Singleton
public final class EditTexts {
    private final WriteCatalog writeCatalog;
    private final MessageDrafts drafts;
    private final History history;
    private final TextPolicy textPolicy;

    public EditTexts(WriteCatalog writeCatalog, MessageDrafts drafts, History history, TextPolicy textPolicy) {
        this.writeCatalog = writeCatalog;
        this.drafts = drafts;
        this.history = history;
        this.textPolicy = textPolicy;
    }

    /**
     * Which text, as the caller knows it.
     *
     * @param seen the version the caller knows; empty where there must be none yet
     */
    public record TextTarget(CatalogName catalog, MessageKey key, LocaleTag locale, OptionalInt expectedVersion, ChangeContext context) {
    }

    /**
     * What a text shall be.
     *
     * @param confirm       warnings that are meant to stay: the name of the check, and why
     * @param sourceWording the digest of the source it was made from; null for the present one
     */
    public record SaveTextCommand(TextContent content, TextState state, Map<String, String> confirmations, @Nullable String sourceHash) {

        /** Made from the present source. */
        public SaveTextCommand(TextContent content, TextState state, Map<String, String> confirmations) {
            this(content, state, confirmations, null);
        }
    }

    /** @param findings what the checks say of it, the confirmed too */
    public record SavedText(MessageText text, boolean created, boolean stale, List<Finding> findings) {
    }

    /** Replaces what a message says in a locale of its catalog, or says it there for the first time. */
    public SavedText save(TextTarget target, SaveTextCommand command) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> save(revision, target, command));
    }

    /** Approves a text as it is. */
    public SavedText approve(TextTarget target, Map<String, String> confirmations) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> drafts.update(revision, target.key(), draft -> {
            var content = requireText(target, draft).content();
            return save(revision, draft, target, new SaveTextCommand(content, TextState.APPROVED, confirmations));
        }));
    }

    /** What a text was in an earlier version, said again. Not approved: nobody looked at it since. */
    public SavedText restore(TextTarget target, int version) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> {
            var state = VersionCheck.stateAt(history, target.catalog(), ChangeTarget.text(target.key(), target.locale()), version)
                    .orElseThrow(() -> ProblemType.UNKNOWN_VERSION.with(version));
            var text = (HistoryState.RecordedText) state;
            var restoredState = text.state() == TextState.APPROVED ? TextState.TRANSLATED : text.state();
            var confirmations = text.confirmations().all().stream()
                    .collect(Collectors.toMap(Confirmation::check, Confirmation::reason));
            return save(revision, target, new SaveTextCommand(text.content(), restoredState, confirmations, text.sourceHash()));
        });
    }

    /** Takes a text away: then readers see what its locale falls back to. */
    public void remove(TextTarget target) {
        writeCatalog.run(target.catalog(), target.context(), revision -> drafts.update(revision, target.key(), draft -> {
            var text = requireText(target, draft);
            requireVersion(target, Optional.of(text));
            draft.removeText(text);
            return text;
        }));
    }

    private SavedText save(Revision revision, TextTarget target, SaveTextCommand command) {
        return drafts.update(revision, target.key(), draft -> save(revision, draft, target, command));
    }

    /** Saves a text inside {@link MessageDrafts#update}. */
    public SavedText save(Revision revision, MessageDraft draft, TextTarget target, SaveTextCommand command) {
        var catalog = revision.catalog();
        catalog.requireLocale(target.locale());
        var existing = draft.text(target.locale());
        requireVersion(target, existing);
        var decision = textPolicy.enforce(catalog, draft, target, command);
        var text = draft.saveText(target.locale(), new HistoryState.RecordedText(command.content(), command.state(),
                sourceHashFor(draft, target, command), decision.confirmations()));
        draft.setFindings(target.locale(), decision.findings());
        return new SavedText(text, existing.isEmpty(), draft.isStale(text), decision.findings());
    }

    /** Who says the same words again, or approves them, compared them with the present source. A job that leaves them as they are did not. */
    private static @Nullable String sourceHashFor(MessageDraft draft, TextTarget target, SaveTextCommand command) {
        if (command.sourceHash() != null) {
            return command.sourceHash();
        }
        var unchangedByJob = draft.text(target.locale()).filter(it -> target.context().cause() == ChangeCause.BULK && command.state() != TextState.APPROVED
                && it.content().equals(command.content()));
        return unchangedByJob.isPresent() ? unchangedByJob.get().historyState().sourceHash() : draft.currentSourceHash(target.locale());
    }

    private static MessageText requireText(TextTarget target, MessageDraft draft) {
        return draft.text(target.locale()).orElseThrow(() -> ProblemType.UNKNOWN_TEXT.with(target.key().value(), target.locale().value()));
    }

    private void requireVersion(TextTarget target, Optional<MessageText> existing) {
        VersionCheck.requireVersion(history, target.catalog(), ChangeTarget.text(target.key(), target.locale()), target.expectedVersion(),
                existing.map(it -> new VersionCheck.VersionedState(it.version(), it.historyState())));
    }
}
