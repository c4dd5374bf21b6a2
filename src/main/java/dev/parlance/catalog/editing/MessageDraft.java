package dev.parlance.catalog.editing;

import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.Revision;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A message with all of its texts, while one operation changes them.
 *
 * <p>Records every change in history, and keeps the counts of the catalog up to date.
 */
public final class MessageDraft {
    private final Revision revision;
    private final Message message;
    private final Texts repository;
    private final ToIntFunction<ChangeTarget> lastVersions;
    private final SortedMap<LocaleTag, MessageText> texts = new TreeMap<>();
    private final Map<LocaleTag, TextCounts> countsByLocale = new HashMap<>();
    private final Set<LocaleTag> changedLocales = new HashSet<>();
    private final Map<LocaleTag, List<Finding>> findings = new HashMap<>();
    private boolean isNew;
    private boolean constraintsChanged;
    private boolean countedAsReleased;

    /**
     * @param texts        all texts of the message that the operation may change, and the source text
     * @param lastVersions returns the last version of a text that was removed earlier; 0 if there was none
     */
    MessageDraft(Revision revision, Message message, Collection<MessageText> texts, Texts repository,
            ToIntFunction<ChangeTarget> lastVersions) {
        this.revision = revision;
        this.message = message;
        this.repository = repository;
        this.lastVersions = lastVersions;
        texts.forEach(it -> this.texts.put(it.locale(), it));
        this.countedAsReleased = message.version() > 0 && isReleased();
        this.texts.values().forEach(it -> countsByLocale.put(it.locale(), countsOf(it)));
    }

    /** Returns the draft of a new message, which the catalog does not count yet. */
    static MessageDraft created(Revision revision, Message message, Texts repository) {
        var draft = new MessageDraft(revision, message, List.of(), repository, it -> 0);
        draft.isNew = true;
        draft.countedAsReleased = false;
        revision.recordChange(ChangeTarget.message(message.key()), message.version(), null,
                new HistoryState.RecordedMessage(message.definition()));
        return draft;
    }

    public Message message() {
        return message;
    }

    /**
     * Returns the texts whose findings may have changed.
     *
     * <p>These are the saved ones, or all of them if the source or a constraint changed.
     */
    Collection<MessageText> textsToRecheck() {
        return invalidatesAllTexts() ? texts.values()
                : texts.values().stream().filter(it -> changedLocales.contains(it.locale())).toList();
    }

    boolean invalidatesAllTexts() {
        return constraintsChanged || changedLocales.contains(sourceLocale());
    }

    /** Stores findings of a text as it is now, so that the checks need not run again. */
    void setFindings(LocaleTag locale, List<Finding> found) {
        findings.put(locale, found);
    }

    Optional<List<Finding>> findings(LocaleTag locale) {
        return Optional.ofNullable(findings.get(locale));
    }

    /** Returns the loaded texts, sorted by locale. */
    public List<MessageText> texts() {
        return List.copyOf(texts.values());
    }

    public Optional<MessageText> text(LocaleTag locale) {
        return Optional.ofNullable(texts.get(locale));
    }

    public Optional<TextContent> sourceContent() {
        return text(sourceLocale()).map(MessageText::content);
    }

    public void updateDefinition(Message.Definition definition) {
        var before = message.definition();
        if (!before.equals(definition)) {
            message.updateDefinition(definition);
            constraintsChanged |= !definition.contract().equals(before.contract())
                    || !Objects.equals(definition.lengthLimit(), before.lengthLimit());
            revision.recordChange(ChangeTarget.message(message.key()), message.version(), new HistoryState.RecordedMessage(before),
                    new HistoryState.RecordedMessage(definition));
        }
    }

    /** Creates or replaces the text in a locale. Saving the same state again changes nothing. */
    public MessageText saveText(LocaleTag locale, HistoryState.RecordedText newState) {
        var existing = texts.get(locale);
        var before = existing == null ? null : existing.historyState();
        if (before != null && newState.hasSameContent(before)) {
            return existing;
        }
        var text = existing == null ? newText(locale) : existing;
        text.applyState(newState, revision.context().actor());
        text.recordChange(revision.context().actor(), revision.context().timestamp());
        if (existing == null) {
            texts.put(locale, text);
            repository.add(text);
        }
        changedLocales.add(locale);
        revision.recordChange(ChangeTarget.text(message.key(), locale), text.version(), before, text.historyState());
        return text;
    }

    /** Continues the versions of a text that was removed earlier. */
    private MessageText newText(LocaleTag locale) {
        var catalog = revision.catalog().name();
        int lastVersion = isNew ? 0 : lastVersions.applyAsInt(ChangeTarget.text(message.key(), locale));
        return new MessageText(catalog, message.key(), locale, lastVersion);
    }

    public void removeText(MessageText text) {
        texts.remove(text.locale());
        repository.remove(text);
        changedLocales.add(text.locale());
        revision.recordChange(ChangeTarget.text(message.key(), text.locale()), text.version() + 1, text.historyState(), null);
    }

    /** Returns the content hash of the source that a new text is made from; null for the source locale. */
    public @Nullable String currentSourceHash(LocaleTag locale) {
        return locale.equals(sourceLocale()) ? null : sourceContent().map(TextContent::contentHash).orElse(null);
    }

    boolean isStale(MessageText text) {
        return text.isStale(texts.get(sourceLocale()));
    }

    /** Updates the counts of the catalog. */
    void updateCounts() {
        var catalog = revision.catalog();
        texts.values().forEach(it -> countsByLocale.putIfAbsent(it.locale(), TextCounts.NONE));
        countsByLocale.replaceAll((locale, before) -> {
            var after = text(locale).map(this::countsOf).orElse(TextCounts.NONE);
            if (!after.equals(before)) {
                catalog.addToCounts(locale, after.plus(before, -1));
            }
            return after;
        });
        if (countedAsReleased != isReleased()) {
            catalog.addToReleasedMessages(isReleased() ? 1 : -1);
            countedAsReleased = isReleased();
        }
    }

    private TextCounts countsOf(MessageText text) {
        return isReleased() ? TextCounts.of(text, isStale(text)) : TextCounts.NONE;
    }

    private boolean isReleased() {
        return message.definition().lifecycle().stage().isReleased();
    }

    private LocaleTag sourceLocale() {
        return revision.catalog().sourceLocale();
    }
}
