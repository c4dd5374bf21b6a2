package dev.parlance.catalog.jobs;

import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.Drafts;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextDraft;
import dev.parlance.catalog.editing.MessageDraft;
import dev.parlance.catalog.history.Revision;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** What a job does to one message. What a person would be refused, a job is refused; what is as it should be, a job leaves alone. */
@Singleton
public final class ApplyBulkChange {
    private final Drafts drafts;
    private final EditTexts texts;

    public ApplyBulkChange(Drafts drafts, EditTexts texts) {
        this.drafts = drafts;
        this.texts = texts;
    }

    void apply(Revision revision, MessageKey key, BulkRequest request) {
        var draft = drafts.open(revision, key);
        var locale = request.query().locale();
        var text = draft.text(locale);
        var wanted = switch (request.kind()) {
            case TAG -> {
                retag(revision, draft, request);
                yield Optional.<TextDraft>empty();
            }
            case STATE -> text.flatMap(it -> in(it, Optional.ofNullable(request.state()).orElseThrow()));
            case APPROVE -> text.flatMap(it -> in(it, TextState.APPROVED));
            case COPY_SOURCE -> text.isPresent() ? Optional.<TextDraft>empty()
                    : draft.source().map(it -> new TextDraft(it, TextState.DRAFT, Map.of()));
            case REPLACE -> text.flatMap(it -> replaceText(it, request));
        };
        wanted.ifPresent(it -> texts.save(revision, draft, command(revision, key, request, text), it));
    }

    private static SaveTextCommand command(Revision revision, MessageKey key, BulkRequest request, Optional<MessageText> text) {
        return new SaveTextCommand(revision.catalog().name(), key, request.query().locale(),
                text.map(it -> OptionalInt.of(it.version())).orElse(OptionalInt.empty()), revision.context());
    }

    private void retag(Revision revision, MessageDraft draft, BulkRequest request) {
        var is = draft.message().definition();
        var tags = new TreeSet<>(is.tags().names());
        tags.addAll(request.add().names());
        tags.removeAll(request.remove().names());
        draft.define(is.tagged(Tags.of(tags)));
        drafts.close(revision, draft);
    }

    private static Optional<TextDraft> in(MessageText text, TextState state) {
        return text.state() == state ? Optional.empty() : Optional.of(new TextDraft(text.content(), state, Map.of()));
    }

    /** A text that is worded anew is no longer approved. */
    private static Optional<TextDraft> replaceText(MessageText text, BulkRequest request) {
        var is = text.content();
        var becomes = new TextContent(is.syntax(), is.message().replace(request.find(), request.replacement()),
                is.description().replace(request.find(), request.replacement()));
        var state = text.state() == TextState.APPROVED ? TextState.TRANSLATED : text.state();
        return becomes.equals(is) ? Optional.empty() : Optional.of(new TextDraft(becomes, state, Map.of()));
    }
}
