package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.Act;
import dev.parlance.catalog.history.Cause;
import dev.parlance.catalog.history.Change.Thing;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.Seen;
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
    private final AdmitText admit;

    public EditTexts(WriteCatalog write, Drafts drafts, History history, AdmitText admit) {
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
    public record Order(CatalogName catalog, MessageKey key, LocaleTag locale, OptionalInt seen, Act act) {
    }

    /**
     * What a text shall be.
     *
     * @param confirm       warnings that are meant to stay: the name of the check, and why
     * @param sourceWording the digest of the source it was made from; null for the present one
     */
    public record Wanted(Wording wording, TextState state, Map<String, String> confirm, @Nullable String sourceWording) {

        /** Made from the present source. */
        public Wanted(Wording wording, TextState state, Map<String, String> confirm) {
            this(wording, state, confirm, null);
        }
    }

    /** @param findings what the checks say of it, the confirmed too */
    public record Saved(MessageText text, boolean made, boolean stale, List<Finding> findings) {
    }

    /** Replaces what a message says in a locale of its catalog, or says it there for the first time. */
    public Saved word(Order order, Wanted wanted) {
        return write.in(order.catalog(), order.act(), revision -> word(revision, order, wanted));
    }

    /** Approves a text as it is. */
    public Saved approve(Order order, Map<String, String> confirm) {
        return write.in(order.catalog(), order.act(), revision -> {
            var text = found(order, drafts.open(revision, order.key()));
            return word(revision, order, new Wanted(text.wording(), TextState.APPROVED, confirm));
        });
    }

    /** What a text was in an earlier version, said again. Not approved: nobody looked at it since. */
    public Saved restore(Order order, int version) {
        return write.in(order.catalog(), order.act(), revision -> {
            var then = Seen.at(history, order.catalog(), Thing.text(order.key(), order.locale()), version)
                    .orElseThrow(() -> ProblemType.UNKNOWN_VERSION.with(version));
            var text = (Recorded.OfText) then;
            var state = text.state() == TextState.APPROVED ? TextState.TRANSLATED : text.state();
            var confirmed = text.confirmed().all().stream()
                    .collect(Collectors.toMap(Confirmation::check, Confirmation::reason));
            return word(revision, order, new Wanted(text.wording(), state, confirmed, text.sourceWording()));
        });
    }

    /** Takes a text away: then readers see what its locale falls back to. */
    public void remove(Order order) {
        write.in(order.catalog(), order.act(), revision -> {
            var draft = drafts.open(revision, order.key());
            var text = found(order, draft);
            refuseOther(order, Optional.of(text));
            draft.remove(text);
            drafts.remove(text);
            drafts.close(revision, draft);
            return revision;
        });
    }

    private Saved word(Revision revision, Order order, Wanted wanted) {
        return word(revision, drafts.open(revision, order.key()), order, wanted);
    }

    /** As part of a greater act. */
    public Saved word(Revision revision, MessageDraft draft, Order order, Wanted wanted) {
        var catalog = revision.catalog();
        catalog.refuseUnknown(order.locale());
        var present = draft.text(order.locale());
        refuseOther(order, present);
        var admitted = admit.admit(catalog, draft, order, wanted);
        var text = present.orElseGet(() -> drafts.begin(revision, order.key(), order.locale()));
        draft.word(text, new Recorded.OfText(wanted.wording(), wanted.state(), sourceWording(draft, order, wanted), admitted.confirmed()));
        if (present.isEmpty()) {
            drafts.add(text);
        }
        drafts.close(revision, draft, Map.of(order.locale(), admitted.findings()));
        return new Saved(text, present.isEmpty(), draft.stale(text), admitted.findings());
    }

    /** Who says the same words again, or approves them, compared them with the present source. A job that leaves them as they are did not. */
    private static @Nullable String sourceWording(MessageDraft draft, Order order, Wanted wanted) {
        if (wanted.sourceWording() != null) {
            return wanted.sourceWording();
        }
        var kept = draft.text(order.locale()).filter(it -> order.act().cause() == Cause.BULK && wanted.state() != TextState.APPROVED
                && it.wording().equals(wanted.wording()));
        return kept.isPresent() ? kept.get().recorded().sourceWording() : draft.sourceWording(order.locale());
    }

    private static MessageText found(Order order, MessageDraft draft) {
        return draft.text(order.locale()).orElseThrow(() -> ProblemType.UNKNOWN_TEXT.with(order.key().value(), order.locale().value()));
    }

    private void refuseOther(Order order, Optional<MessageText> present) {
        Seen.refuseOther(history, order.catalog(), Thing.text(order.key(), order.locale()), order.seen(),
                present.map(it -> new Seen.Present(it.version(), it.recorded())));
    }
}
