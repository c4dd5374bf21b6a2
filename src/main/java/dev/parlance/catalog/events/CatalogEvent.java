package dev.parlance.catalog.events;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An event of a catalog. */
public sealed interface CatalogEvent {

    CatalogName catalog();

    EventType type();

    /** Returns the details of the event, as members of a JSON object: strings, numbers, booleans, lists and maps. */
    Map<String, Object> data();

    /** A release was created. */
    record ReleaseCreated(CatalogName catalog, int release, String actor, String comment) implements CatalogEvent {
        @Override
        public EventType type() {
            return EventType.RELEASE_CREATED;
        }

        @Override
        public Map<String, Object> data() {
            return members("catalog", catalog.value(), "release", release, "actor", actor, "comment", comment);
        }
    }

    /**
     * A channel was pointed at another release.
     *
     * @param previous the release before the move; empty for a new channel
     */
    record ChannelMoved(CatalogName catalog, String channel, int release, OptionalInt previous, boolean rollback, String actor,
            String comment) implements CatalogEvent {
        @Override
        public EventType type() {
            return EventType.CHANNEL_MOVED;
        }

        @Override
        public Map<String, Object> data() {
            var data = members("catalog", catalog.value(), "channel", channel, "release", release, "rollback", rollback, "actor", actor,
                    "comment", comment);
            previous.ifPresent(it -> data.put("previousRelease", it));
            return data;
        }
    }

    /** A text in which a check found errors. */
    record TextErrors(MessageKey key, LocaleTag locale, int errors) {
    }

    /**
     * Checks found new errors: in new content, or more of them than before.
     *
     * @param texts the first texts of a transaction with new errors, at most {@value #MAX_TEXTS}
     * @param count the number of all texts of the transaction with new errors
     */
    record FindingsAdded(CatalogName catalog, List<TextErrors> texts, int count) implements CatalogEvent {
        /** An import may add errors to a hundred thousand texts, and a receiver should get at most about 20 KB. */
        static final int MAX_TEXTS = 50;

        public FindingsAdded(CatalogName catalog, TextErrors text) {
            this(catalog, List.of(text), 1);
        }

        /** Returns one event for the texts of both events. */
        public FindingsAdded plus(FindingsAdded other) {
            if (texts.size() >= MAX_TEXTS) {
                return new FindingsAdded(catalog, texts, count + other.count);
            }
            var all = new ArrayList<>(texts);
            all.addAll(other.texts);
            return new FindingsAdded(catalog, List.copyOf(all.subList(0, Math.min(all.size(), MAX_TEXTS))), count + other.count);
        }

        @Override
        public EventType type() {
            return EventType.FINDINGS_ADDED;
        }

        @Override
        public Map<String, Object> data() {
            return members("catalog", catalog.value(), "count", count, "texts", texts.stream()
                    .map(it -> members("key", it.key().value(), "locale", it.locale().value(), "errors", it.errors())).toList());
        }
    }

    /**
     * A comment was added, resolved, reopened or deleted.
     *
     * @param type     one of the {@code COMMENT} types
     * @param comment  the id of the comment
     * @param locale   empty if the comment is about the message itself
     * @param author   the author of the comment
     * @param text     empty if the comment was deleted
     * @param mentions the names of the mentioned people
     */
    record CommentChanged(CatalogName catalog, EventType type, long comment, MessageKey key, Optional<LocaleTag> locale, String author,
            Optional<String> text, List<String> mentions) implements CatalogEvent {
        @Override
        public Map<String, Object> data() {
            var data = members("catalog", catalog.value(), "comment", comment, "key", key.value(), "author", author);
            locale.ifPresent(it -> data.put("locale", it.value()));
            text.ifPresent(it -> data.put("text", it));
            data.put("mentions", mentions);
            return data;
        }
    }

    private static Map<String, Object> members(Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
