package dev.parlance.rest.authoring;

import dev.parlance.catalog.suggestions.SuggestTexts.Suggestions;
import dev.parlance.catalog.suggestions.Suggestion;
import dev.parlance.catalog.suggestions.Suggestion.SuggestionOrigin;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.problems.ProblemException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A suggestion on the wire. */
@Schema(name = "Suggestion")
record SuggestionView(
        @Schema(enumeration = {"memory", "machine"}) String kind,
        @Schema(description = "Where it is said; absent for a machine") @Nullable String catalog,
        @Nullable String key,
        @Schema(enumeration = {"approved", "translated", "draft"}) @Nullable String state,
        @Schema(description = "What is translated there") String source,
        String message,
        String description,
        @Schema(enumeration = {"printf", "icu", "plain"}) String syntax,
        @Schema(description = "Of the source with the one that was asked about; only the same text has 1", minimum = "0", maximum = "1")
        double similarity) {

    @Schema(name = "Suggestions")
    record All(@Schema(description = "The same first, then the more alike; the machine's last") List<SuggestionView> suggestions,
               @Schema(description = "Why the machine suggests nothing, where it was asked") @Nullable Refused machine) {
        static All of(Suggestions it, ServiceMessages texts, Optional<String> acceptLanguage) {
            return new All(it.all().stream().map(SuggestionView::of).toList(),
                    it.machineProblem().map(problem -> Refused.of(problem, texts, acceptLanguage)).orElse(null));
        }
    }

    @Schema(name = "SuggestionRefused")
    record Refused(@Schema(examples = "machine-translation-off") String code, String title, String detail) {
        static Refused of(ProblemException problem, ServiceMessages texts, Optional<String> acceptLanguage) {
            var said = texts.render(problem, acceptLanguage);
            return new Refused(problem.type().key(), said.title(), said.detail());
        }
    }

    private static SuggestionView of(Suggestion it) {
        var place = it.origin();
        var said = it.translation();
        return new SuggestionView(place.isPresent() ? "memory" : "machine", place.map(SuggestionOrigin::catalog).map(Object::toString).orElse(null),
                place.map(SuggestionOrigin::key).map(Object::toString).orElse(null), place.map(found -> found.state().label()).orElse(null),
                it.source(), said.message(), said.description(), said.syntax().label(), it.similarity());
    }
}
