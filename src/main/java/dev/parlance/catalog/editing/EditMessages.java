package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Lifecycle;
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
import org.jspecify.annotations.Nullable;

/** Edits the definitions of messages. Each operation is one transaction and one revision. */
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

    /**
     * The result of saving a message.
     *
     * @param created whether the message is new
     */
    public record SavedMessage(Message message, boolean created) {
    }

    /**
     * Creates a message at the end of the catalog.
     *
     * @throws dev.parlance.problems.ProblemException {@code RESOURCE_EXISTS} if the key was ever used, {@code ALREADY_EXISTS} if the reason
     * is taken, {@code UNKNOWN_MESSAGE} if the replacement does not exist, {@code INVALID_REPLACEMENT} if it is the message itself or
     * retired, {@code UNKNOWN_CATALOG}
     */
    public SavedMessage create(CatalogName catalog, MessageKey key, Message.Definition definition, ChangeContext context) {
        return writeCatalog.run(catalog, context, revision -> {
            drafts.requireUnusedKey(catalog, key);
            validate(catalog, key, definition, null);
            return new SavedMessage(drafts.create(revision, key, definition), true);
        });
    }

    /**
     * Changes the definition of a message. Its texts stay as they are and are checked against the new definition.
     *
     * @param change computes the new definition from the current one; the position cannot be changed
     * @throws dev.parlance.problems.ProblemException as {@link #create}; {@code STALE_REVISION} if the message has another version than
     * expected
     */
    public SavedMessage update(CatalogName catalog, MessageKey key, int expectedVersion, UnaryOperator<Message.Definition> change,
            ChangeContext context) {
        return writeCatalog.run(catalog, context, revision -> drafts.update(revision, key, draft -> {
            var current = draft.message().definition();
            VersionCheck.requireVersion(history, catalog, ChangeTarget.message(key), OptionalInt.of(expectedVersion),
                    Optional.of(new VersionCheck.VersionedState(draft.message().version(), new HistoryState.RecordedMessage(current))));
            var updated = change.apply(current).withPosition(current.position());
            validate(catalog, key, updated, current.lifecycle().replacedBy());
            draft.updateDefinition(updated);
            return new SavedMessage(draft.message(), false);
        }));
    }

    /** @param currentReplacement may have been retired since it was set */
    private void validate(CatalogName catalog, MessageKey key, Message.Definition definition, @Nullable MessageKey currentReplacement) {
        drafts.requireUnusedReason(catalog, definition.reason(), key);
        var replacedBy = definition.lifecycle().replacedBy();
        if (replacedBy == null || replacedBy.equals(currentReplacement)) {
            return;
        }
        if (replacedBy.equals(key)) {
            throw ProblemType.INVALID_REPLACEMENT.with(key.value(), "self");
        }
        var replacement = drafts.find(catalog, replacedBy)
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(replacedBy.value(), catalog.value()));
        if (replacement.definition().lifecycle().stage() == Lifecycle.RETIRED) {
            throw ProblemType.INVALID_REPLACEMENT.with(replacedBy.value(), "retired");
        }
    }
}
