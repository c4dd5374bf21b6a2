package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A query for the messages of one snapshot, which finds them rank by rank. */
final class MessageSearch {
    private final MessageQuery query;
    private final PublishedLocale locale;
    private final Predicate<LocaleTag> accepted;
    private final MessageDefinitions definitions;
    private final Optional<TextSearch> search;

    MessageSearch(MessageQuery query, Snapshot snapshot, PublishedLocale locale, Predicate<LocaleTag> accepted) {
        this.query = query;
        this.locale = locale;
        this.accepted = accepted;
        this.definitions = locale.definitions();
        this.search = query.text().map(it -> new TextSearch(snapshot, locale, it));
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
    Stream<PublishedMessage> matches(MatchRank rank) {
        return matches(rank, -1);
    }

    /** Returns the messages of the rank of this place that follow it. */
    Stream<PublishedMessage> matchesAfter(Place place) {
        return matches(place.rank(), place.position());
    }

    private Stream<PublishedMessage> matches(MatchRank rank, int afterPosition) {
        return candidates(rank).filter(it -> it > afterPosition).filter(this::matchesFilters)
                .filter(it -> rankOf(it).filter(found -> found == rank).isPresent())
                .mapToObj(locale.messages()::get).filter(it -> accepted.test(it.locale()));
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
