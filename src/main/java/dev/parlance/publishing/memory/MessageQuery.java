package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A query for the messages of a snapshot. All conditions must hold; empty conditions match everything.
 *
 * @param text   substring of key, reason, text or description, in the locale or in the source locale
 * @param code   exact code
 * @param status HTTP status
 * @param prefix key prefix
 * @param tag    required tag
 */
public record MessageQuery(Optional<String> text, Optional<String> code, OptionalInt status, Optional<String> prefix,
                           Optional<String> tag) {

    /**
     * Returns one page of matching messages, in catalog order.
     *
     * @param after returns only messages that follow this key
     * @param limit maximum number of messages
     */
    public List<PublishedMessage> run(Snapshot snapshot, PublishedLocale locale, Optional<String> after, int limit) {
        return run(snapshot, locale, it -> true, after, limit);
    }

    /**
     * Returns one page of matching messages, in catalog order.
     *
     * @param accepted tests the locale of a text; other messages are left out
     * @param after    returns only messages that follow this key
     * @param limit    maximum number of messages
     */
    public List<PublishedMessage> run(Snapshot snapshot, PublishedLocale locale, Predicate<LocaleTag> accepted, Optional<String> after,
            int limit) {
        var messages = locale.messages();
        int afterPosition = after.map(locale.definitions()::positionOf).orElse(-1);
        if (after.isPresent() && afterPosition == PackedStringIndex.NOT_FOUND) {
            return List.of(); // the release no longer contains the key, so the iteration ends
        }
        var search = text.map(it -> new TextSearch(snapshot, locale, it));
        return candidates(locale.definitions(), search).filter(it -> it > afterPosition)
                .filter(matchesFilters(locale.definitions()).and(it -> search.isEmpty() || search.get().matches(it)))
                .mapToObj(messages::get).filter(it -> accepted.test(it.locale())).limit(limit).toList();
    }

    /** Returns whether the query may examine many more messages than it returns. */
    public boolean examinesMany() {
        return text.isPresent() || status.isPresent() || prefix.isPresent() || tag.isPresent();
    }

    private IntStream candidates(MessageDefinitions all, Optional<TextSearch> search) {
        if (code.isPresent()) {
            return all.positionsOfCode(code.get());
        }
        return search.map(TextSearch::candidates).orElseGet(() -> IntStream.range(0, all.size()));
    }

    private IntPredicate matchesFilters(MessageDefinitions all) {
        return it -> (status.isEmpty() || status.getAsInt() == all.httpStatus(it))
                && (prefix.isEmpty() || all.key(it).startsWith(prefix.get()))
                && (tag.isEmpty() || all.tags(it).contains(tag.get()));
    }
}
