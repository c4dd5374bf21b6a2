package dev.parlance.catalog.editing;

import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.Revision;
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
import org.jspecify.annotations.Nullable;

/** A message with all of its texts, while one act changes them. Writes down what happens, and keeps the counts of the catalog. */
public final class MessageDraft {
    private final Revision revision;
    private final Message message;
    private final SortedMap<LocaleTag, MessageText> texts = new TreeMap<>();
    private final Map<LocaleTag, TextCounts> countsByLocale = new HashMap<>();
    private final Set<LocaleTag> changedLocales = new HashSet<>();
    private boolean constraintsChanged;
    private boolean countedAsReleased;

    /** @param texts all there are */
    MessageDraft(Revision revision, Message message, Collection<MessageText> texts) {
        this.revision = revision;
        this.message = message;
        texts.forEach(it -> this.texts.put(it.locale(), it));
        this.countedAsReleased = message.version() > 0 && isReleased();
        this.texts.values().forEach(it -> countsByLocale.put(it.locale(), countsOf(it)));
    }

    /** One that is not counted yet. */
    static MessageDraft created(Revision revision, Message message) {
        var draft = new MessageDraft(revision, message, List.of());
        draft.countedAsReleased = false;
        revision.recordChange(ChangeTarget.message(message.key()), message.version(), null, new HistoryState.RecordedMessage(message.definition()));
        return draft;
    }

    public Message message() {
        return message;
    }

    /** The texts the checks may see otherwise than before: those that were worded; all, where the source changed, or what a text must keep to. */
    Collection<MessageText> textsToRecheck() {
        return constraintsChanged || changedLocales.contains(sourceLocale()) ? texts.values()
                : texts.values().stream().filter(it -> changedLocales.contains(it.locale())).toList();
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
            constraintsChanged |= !definition.contract().equals(before.contract()) || !Objects.equals(definition.lengthLimit(), before.lengthLimit());
            revision.recordChange(ChangeTarget.message(message.key()), message.version(), new HistoryState.RecordedMessage(before),
                    new HistoryState.RecordedMessage(definition));
        }
    }

    /**
     * What a text is from now on.
     *
     * @param text one of this message, or a new one
     */
    void saveText(MessageText text, HistoryState.RecordedText newState) {
        var before = texts.containsKey(text.locale()) ? text.historyState() : null;
        if (before != null && newState.hasSameContent(before)) {
            return;
        }
        text.applyState(newState, revision.context().actor());
        texts.put(text.locale(), text);
        changedLocales.add(text.locale());
        revision.recordChange(ChangeTarget.text(message.key(), text.locale()), text.version(), before, text.historyState());
    }

    void removeText(MessageText text) {
        texts.remove(text.locale());
        changedLocales.add(text.locale());
        revision.recordChange(ChangeTarget.text(message.key(), text.locale()), text.version() + 1, text.historyState(), null);
    }

    /** The wording of the source that a text worded now is made from. */
    @Nullable String currentSourceHash(LocaleTag locale) {
        return locale.equals(sourceLocale()) ? null : sourceContent().map(TextContent::contentHash).orElse(null);
    }

    boolean isStale(MessageText text) {
        return text.isStale(texts.get(sourceLocale()));
    }

    /** Brings the counts of the catalog up to date. */
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
