package dev.parlance.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.jobs.BulkRequest;
import dev.parlance.locales.LocaleTag;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The column of a job's request: a JSON object. */
@Immutable
@Converter(autoApply = true)
public class BulkRequestColumn extends JsonColumn<BulkRequest, BulkRequestColumn.StoredRequest> {
    record StoredRequest(String kind, String locale, @Nullable String todo, @Nullable String tag, @Nullable String prefix,
            @Nullable String code,
                       @Nullable String q, @Nullable String lifecycle, @Nullable String author,
                       @Nullable String state, SortedSet<String> add,
                               SortedSet<String> remove,
                       String find, String replacement) {
        static StoredRequest of(BulkRequest it) {
            var query = it.query();
            return new StoredRequest(it.kind().label(), query.locale().value(), labelsOf(query.textFilters()), query.tag(), query.prefix(),
                    query.code(), query.searchTerm(),
                    labelOf(query.lifecycle()), query.author(), labelOf(it.state()),
                    it.tagsToAdd().names(), it.tagsToRemove().names(), it.searchText(),
                    it.replacement());
        }

        BulkRequest toRequest() {
            var query = new DraftQuery(new LocaleTag(locale), filtersOf(todo), tag, prefix, code, q,
                    fromLabel(Lifecycle.class, lifecycle), author);
            return new BulkRequest(Labelled.findByLabel(BulkRequest.Kind.class, kind).orElseThrow(), query,
                    fromLabel(TextState.class, state), Tags.of(add), Tags.of(remove), find, replacement);
        }

        private static @Nullable String labelsOf(Set<TextFilter> filters) {
            return filters.isEmpty() ? null : filters.stream().map(TextFilter::label).collect(Collectors.joining(","));
        }

        private static Set<TextFilter> filtersOf(@Nullable String labels) {
            return labels == null ? Set.of() : Arrays.stream(labels.split(","))
                    .map(it -> Labelled.findByLabel(TextFilter.class, it).orElseThrow()).collect(Collectors.toSet());
        }

        private static @Nullable String labelOf(@Nullable Labelled value) {
            return value == null ? null : value.label();
        }

        private static <E extends Enum<E> & Labelled> @Nullable E fromLabel(Class<E> type, @Nullable String label) {
            return label == null ? null : Labelled.findByLabel(type, label).orElseThrow();
        }
    }

    public BulkRequestColumn() {
        super(new TypeReference<>() { });
    }

    @Override
    StoredRequest toJson(BulkRequest value) {
        return StoredRequest.of(value);
    }

    @Override
    BulkRequest fromJson(StoredRequest json) {
        return json.toRequest();
    }
}
