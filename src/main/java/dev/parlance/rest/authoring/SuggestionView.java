package dev.parlance.rest.authoring;

import dev.parlance.catalog.suggestions.SuggestTexts.Suggestions;
import dev.parlance.catalog.suggestions.Suggestion;
import dev.parlance.catalog.suggestions.Suggestion.SuggestionOrigin;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.problems.ProblemException;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a suggested translation. */
@Schema(name = "Suggestion")
record SuggestionView(
        @Schema(enumeration = {"memory", "machine"}) String kind,
        @Schema(description = "Catalog of the translation; absent for a machine translation") @Nullable String catalog,
        @Nullable String key,
        @Schema(enumeration = {"approved", "translated", "draft"}) @Nullable String state,
        @Schema(description = "Source text of the translation") String source,
        String message,
        String description,
        @Schema(enumeration = {"printf", "icu", "plain"}) String syntax,
        @Schema(description = "Similarity of the source to the requested one; 1 only if they are identical", minimum = "0", maximum = "1")
        double similarity) {

    @Schema(name = "Suggestions")
    record SuggestionList(@Schema(description = "Identical sources first, then by similarity; the machine translation last")
               List<SuggestionView> suggestions,
               @Schema(description = "Why the requested machine translation is missing") @Nullable MachineProblem machine)
            implements Tabular {
        private static final TableColumns<SuggestionView> COLUMNS = TableColumns.of(SuggestionView.class)
                .column("kind", SuggestionView::kind).column("similarity", SuggestionView::similarity)
                .column("state", SuggestionView::state).column("catalog", SuggestionView::catalog)
                .column("key", SuggestionView::key).column("syntax", SuggestionView::syntax)
                .column("source", SuggestionView::source).column("message", SuggestionView::message)
                .column("description", SuggestionView::description);

        @Override
        public Table toTable() {
            return COLUMNS.table(suggestions, null);
        }

        static SuggestionList of(Suggestions it, ServiceMessages serviceMessages, Optional<String> acceptLanguage) {
            return new SuggestionList(it.all().stream().map(SuggestionView::of).toList(),
                    it.machineProblem().map(problem -> MachineProblem.of(problem, serviceMessages, acceptLanguage)).orElse(null));
        }
    }

    @Schema(name = "SuggestionRefused")
    record MachineProblem(@Schema(examples = "machine-translation-off") String code, String title, String detail) {
        static MachineProblem of(ProblemException problem, ServiceMessages serviceMessages, Optional<String> acceptLanguage) {
            var explained = serviceMessages.render(problem, acceptLanguage);
            return new MachineProblem(problem.type().key(), explained.title(), explained.detail());
        }
    }

    private static SuggestionView of(Suggestion it) {
        var place = it.origin();
        var translation = it.translation();
        return new SuggestionView(place.isPresent() ? "memory" : "machine",
                place.map(SuggestionOrigin::catalog).map(Object::toString).orElse(null),
                place.map(SuggestionOrigin::key).map(Object::toString).orElse(null),
                place.map(location -> location.state().label()).orElse(null),
                it.source(), translation.message(), translation.description(), translation.syntax().label(), it.similarity());
    }
}
