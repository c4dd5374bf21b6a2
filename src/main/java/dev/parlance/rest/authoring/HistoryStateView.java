package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.rest.input.ErrorMembersView;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of an item in the history. Exactly one member besides the version is present. */
@Schema(name = "Recorded")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryStateView(
        @Schema(description = "Version of the item") @Nullable Integer version,
        @Nullable HistoryCatalog catalog,
        @Nullable HistoryLocale locale,
        @Nullable DefinitionView message,
        @Nullable HistoryText text,
        @Nullable HistoryTerm term) {

    @Schema(name = "RecordedCatalog")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryCatalog(String title, boolean reviewRequired, boolean twoPersonRule,
            @Schema(description = "BCP 47 language tag; absent unless the change replaced it") @Nullable String sourceLocale,
            @Schema(enumeration = {"public", "private"}, description = "Absent unless the change replaced it")
            @Nullable String visibility,
            @Schema(description = "Absent for the default ones") @Nullable ErrorMembersView errorMembers,
            @Schema(description = "Absent for the default") @Nullable List<String> corsOrigins) {
    }

    @Schema(name = "RecordedLocale")
    record HistoryLocale(boolean required) {
    }

    @Schema(name = "RecordedText")
    record HistoryText(String message, String description, String syntax, String state, List<Confirmation> confirmed) {
    }

    @Schema(name = "RecordedTerm")
    record HistoryTerm(String term, boolean doNotTranslate, String notes, SortedMap<String, String> translations) {
    }

    public static HistoryStateView of(VersionCheck.VersionedState it) {
        return of(it.version(), it.state());
    }

    static HistoryStateView of(@Nullable Integer version, HistoryState it) {
        return new HistoryStateView(version, it instanceof HistoryState.CatalogSettings catalog ? catalog(catalog) : null,
                it instanceof HistoryState.LocaleSettings locale ? new HistoryLocale(locale.required()) : null,
                it instanceof HistoryState.RecordedMessage message ? DefinitionView.of(message.definition()) : null,
                it instanceof HistoryState.RecordedText text ? text(text) : null,
                it instanceof HistoryState.TermContent term ? term(term) : null);
    }

    /** Returns the content of an item in short, for a table; null if there is none. */
    static @Nullable String summary(@Nullable HistoryStateView it) {
        if (it == null) {
            return null;
        } else if (it.text != null) {
            return it.text.message();
        } else if (it.message != null) {
            return it.message.reason() + " " + it.message.httpStatus() + " " + it.message.lifecycle();
        } else if (it.term != null) {
            return it.term.translations().toString();
        }
        return it.catalog != null ? it.catalog.title() : it.locale != null && it.locale.required() ? "required" : "optional";
    }

    private static HistoryCatalog catalog(HistoryState.CatalogSettings it) {
        return new HistoryCatalog(it.title(), it.reviewRequired(), it.twoPersonRule(),
                it.sourceLocale() == null ? null : it.sourceLocale().value(),
                it.publiclyReadable() == null ? null : DraftView.visibility(it.publiclyReadable()),
                it.errorMembers() == null ? null : ErrorMembersView.of(it.errorMembers()),
                it.corsOrigins() == null ? null : it.corsOrigins().origins());
    }

    private static HistoryText text(HistoryState.RecordedText it) {
        return new HistoryText(it.content().message(), it.content().description(), it.content().syntax().label(), it.state().label(),
                it.confirmations().all());
    }

    private static HistoryTerm term(HistoryState.TermContent it) {
        var translations = new TreeMap<String, String>();
        it.translations().forEach((locale, text) -> translations.put(locale.value(), text));
        return new HistoryTerm(it.term(), it.doNotTranslate(), it.notes(), translations);
    }
}
