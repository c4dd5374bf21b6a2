package dev.parlance.catalog.jobs;

import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.catalog.editing.MessageDraft;
import dev.parlance.catalog.editing.MessageDrafts;
import dev.parlance.catalog.history.Revision;
import dev.parlance.rendering.LiteralReplacement;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Applies a bulk change to one message.
 *
 * <p>Enforces the same rules as a direct edit, and leaves texts alone that already are as requested.
 */
@Singleton
public final class ApplyBulkChange {
    private final MessageDrafts drafts;
    private final EditTexts editTexts;

    public ApplyBulkChange(MessageDrafts drafts, EditTexts editTexts) {
        this.drafts = drafts;
        this.editTexts = editTexts;
    }

    void apply(Revision revision, MessageKey key, BulkRequest request) {
        drafts.update(revision, key, draft -> {
            apply(revision, draft, key, request);
            return draft;
        });
    }

    private void apply(Revision revision, MessageDraft draft, MessageKey key, BulkRequest request) {
        var locale = request.query().locale();
        var text = draft.text(locale);
        var command = switch (request.kind()) {
            case TAG -> {
                updateTags(draft, request);
                yield Optional.<SaveTextCommand>empty();
            }
            case STATE -> text.flatMap(it -> withState(it, Optional.ofNullable(request.state()).orElseThrow()));
            case APPROVE -> text.flatMap(it -> withState(it, TextState.APPROVED));
            case COPY_SOURCE -> text.isPresent() ? Optional.<SaveTextCommand>empty()
                    : draft.sourceContent().map(it -> new SaveTextCommand(it, TextState.DRAFT, Map.of()));
            case REPLACE -> text.flatMap(it -> replaceText(it, request));
        };
        command.ifPresent(it -> editTexts.save(revision, draft, targetOf(revision, key, request, text), it));
    }

    private static TextTarget targetOf(Revision revision, MessageKey key, BulkRequest request, Optional<MessageText> text) {
        return new TextTarget(revision.catalog().name(), key, request.query().locale(),
                text.map(it -> OptionalInt.of(it.version())).orElse(OptionalInt.empty()), revision.context());
    }

    private static void updateTags(MessageDraft draft, BulkRequest request) {
        var current = draft.message().definition();
        var tags = new TreeSet<>(current.tags().names());
        tags.addAll(request.tagsToAdd().names());
        tags.removeAll(request.tagsToRemove().names());
        draft.updateDefinition(current.withTags(Tags.of(tags)));
    }

    private static Optional<SaveTextCommand> withState(MessageText text, TextState state) {
        return text.state() == state ? Optional.empty() : Optional.of(new SaveTextCommand(text.content(), state, Map.of()));
    }

    static TextContent replaced(TextContent current, BulkRequest request) {
        return new TextContent(current.syntax(),
                LiteralReplacement.replace(current.syntax(), current.message(), request.searchText(), request.replacement()),
                LiteralReplacement.replace(current.syntax(), current.description(), request.searchText(), request.replacement()));
    }

    /** Changed content is no longer approved. */
    private static Optional<SaveTextCommand> replaceText(MessageText text, BulkRequest request) {
        var current = text.content();
        var updated = replaced(current, request);
        var state = text.state() == TextState.APPROVED ? TextState.TRANSLATED : text.state();
        return updated.equals(current) ? Optional.empty() : Optional.of(new SaveTextCommand(updated, state, Map.of()));
    }
}
