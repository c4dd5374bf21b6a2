package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.CatalogSearch.Place;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Searches the messages of one or several catalogs: the best matches of all of them come first.
 *
 * <p>A query with a text sorts messages by {@link MatchRank}. Messages of the same rank, and those of a query without a text, are sorted by
 * catalog and are in catalog order.
 *
 * <p>A page continues after a message, whose rank is determined again. So a cursor does not depend on the state of a search, and messages
 * that did not change between two pages are neither repeated nor left out. Messages that are found by a rendered text are an exception,
 * because their rank depends on the others.
 */
@Singleton
public final class SearchMessages {
    private final RenderedTexts renderedTexts;

    public SearchMessages(RenderedTexts renderedTexts) {
        this.renderedTexts = renderedTexts;
    }

    /**
     * A catalog and the locale in which its messages are returned.
     *
     * @param accepted tests the locale of a text; messages with other texts are left out
     */
    public record Scope(Snapshot snapshot, PublishedLocale locale, Predicate<LocaleTag> accepted) {
        /** Accepts texts of all locales. */
        public Scope(Snapshot snapshot, PublishedLocale locale) {
            this(snapshot, locale, it -> true);
        }

        private String catalog() {
            return snapshot.catalog().value();
        }
    }

    /** A message that was found, or the key of one after which a page continues. */
    public record Position(String catalog, String key) {
    }

    /** @param matchedLocale the locale of the text that matches, if it is not the text of the message */
    public record FoundMessage(String catalog, PublishedMessage message, Optional<LocaleTag> matchedLocale) {
        public Position position() {
            return new Position(catalog, message.key());
        }
    }

    /**
     * Returns one page of matching messages of a catalog.
     *
     * @param after returns only messages that follow this key; none if it is no longer found
     * @param limit maximum number of messages
     */
    public List<FoundMessage> find(MessageQuery query, Scope scope, Optional<String> after, int limit) {
        return findInAll(query, List.of(scope), after.map(it -> new Position(scope.catalog(), it)), limit);
    }

    /**
     * Returns one page of matching messages of several catalogs.
     *
     * @param scopes the catalogs, sorted by name
     * @param after  returns only messages that follow this one; none if it is no longer found
     * @param limit  maximum number of messages
     */
    public List<FoundMessage> findInAll(MessageQuery query, List<Scope> scopes, Optional<Position> after, int limit) {
        var searches = scopes.stream().map(it -> new CatalogSearch(query, it, renderedTexts)).toList();
        int start = after.map(it -> scopes.stream().map(Scope::catalog).toList().indexOf(it.catalog())).orElse(-1);
        Optional<Place> place = after.flatMap(it -> start < 0 ? Optional.empty() : searches.get(start).find(it.key()));
        if (after.isPresent() && place.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<FoundMessage>();
        for (var rank : MatchRank.values()) {
            int order = place.isPresent() ? rank.compareTo(place.get().rank()) : 1;
            for (int i = order < 0 ? searches.size() : order == 0 ? start : 0; i < searches.size() && found.size() < limit; i++) {
                var search = searches.get(i);
                var matches = order == 0 && i == start ? search.matchesAfter(place.get()) : search.matches(rank);
                matches.limit(limit - found.size()).forEach(found::add);
            }
        }
        return found;
    }
}
