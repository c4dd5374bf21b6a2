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

/** Edits texts. Each operation is one transaction and one revision. */
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
     * The text to edit, with the version that the caller expects.
     *
     * @param expectedVersion empty if the text must not exist yet
     */
    public record TextTarget(CatalogName catalog, MessageKey key, LocaleTag locale, OptionalInt expectedVersion, ChangeContext context) {
    }

    /**
     * The content and state to save.
     *
     * @param confirmations reasons for keeping what a check warns of, by name of the check
     * @param sourceHash    content hash of the source that the text was made from; null for the current source
     * @param keepsDescription whether to keep the description of an existing text instead of using that of {@code content}
     */
    public record SaveTextCommand(TextContent content, TextState state, Map<String, String> confirmations, @Nullable String sourceHash,
            boolean keepsDescription) {

        /** A text with a description, which may be empty. */
        public SaveTextCommand(TextContent content, TextState state, Map<String, String> confirmations, @Nullable String sourceHash) {
            this(content, state, confirmations, sourceHash, false);
        }

        /** A text that is made from the current source. */
        public SaveTextCommand(TextContent content, TextState state, Map<String, String> confirmations) {
            this(content, state, confirmations, null);
        }

        private SaveTextCommand withDescriptionOf(Optional<MessageText> existing) {
            if (!keepsDescription || existing.isEmpty()) {
                return this;
            }
            var kept = new TextContent(content.syntax(), content.message(), existing.get().content().description());
            return new SaveTextCommand(kept, state, confirmations, sourceHash);
        }
    }

    /**
     * The result of saving a text.
     *
     * @param findings findings of the checks, including confirmed warnings
     */
    public record SavedText(MessageText text, boolean created, boolean stale, List<Finding> findings) {
    }

    /**
     * Creates or replaces a text in a locale of the catalog.
     *
     * @throws dev.parlance.problems.ProblemException {@code STALE_REVISION}, if the target does not exist, or if {@link TextPolicy}
     * rejects the text
     */
    public SavedText save(TextTarget target, SaveTextCommand command) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> save(revision, target, command));
    }

    /**
     * Approves a text as it is.
     *
     * @throws dev.parlance.problems.ProblemException as {@link #save(TextTarget, SaveTextCommand)}
     */
    public SavedText approve(TextTarget target, Map<String, String> confirmations) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> drafts.update(revision, target.key(), draft -> {
            var content = requireText(target, draft).content();
            return save(revision, draft, target, new SaveTextCommand(content, TextState.APPROVED, confirmations));
        }));
    }

    /**
     * Returns a text to its author: it becomes a draft again, and the comment of the context says why.
     *
     * <p>A draft stays a draft. A rejection is not a review against the current source, so a stale text stays stale.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_TEXT} or {@code STALE_REVISION}
     */
    public SavedText reject(TextTarget target) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> drafts.update(revision, target.key(), draft -> {
            var text = requireText(target, draft);
            var saved = save(revision, draft, target, new SaveTextCommand(text.content(), TextState.DRAFT, Map.of(),
                    text.historyState().sourceHash()));
            saved.text().markRejected();
            return saved;
        }));
    }

    /**
     * Saves the content of an earlier version again. An approved version becomes translated: it needs a new review.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_VERSION}, or as {@link #save(TextTarget, SaveTextCommand)}
     */
    public SavedText restore(TextTarget target, int version) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> {
            var state = VersionCheck.stateAt(history, target.catalog(), ChangeTarget.text(target.key(), target.locale()), version)
                    .orElseThrow(() -> ProblemType.UNKNOWN_VERSION.with(version));
            var text = (HistoryState.RecordedText) state;
            var restoredState = text.state() == TextState.APPROVED ? TextState.TRANSLATED : text.state();
            var confirmations = text.confirmations().all().stream()
                    .collect(Collectors.toMap(Confirmation::check, Confirmation::reason));
            return save(revision, target, new SaveTextCommand(text.content(), restoredState, confirmations,
                    refersToPresentSource(target, version) ? text.sourceHash() : null));
        });
    }

    /** Returns whether a version is not older than the source locale: the recorded source of an older one was in another language. */
    private boolean refersToPresentSource(TextTarget target, int version) {
        long sourceChange = history.lastSourceChange(target.catalog());
        return sourceChange == 0 || history.findVersion(target.catalog(), ChangeTarget.text(target.key(), target.locale()), version)
                .filter(it -> it.id().revision() > sourceChange).isPresent();
    }

    /**
     * Removes a text. Readers then see the text of a fallback locale.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_TEXT} or {@code STALE_REVISION}
     */
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
    public SavedText save(Revision revision, MessageDraft draft, TextTarget target, SaveTextCommand requested) {
        var catalog = revision.catalog();
        catalog.requireLocale(target.locale());
        var existing = draft.text(target.locale());
        requireVersion(target, existing);
        var command = requested.withDescriptionOf(existing);
        var decision = textPolicy.enforce(catalog, draft, target, command);
        var text = draft.saveText(target.locale(), new HistoryState.RecordedText(command.content(), command.state(),
                sourceHashFor(draft, target, command), decision.confirmations()));
        draft.setFindings(target.locale(), decision.findings());
        return new SavedText(text, existing.isEmpty(), draft.isStale(text), decision.findings());
    }

    /**
     * Returns the content hash of the source that the text now refers to.
     *
     * <p>Resaving or approving unchanged content counts as a review against the current source. Any other bulk change that keeps the
     * content does not.
     */
    private static @Nullable String sourceHashFor(MessageDraft draft, TextTarget target, SaveTextCommand command) {
        if (command.sourceHash() != null) {
            return command.sourceHash();
        }
        var unchangedByJob = draft.text(target.locale())
                .filter(it -> target.context().cause() == ChangeCause.BULK && command.state() != TextState.APPROVED
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
