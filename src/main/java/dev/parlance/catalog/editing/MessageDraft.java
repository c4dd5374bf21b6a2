package dev.parlance.catalog.editing;

import dev.parlance.catalog.Counts;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.history.Change.Thing;
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
    private final Map<LocaleTag, Counts> counted = new HashMap<>();
    private final Set<LocaleTag> worded = new HashSet<>();
    private boolean demandsOther;
    private boolean countedMessage;

    /** @param texts all there are */
    MessageDraft(Revision revision, Message message, Collection<MessageText> texts) {
        this.revision = revision;
        this.message = message;
        texts.forEach(it -> this.texts.put(it.locale(), it));
        this.countedMessage = message.version() > 0 && released();
        this.texts.values().forEach(it -> counted.put(it.locale(), counts(it)));
    }

    /** One that is not counted yet. */
    static MessageDraft made(Revision revision, Message message) {
        var draft = new MessageDraft(revision, message, List.of());
        draft.countedMessage = false;
        revision.record(Thing.message(message.key()), message.version(), null, new Recorded.OfMessage(message.definition()));
        return draft;
    }

    public Message message() {
        return message;
    }

    /** The texts the checks may see otherwise than before: those that were worded; all, where the source changed, or what a text must keep to. */
    Collection<MessageText> seenAnew() {
        return demandsOther || worded.contains(sourceLocale()) ? texts.values()
                : texts.values().stream().filter(it -> worded.contains(it.locale())).toList();
    }

    public Optional<MessageText> text(LocaleTag locale) {
        return Optional.ofNullable(texts.get(locale));
    }

    public Optional<Wording> source() {
        return text(sourceLocale()).map(MessageText::wording);
    }

    public void define(Message.Definition definition) {
        var before = message.definition();
        if (!before.equals(definition)) {
            message.define(definition);
            demandsOther |= !definition.contract().equals(before.contract()) || !Objects.equals(definition.lengthLimit(), before.lengthLimit());
            revision.record(Thing.message(message.key()), message.version(), new Recorded.OfMessage(before),
                    new Recorded.OfMessage(definition));
        }
    }

    /**
     * What a text is from now on.
     *
     * @param text one of this message, or a new one
     */
    void word(MessageText text, Recorded.OfText becomes) {
        var before = texts.containsKey(text.locale()) ? text.recorded() : null;
        if (before != null && becomes.isLike(before)) {
            return;
        }
        text.become(becomes, revision.act().by());
        texts.put(text.locale(), text);
        worded.add(text.locale());
        revision.record(Thing.text(message.key(), text.locale()), text.version(), before, text.recorded());
    }

    void remove(MessageText text) {
        texts.remove(text.locale());
        worded.add(text.locale());
        revision.record(Thing.text(message.key(), text.locale()), text.version() + 1, text.recorded(), null);
    }

    /** The wording of the source that a text worded now is made from. */
    @Nullable String sourceWording(LocaleTag locale) {
        return locale.equals(sourceLocale()) ? null : source().map(Wording::digest).orElse(null);
    }

    boolean stale(MessageText text) {
        return text.stale(texts.get(sourceLocale()));
    }

    /** Brings the counts of the catalog up to date. */
    void count() {
        var catalog = revision.catalog();
        texts.values().forEach(it -> counted.putIfAbsent(it.locale(), Counts.NONE));
        counted.replaceAll((locale, before) -> {
            var after = text(locale).map(this::counts).orElse(Counts.NONE);
            if (!after.equals(before)) {
                catalog.count(locale, after.plus(before, -1));
            }
            return after;
        });
        if (countedMessage != released()) {
            catalog.countMessages(released() ? 1 : -1);
            countedMessage = released();
        }
    }

    private Counts counts(MessageText text) {
        return released() ? Counts.of(text, stale(text)) : Counts.NONE;
    }

    private boolean released() {
        return message.definition().life().stage().released();
    }

    private LocaleTag sourceLocale() {
        return revision.catalog().sourceLocale();
    }
}
