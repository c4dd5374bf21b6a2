package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages with their texts, for those who change them; and the end of each such change, when the checks look and the texts are counted. */
@Singleton
public final class Drafts {
    private final Messages messages;
    private final Texts texts;
    private final History history;
    private final RunChecks judge;

    public Drafts(Messages messages, Texts texts, History history, RunChecks judge) {
        this.messages = messages;
        this.texts = texts;
        this.history = history;
        this.judge = judge;
    }

    public MessageDraft open(Revision revision, MessageKey key) {
        var catalog = revision.catalog().name();
        var message = messages.find(catalog, key).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), catalog.value()));
        return new MessageDraft(revision, message, texts.of(catalog, key));
    }

    boolean exists(CatalogName catalog, MessageKey key) {
        return messages.find(catalog, key).isPresent();
    }

    /** A new one, at the end of the catalog. */
    MessageDraft create(Revision revision, MessageKey key, Message.Definition definition) {
        var catalog = revision.catalog().name();
        var message = new Message(catalog, key, definition.at(messages.nextPosition(catalog)));
        messages.add(message);
        return MessageDraft.created(revision, message);
    }

    MessageText begin(Revision revision, MessageKey key, LocaleTag locale) {
        var catalog = revision.catalog().name();
        return new MessageText(catalog, key, locale, history.lastVersion(catalog, ChangeTarget.text(key, locale)));
    }

    public void close(Revision revision, MessageDraft draft) {
        close(revision, draft, Map.of());
    }

    /** @param known what the checks say of texts as they are now: these are not looked at again */
    void close(Revision revision, MessageDraft draft, Map<LocaleTag, List<Finding>> known) {
        for (var text : draft.textsToCheck()) {
            Optional.ofNullable(known.get(text.locale())).ifPresentOrElse(it -> judge.check(text, it),
                    () -> judge.check(revision.catalog(), draft, text));
        }
        draft.updateCounts();
    }

    void requireUniqueReason(CatalogName catalog, String reason, MessageKey owner) {
        if (messages.isReasonTaken(catalog, reason, owner)) {
            throw ProblemType.ALREADY_EXISTS.with(reason);
        }
    }

    void add(MessageText text) {
        texts.add(text);
    }

    void remove(MessageText text) {
        texts.remove(text);
    }
}
