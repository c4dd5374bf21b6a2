package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages with their texts, for editing.
 *
 * <p>Every change goes through {@link #update}, {@link #create} or {@link #updateAll}, which end by bringing check results and
 * counts up to date: a caller cannot leave a change half done.
 */
@Singleton
public final class MessageDrafts {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final History history;
    private final RunChecks runChecks;

    public MessageDrafts(Catalogs catalogs, Messages messages, Texts texts, History history, RunChecks runChecks) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.history = history;
        this.runChecks = runChecks;
    }

    /**
     * One message of a bulk change.
     *
     * @param newMessage the definition of a message to create, with its position; empty for an existing message
     */
    public record BulkUpdate(MessageKey key, Optional<Message.Definition> newMessage, Consumer<MessageDraft> change) {
    }

    /**
     * Messages that are changed together.
     *
     * @param keys    of existing and of new messages
     * @param locales the locales whose texts may change
     * @param plan    returns the changes, given those of the messages that exist
     */
    public record Batch(List<MessageKey> keys, Set<LocaleTag> locales, Function<Map<MessageKey, MessageDraft>, List<BulkUpdate>> plan) {
    }

    /**
     * Changes a message and its texts.
     *
     * <p>Afterwards the texts concerned are rechecked and the counts of the catalog are updated.
     *
     * @return the result of the change
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_MESSAGE}
     */
    public <T> T update(Revision revision, MessageKey key, Function<MessageDraft, T> change) {
        var catalog = revision.catalog().name();
        var message = messages.find(catalog, key).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), catalog.value()));
        var draft = new MessageDraft(revision, message, texts.findAll(catalog, key), texts, it -> history.lastVersion(catalog, it));
        T result = change.apply(draft);
        recheck(revision, draft);
        draft.updateCounts();
        return result;
    }

    /** Adds a message at the end of the catalog. */
    Message create(Revision revision, MessageKey key, Message.Definition definition) {
        var position = messages.nextPosition(revision.catalog().name());
        var draft = create(revision, new Message(revision.catalog().name(), key, definition.withPosition(position)));
        draft.updateCounts();
        return draft.message();
    }

    /** Changes many messages. The checks do not run: outdated results are reset, and {@link RecheckBacklog} follows up. */
    public void updateAll(Revision revision, List<BulkUpdate> updates) {
        var catalog = revision.catalog();
        var messagesByKey = messages.findAll(catalog.name()).stream().collect(Collectors.toMap(Message::key, it -> it));
        var textsByKey = texts.findAll(catalog.name()).stream().collect(Collectors.groupingBy(MessageText::key));
        var outdated = new ArrayList<MessageKey>();
        for (var update : updates) {
            var draft = update.newMessage().map(it -> create(revision, new Message(catalog.name(), update.key(), it)))
                    .orElseGet(() -> new MessageDraft(revision, messagesByKey.get(update.key()),
                            textsByKey.getOrDefault(update.key(), List.of()), texts, it -> history.lastVersion(catalog.name(), it)));
            update.change().accept(draft);
            if (update.newMessage().isEmpty() && draft.invalidatesAllTexts()) {
                outdated.add(update.key());
            }
        }
        texts.resetCheckResults(catalog.name(), outdated);
        catalogs.writePending(catalog);
        catalogs.recomputeCounts(catalog);
    }

    /**
     * Changes many messages in batches, with one batch in memory at a time. As for {@link #updateAll}, the checks do not run.
     *
     * @param batches each is requested after the one before is written
     */
    public void updateInBatches(Revision revision, Iterable<Batch> batches) {
        for (var batch : batches) {
            update(revision, batch);
        }
        if (revision.changeCount() > 0) {
            catalogs.recomputeCounts(revision.catalog());
        }
    }

    private void update(Revision revision, Batch batch) {
        var catalog = revision.catalog();
        var locales = new TreeSet<>(batch.locales());
        locales.add(catalog.sourceLocale());
        var textsByKey = texts.findAll(catalog.name(), locales, batch.keys()).stream().collect(Collectors.groupingBy(MessageText::key));
        var lastVersions = new LastVersions(catalog.name(), locales, batch.keys());
        var drafts = new LinkedHashMap<MessageKey, MessageDraft>();
        messages.findAll(catalog.name(), batch.keys()).forEach(it -> drafts.put(it.key(), new MessageDraft(revision, it,
                textsByKey.getOrDefault(it.key(), List.of()), texts, lastVersions)));
        var outdated = new ArrayList<MessageKey>();
        for (var update : batch.plan().apply(Collections.unmodifiableMap(drafts))) {
            var draft = update.newMessage().map(it -> create(revision, new Message(catalog.name(), update.key(), it)))
                    .orElseGet(() -> drafts.get(update.key()));
            update.change().accept(draft);
            if (update.newMessage().isEmpty() && draft.invalidatesAllTexts()) {
                outdated.add(update.key());
            }
        }
        texts.resetCheckResults(catalog.name(), outdated);
        catalogs.writePending(catalog);
    }

    /** The last versions of the texts of a batch, loaded for the first text that is created: most batches change texts only. */
    private final class LastVersions implements ToIntFunction<ChangeTarget> {
        private final CatalogName catalog;
        private final Set<LocaleTag> locales;
        private final List<MessageKey> keys;
        private @Nullable Map<ChangeTarget, Integer> loaded;

        LastVersions(CatalogName catalog, Set<LocaleTag> locales, List<MessageKey> keys) {
            this.catalog = catalog;
            this.locales = locales;
            this.keys = keys;
        }

        @Override
        public int applyAsInt(ChangeTarget target) {
            var versions = loaded;
            if (versions == null) {
                versions = history.findLastTextVersions(catalog, locales, keys);
                loaded = versions;
            }
            return versions.getOrDefault(target, 0);
        }
    }

    private MessageDraft create(Revision revision, Message message) {
        messages.add(message);
        return MessageDraft.created(revision, message, texts);
    }

    private void recheck(Revision revision, MessageDraft draft) {
        for (var text : draft.textsToRecheck()) {
            draft.findings(text.locale()).ifPresentOrElse(it -> runChecks.recordFindings(revision.catalog(), text, it),
                    () -> runChecks.recordFindings(revision.catalog(), draft, text));
        }
    }

    Optional<Message> find(CatalogName catalog, MessageKey key) {
        return messages.find(catalog, key);
    }

    /** @throws dev.parlance.problems.ProblemException {@code RESOURCE_EXISTS} if the key was ever used */
    void requireUnusedKey(CatalogName catalog, MessageKey key) {
        messages.find(catalog, key).ifPresent(it -> {
            throw ProblemType.RESOURCE_EXISTS.with("\"" + it.version() + "\"");
        });
    }

    void requireUnusedReason(CatalogName catalog, String reason, MessageKey ownKey) {
        if (messages.existsByReason(catalog, reason, ownKey)) {
            throw ProblemType.ALREADY_EXISTS.with(reason);
        }
    }
}
