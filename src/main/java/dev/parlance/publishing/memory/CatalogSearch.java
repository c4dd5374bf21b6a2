package dev.parlance.publishing.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query for the messages of several catalogs: the best matches of all of them come first.
 *
 * <p>Within a rank, results are sorted by catalog, and then in catalog order.
 */
public final class CatalogSearch {
    private final List<Scope> scopes;
    private final List<MessageSearch> searches;

    /** @param scopes the catalogs, sorted by name */
    public CatalogSearch(MessageQuery query, List<Scope> scopes) {
        this.scopes = List.copyOf(scopes);
        this.searches = scopes.stream().map(it -> new MessageSearch(query, it.snapshot(), it.locale(), any -> true)).toList();
    }

    /** A catalog and the locale in which it is searched. */
    public record Scope(Snapshot snapshot, PublishedLocale locale) {
    }

    /** A message that was found, or the key of one after which a page continues. */
    public record Position(String catalog, String key) {
    }

    public record FoundMessage(String catalog, PublishedMessage message) {
        public Position position() {
            return new Position(catalog, message.key());
        }
    }

    /**
     * Returns one page of matching messages.
     *
     * @param after returns only messages that follow this one; nothing follows one that is not found any more
     * @param limit maximum number of messages
     */
    public List<FoundMessage> run(Optional<Position> after, int limit) {
        int start = after.map(this::indexOf).orElse(-1);
        Optional<MessageSearch.Place> place = after.flatMap(it -> start < 0 ? Optional.empty() : searches.get(start).find(it.key()));
        if (after.isPresent() && place.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<FoundMessage>();
        for (var rank : MatchRank.values()) {
            int order = place.isPresent() ? rank.compareTo(place.get().rank()) : 1;
            for (int i = order < 0 ? searches.size() : order == 0 ? start : 0; i < searches.size() && found.size() < limit; i++) {
                var catalog = scopes.get(i).snapshot().catalog().value();
                var matches = order == 0 && i == start ? searches.get(i).matchesAfter(place.get()) : searches.get(i).matches(rank);
                matches.limit(limit - found.size()).forEach(it -> found.add(new FoundMessage(catalog, it)));
            }
        }
        return found;
    }

    private int indexOf(Position position) {
        for (int i = 0; i < scopes.size(); i++) {
            if (scopes.get(i).snapshot().catalog().value().equals(position.catalog())) {
                return i;
            }
        }
        return -1;
    }
}
