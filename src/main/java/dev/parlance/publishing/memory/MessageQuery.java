package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A query for the messages of a snapshot. All conditions must hold; empty conditions match everything.
 *
 * <p>With a text, the best matches come first: the message with this key or code, then the one with this reason, then messages that contain
 * the text in the locale or in the source locale, then those that contain all its words, then those that may have been rendered as the
 * text, then those with this HTTP status or tag. Messages of one rank, and all messages without a text, are in catalog order.
 *
 * <p>A page continues after a key, whose rank is determined again. So no cursor depends on the state of a search, and messages that did not
 * change between two pages are neither repeated nor left out.
 *
 * @param text   text to find
 * @param code   exact code
 * @param status HTTP status
 * @param prefix key prefix
 * @param tag    required tag
 */
public record MessageQuery(Optional<String> text, Optional<String> code, OptionalInt status, Optional<String> prefix,
                           Optional<String> tag) {

    /**
     * Returns one page of matching messages.
     *
     * @param after returns only messages that follow this key
     * @param limit maximum number of messages
     */
    public List<PublishedMessage> run(Snapshot snapshot, PublishedLocale locale, Optional<String> after, int limit) {
        return run(snapshot, locale, it -> true, after, limit);
    }

    /**
     * Returns one page of matching messages.
     *
     * @param accepted tests the locale of a text; other messages are left out
     * @param after    returns only messages that follow this key
     * @param limit    maximum number of messages
     */
    public List<PublishedMessage> run(Snapshot snapshot, PublishedLocale locale, Predicate<LocaleTag> accepted, Optional<String> after,
            int limit) {
        var search = new MessageSearch(this, snapshot, locale, accepted);
        if (after.isEmpty()) {
            return Arrays.stream(MatchRank.values()).flatMap(search::matches).limit(limit).toList();
        }
        // If the release no longer contains the key, the iteration ends.
        return search.find(after.get()).stream().flatMap(place -> Arrays.stream(MatchRank.values())
                .filter(it -> it.compareTo(place.rank()) >= 0)
                .flatMap(it -> it == place.rank() ? search.matchesAfter(place) : search.matches(it))).limit(limit).toList();
    }

    /** Returns whether the query may examine many more messages than it returns. */
    public boolean examinesMany() {
        return text.isPresent() || status.isPresent() || prefix.isPresent() || tag.isPresent();
    }
}
