package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.history.Seen;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thing as history keeps it, on the wire: one of the members is there. */
@Schema(name = "Recorded")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedView(
        @Schema(description = "Of the thing") @Nullable Integer version,
        Recorded.@Nullable OfCatalog catalog,
        Recorded.@Nullable OfLocale locale,
        @Nullable DefinitionView message,
        @Nullable Text text,
        @Nullable Term term) {

    @Schema(name = "RecordedText")
    record Text(String message, String description, String syntax, String state, List<Confirmation> confirmed) {
    }

    @Schema(name = "RecordedTerm")
    record Term(String term, boolean doNotTranslate, String notes, SortedMap<String, String> translations) {
    }

    public static RecordedView of(Seen.Present it) {
        return of(it.version(), it.content());
    }

    static RecordedView of(@Nullable Integer version, Recorded it) {
        return new RecordedView(version, it instanceof Recorded.OfCatalog catalog ? catalog : null,
                it instanceof Recorded.OfLocale locale ? locale : null,
                it instanceof Recorded.OfMessage message ? DefinitionView.of(message.definition()) : null,
                it instanceof Recorded.OfText text ? text(text) : null, it instanceof Recorded.OfTerm term ? term(term) : null);
    }

    private static Text text(Recorded.OfText it) {
        return new Text(it.wording().message(), it.wording().description(), it.wording().syntax().label(), it.state().label(),
                it.confirmed().all());
    }

    private static Term term(Recorded.OfTerm it) {
        var translations = new TreeMap<String, String>();
        it.translations().forEach((locale, text) -> translations.put(locale.value(), text));
        return new Term(it.term(), it.doNotTranslate(), it.notes(), translations);
    }
}
