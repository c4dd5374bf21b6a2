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
public final class MessageDrafts {
    private final Messages messages;
    private final Texts texts;
    private final History history;
    private final RunChecks runChecks;

    public MessageDrafts(Messages messages, Texts texts, History history, RunChecks runChecks) {
        this.messages = messages;
        this.texts = texts;
        this.history = history;
        this.runChecks = runChecks;
    }

    public MessageDraft load(Revision revision, MessageKey key) {
        var catalog = revision.catalog().name();
        var message = messages.find(catalog, key).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), catalog.value()));
        return new MessageDraft(revision, message, texts.findAll(catalog, key));
    }

    boolean exists(CatalogName catalog, MessageKey key) {
        return messages.find(catalog, key).isPresent();
    }

    /** A new one, at the end of the catalog. */
    MessageDraft create(Revision revision, MessageKey key, Message.Definition definition) {
        var catalog = revision.catalog().name();
        var message = new Message(catalog, key, definition.withPosition(messages.nextPosition(catalog)));
        messages.add(message);
        return MessageDraft.created(revision, message);
    }

    MessageText newText(Revision revision, MessageKey key, LocaleTag locale) {
        var catalog = revision.catalog().name();
        return new MessageText(catalog, key, locale, history.lastVersion(catalog, ChangeTarget.text(key, locale)));
    }

    public void finish(Revision revision, MessageDraft draft) {
        finish(revision, draft, Map.of());
    }

    /** @param known what the checks say of texts as they are now: these are not looked at again */
    void finish(Revision revision, MessageDraft draft, Map<LocaleTag, List<Finding>> knownFindings) {
        for (var text : draft.textsToRecheck()) {
            Optional.ofNullable(knownFindings.get(text.locale())).ifPresentOrElse(it -> runChecks.recordFindings(text, it),
                    () -> runChecks.recordFindings(revision.catalog(), draft, text));
        }
        draft.updateCounts();
    }

    void requireUnusedReason(CatalogName catalog, String reason, MessageKey ownKey) {
        if (messages.existsByReason(catalog, reason, ownKey)) {
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
