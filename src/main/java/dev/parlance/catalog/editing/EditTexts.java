package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.Cause;
import dev.parlance.catalog.history.Change.ChangeTarget;
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
    private final WriteCatalog write;
    private final Drafts drafts;
    private final History history;
    private final TextPolicy admit;

    public EditTexts(WriteCatalog write, Drafts drafts, History history, TextPolicy admit) {
        this.write = write;
        this.drafts = drafts;
        this.history = history;
        this.admit = admit;
    }

    /**
     * Which text, as the caller knows it.
     *
     * @param seen the version the caller knows; empty where there must be none yet
     */
    public record SaveTextCommand(CatalogName catalog, MessageKey key, LocaleTag locale, OptionalInt expectedVersion, ChangeContext context) {
    }

    /**
     * What a text shall be.
     *
     * @param confirm       warnings that are meant to stay: the name of the check, and why
     * @param sourceWording the digest of the source it was made from; null for the present one
     */
    public record TextDraft(TextContent content, TextState state, Map<String, String> confirmations, @Nullable String sourceHash) {

        /** Made from the present source. */
        public TextDraft(TextContent wording, TextState state, Map<String, String> confirm) {
            this(wording, state, confirm, null);
        }
    }

    /** @param findings what the checks say of it, the confirmed too */
    public record SavedText(MessageText text, boolean created, boolean stale, List<Finding> findings) {
    }

    /** Replaces what a message says in a locale of its catalog, or says it there for the first time. */
    public SavedText save(SaveTextCommand order, TextDraft wanted) {
        return write.run(order.catalog(), order.context(), revision -> save(revision, order, wanted));
    }

    /** Approves a text as it is. */
    public SavedText approve(SaveTextCommand order, Map<String, String> confirm) {
        return write.run(order.catalog(), order.context(), revision -> {
            var text = found(order, drafts.open(revision, order.key()));
            return save(revision, order, new TextDraft(text.content(), TextState.APPROVED, confirm));
        });
    }

    /** What a text was in an earlier version, said again. Not approved: nobody looked at it since. */
    public SavedText restore(SaveTextCommand order, int version) {
        return write.run(order.catalog(), order.context(), revision -> {
            var then = VersionCheck.findVersion(history, order.catalog(), ChangeTarget.text(order.key(), order.locale()), version)
                    .orElseThrow(() -> ProblemType.UNKNOWN_VERSION.with(version));
            var text = (HistoryState.OfText) then;
            var state = text.state() == TextState.APPROVED ? TextState.TRANSLATED : text.state();
            var confirmed = text.confirmations().all().stream()
                    .collect(Collectors.toMap(Confirmation::check, Confirmation::reason));
            return save(revision, order, new TextDraft(text.content(), state, confirmed, text.sourceHash()));
        });
    }

    /** Takes a text away: then readers see what its locale falls back to. */
    public void remove(SaveTextCommand order) {
        write.run(order.catalog(), order.context(), revision -> {
            var draft = drafts.open(revision, order.key());
            var text = found(order, draft);
            requireVersion(order, Optional.of(text));
            draft.remove(text);
            drafts.remove(text);
            drafts.close(revision, draft);
            return revision;
        });
    }

    private SavedText save(Revision revision, SaveTextCommand order, TextDraft wanted) {
        return save(revision, drafts.open(revision, order.key()), order, wanted);
    }

    /** As part of a greater act. */
    public SavedText save(Revision revision, MessageDraft draft, SaveTextCommand order, TextDraft wanted) {
        var catalog = revision.catalog();
        catalog.requireLocale(order.locale());
        var present = draft.text(order.locale());
        requireVersion(order, present);
        var admitted = admit.accept(catalog, draft, order, wanted);
        var text = present.orElseGet(() -> drafts.begin(revision, order.key(), order.locale()));
        draft.save(text, new HistoryState.OfText(wanted.content(), wanted.state(), sourceHash(draft, order, wanted), admitted.confirmed()));
        if (present.isEmpty()) {
            drafts.add(text);
        }
        drafts.close(revision, draft, Map.of(order.locale(), admitted.findings()));
        return new SavedText(text, present.isEmpty(), draft.isStale(text), admitted.findings());
    }

    /** Who says the same words again, or approves them, compared them with the present source. A job that leaves them as they are did not. */
    private static @Nullable String sourceHash(MessageDraft draft, SaveTextCommand order, TextDraft wanted) {
        if (wanted.sourceHash() != null) {
            return wanted.sourceHash();
        }
        var kept = draft.text(order.locale()).filter(it -> order.context().cause() == Cause.BULK && wanted.state() != TextState.APPROVED
                && it.content().equals(wanted.content()));
        return kept.isPresent() ? kept.get().historyState().sourceHash() : draft.sourceHash(order.locale());
    }

    private static MessageText found(SaveTextCommand order, MessageDraft draft) {
        return draft.text(order.locale()).orElseThrow(() -> ProblemType.UNKNOWN_TEXT.with(order.key().value(), order.locale().value()));
    }

    private void requireVersion(SaveTextCommand order, Optional<MessageText> present) {
        VersionCheck.requireVersion(history, order.catalog(), ChangeTarget.text(order.key(), order.locale()), order.expectedVersion(),
                present.map(it -> new VersionCheck.CurrentVersion(it.version(), it.historyState())));
    }
}
