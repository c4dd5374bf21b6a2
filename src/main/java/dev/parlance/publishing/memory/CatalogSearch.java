package dev.parlance.publishing.memory;

import dev.parlance.publishing.memory.SearchMessages.FoundMessage;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A query for the messages of one snapshot, which finds them rank by rank. */
final class CatalogSearch {
    private final MessageQuery query;
    private final Scope scope;
    private final MessageDefinitions definitions;
    private final Optional<TextSearch> search;

    CatalogSearch(MessageQuery query, Scope scope, RenderedTexts renderedTexts) {
        this.query = query;
        this.scope = scope;
        this.definitions = scope.locale().definitions();
        this.search = query.text().map(it -> new TextSearch(scope, it, renderedTexts));
    }

    /** A place in the results, after which a page continues. */
    record Place(MatchRank rank, int position) {
    }

    /** Returns the place of a message; empty if the snapshot does not contain its key, or the search does not find it any more. */
    Optional<Place> find(String key) {
        int position = definitions.positionOf(key);
        return position == PackedStringIndex.NOT_FOUND ? Optional.empty() : rankOf(position).map(it -> new Place(it, position));
    }

    /** Returns the messages of a rank, in catalog order. Without a search text, all have the first rank. */
    Stream<FoundMessage> matches(MatchRank rank) {
        return matches(rank, -1);
    }

    /** Returns the messages of the rank of this place that follow it. */
    Stream<FoundMessage> matchesAfter(Place place) {
        return matches(place.rank(), place.position());
    }

    private Stream<FoundMessage> matches(MatchRank rank, int afterPosition) {
        var messages = scope.locale().messages();
        return candidates(rank).filter(it -> it > afterPosition).filter(this::matchesFilters)
                .filter(it -> scope.accepted().test(messages.get(it).locale()))
                .filter(it -> search.isEmpty() || search.get().hasRank(rank, it))
                .mapToObj(it -> toFound(messages.get(it), rank, it));
    }

    private FoundMessage toFound(PublishedMessage message, MatchRank rank, int position) {
        return new FoundMessage(scope.snapshot().catalog().value(), message, search.flatMap(it -> it.matchedLocale(rank, position))
                .filter(it -> !it.equals(message.locale())));
    }

    private IntStream candidates(MatchRank rank) {
        if (search.isPresent()) {
            return search.get().candidates(rank);
        } else if (rank != MatchRank.IDENTIFIER) {
            return IntStream.empty();
        }
        return query.code().map(definitions::positionsOfCode).orElseGet(() -> IntStream.range(0, definitions.size()));
    }

    private Optional<MatchRank> rankOf(int position) {
        return search.isPresent() ? search.get().rankOf(position) : Optional.of(MatchRank.IDENTIFIER);
    }

    private boolean matchesFilters(int position) {
        return (query.status().isEmpty() || query.status().getAsInt() == definitions.httpStatus(position))
                && (query.code().isEmpty() || definitions.code(position).equals(query.code().get()))
                && (query.prefix().isEmpty() || definitions.key(position).startsWith(query.prefix().get()))
                && (query.tag().isEmpty() || definitions.tags(position).contains(query.tag().get()));
    }
}
