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
    private final WriteCatalog writeCatalog;
    private final MessageDrafts drafts;
    private final History history;

    public EditMessages(WriteCatalog writeCatalog, MessageDrafts drafts, History history) {
        this.writeCatalog = writeCatalog;
        this.drafts = drafts;
        this.history = history;
    }

    /** @param made whether it is new */
    public record SavedMessage(Message message, boolean created) {
    }

    /** A new message, at the end of the catalog. A key that was ever used is not free again. */
    public SavedMessage create(CatalogName catalog, MessageKey key, Message.Definition definition, ChangeContext context) {
        return writeCatalog.run(catalog, context, revision -> {
            if (drafts.exists(catalog, key)) {
                throw ProblemType.STALE_REVISION.with();
            }
            validate(catalog, key, definition);
            return new SavedMessage(drafts.create(revision, key, definition), true);
        });
    }

    /**
     * Defines a message anew. Its texts stay as they are; whether they still fit is for the checks to say.
     *
     * @param seen    the version the caller knows
     * @param becomes what the present definition turns into; where it stands in the catalog stays
     */
    public SavedMessage update(CatalogName catalog, MessageKey key, int expectedVersion, UnaryOperator<Message.Definition> change, ChangeContext context) {
        return writeCatalog.run(catalog, context, revision -> drafts.update(revision, key, draft -> {
            var current = draft.message().definition();
            VersionCheck.requireVersion(history, catalog, ChangeTarget.message(key), OptionalInt.of(expectedVersion),
                    Optional.of(new VersionCheck.VersionedState(draft.message().version(), new HistoryState.RecordedMessage(current))));
            var updated = change.apply(current).withPosition(current.position());
            validate(catalog, key, updated);
            draft.updateDefinition(updated);
            return new SavedMessage(draft.message(), false);
        }));
    }

    private void validate(CatalogName catalog, MessageKey key, Message.Definition definition) {
        drafts.requireUnusedReason(catalog, definition.reason(), key);
        var replacedBy = definition.lifecycle().replacedBy();
        if (replacedBy != null && (replacedBy.equals(key) || !drafts.exists(catalog, replacedBy))) {
            throw ProblemType.UNKNOWN_MESSAGE.with(replacedBy.value(), catalog.value());
        }
    }
}
