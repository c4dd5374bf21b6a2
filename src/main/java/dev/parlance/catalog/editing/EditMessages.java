package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What people change in the definitions of a catalog's messages. Each act is one transaction and one revision. */
@Singleton
public final class EditMessages {
    private final WriteCatalog write;
    private final Drafts drafts;
    private final History history;

    public EditMessages(WriteCatalog write, Drafts drafts, History history) {
        this.write = write;
        this.drafts = drafts;
        this.history = history;
    }

    /** @param made whether it is new */
    public record DefinedMessage(Message message, boolean created) {
    }

    /** A new message, at the end of the catalog. A key that was ever used is not free again. */
    public DefinedMessage create(CatalogName catalog, MessageKey key, Message.Definition definition, ChangeContext act) {
        return write.run(catalog, act, revision -> {
            if (drafts.exists(catalog, key)) {
                throw ProblemType.STALE_REVISION.with();
            }
            requireValid(catalog, key, definition);
            var draft = drafts.create(revision, key, definition);
            drafts.close(revision, draft);
            return new DefinedMessage(draft.message(), true);
        });
    }

    /**
     * Defines a message anew. Its texts stay as they are; whether they still fit is for the checks to say.
     *
     * @param seen    the version the caller knows
     * @param becomes what the present definition turns into; where it stands in the catalog stays
     */
    public DefinedMessage change(CatalogName catalog, MessageKey key, int seen, UnaryOperator<Message.Definition> becomes, ChangeContext act) {
        return write.run(catalog, act, revision -> {
            var draft = drafts.open(revision, key);
            var present = draft.message().definition();
            VersionCheck.requireVersion(history, catalog, ChangeTarget.message(key), OptionalInt.of(seen),
                    Optional.of(new VersionCheck.CurrentVersion(draft.message().version(), new HistoryState.OfMessage(present))));
            var next = becomes.apply(present).at(present.position());
            requireValid(catalog, key, next);
            draft.define(next);
            drafts.close(revision, draft);
            return new DefinedMessage(draft.message(), false);
        });
    }

    private void requireValid(CatalogName catalog, MessageKey key, Message.Definition definition) {
        drafts.requireUniqueReason(catalog, definition.reason(), key);
        var replacedBy = definition.life().replacedBy();
        if (replacedBy != null && (replacedBy.equals(key) || !drafts.exists(catalog, replacedBy))) {
            throw ProblemType.UNKNOWN_MESSAGE.with(replacedBy.value(), catalog.value());
        }
    }
}
