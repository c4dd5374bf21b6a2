package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.checks.Finding;
import dev.parlance.exchange.ServiceMessages;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The draft of a catalog on the wire, as those see it who work on it. */
@Schema(name = "Draft")
public record DraftView(
        String catalog, String title,
        @Schema(description = "BCP 47") String sourceLocale,
        @Schema(description = "How many writing transactions there were") long revision,
        @Schema(description = "Of the settings and locales; the ETag") int version,
        @Schema(description = "Only approved texts are released") boolean reviewRequired,
        @Schema(description = "Nobody approves a text of their own") boolean twoPersonRule,
        @Schema(description = "Those that are neither drafts nor retired") int messages,
        List<DraftLocale> locales) {

    public static DraftView of(Catalog it) {
        return new DraftView(it.name().value(), it.title(), it.sourceLocale().value(), it.revision(), it.version(), it.reviewRequired(),
                it.twoPersonRule(), it.releasedMessageCount(), it.catalogLocales().stream().map(locale -> DraftLocale.of(locale, it.releasedMessageCount())).toList());
    }

    @Schema(name = "DraftLocale", description = "Counts of the texts of messages that are neither drafts nor retired")
    record DraftLocale(
            @Schema(description = "BCP 47") String locale,
            @Schema(description = "No release without all of its texts") boolean required,
            int untranslated, int drafts, int translated, int approved,
            @Schema(description = "Made from an earlier wording of the source") int stale,
            @Schema(description = "Texts with errors") int errors,
            @Schema(description = "Texts with warnings that nobody confirmed") int warnings) {

        static DraftLocale of(CatalogLocale it, int messages) {
            var counts = it.counts();
            return new DraftLocale(it.locale().value(), it.required(), messages - counts.total(), counts.drafts(), counts.translated(),
                    counts.approved(), counts.stale(), counts.withErrors(), counts.withWarnings());
        }
    }

    /** A message and what it is. */
    @Schema(name = "DraftMessageDefinition")
    record DraftMessageDefinition(String key, @Schema(description = "The ETag") int version, @JsonUnwrapped DefinitionView definition) {
        static DraftMessageDefinition of(Message it) {
            return new DraftMessageDefinition(it.key().value(), it.version(), DefinitionView.of(it.definition()));
        }
    }

    @Schema(name = "DraftMessage")
    record DraftMessage(String key, @Schema(description = "The ETag") int version, @JsonUnwrapped DefinitionView definition, List<DraftTextStatus> texts) {
        static DraftMessage of(ReadDraft.MessageWithTexts it) {
            return new DraftMessage(it.message().key().value(), it.message().version(), DefinitionView.of(it.message().definition()),
                    it.texts().stream().map(text -> DraftTextStatus.of(text, it.isStale(text))).toList());
        }
    }

    /** How far a text is. */
    @Schema(name = "DraftTextStanding")
    record DraftTextStatus(@Schema(description = "BCP 47") String locale, String message,
                    @Schema(enumeration = {"draft", "translated", "approved"}) String state, boolean stale, int version,
                    int errors, int warnings) {
        static DraftTextStatus of(MessageText it, boolean stale) {
            return new DraftTextStatus(it.locale().value(), it.content().message(), it.state().label(), stale, it.version(),
                    it.errors().orElse(0), it.warnings().orElse(0));
        }
    }

    @Schema(name = "DraftText")
    record DraftText(
            @Schema(description = "BCP 47") String locale, String message, String description,
            @Schema(enumeration = {"printf", "icu", "plain"}) String syntax,
            @Schema(enumeration = {"draft", "translated", "approved"}) String state,
            @Schema(description = "Made from an earlier wording of the source") boolean stale,
            @Schema(description = "The ETag") int version,
            String wordedBy, @Nullable String approvedBy,
            @Schema(description = "Warnings that are meant to stay") List<Confirmation> confirmed,
            List<FindingView> findings) {

        static DraftText of(MessageText it, boolean stale, List<Finding> findings, ServiceMessages ownTexts, Optional<String> acceptLanguage) {
            return new DraftText(it.locale().value(), it.content().message(), it.content().description(), it.content().syntax().label(),
                    it.state().label(), stale, it.version(), it.author(), it.approvedBy().orElse(null), it.confirmations().all(),
                    FindingView.of(findings, ownTexts, acceptLanguage));
        }
    }

    @Schema(name = "DraftSource")
    record DraftSource(String message, String description, @Schema(enumeration = {"printf", "icu", "plain"}) String syntax) {
        static DraftSource of(MessageText it) {
            return new DraftSource(it.content().message(), it.content().description(), it.content().syntax().label());
        }
    }

    @Schema(name = "DraftRow")
    record DraftRow(String key, @Schema(description = "The ETag of the message") int version, @JsonUnwrapped DefinitionView definition,
               @Schema(description = "Absent for the source itself, and where it is not written yet") @Nullable DraftSource source,
               @Schema(description = "Absent where the locale has none") @Nullable DraftText text) {

        static DraftRow of(ReadDraft.DraftRow it, ServiceMessages ownTexts, Optional<String> acceptLanguage) {
            return new DraftRow(it.message().key().value(), it.message().version(), DefinitionView.of(it.message().definition()),
                    it.source() == null ? null : DraftSource.of(it.source()),
                    it.text() == null ? null : DraftText.of(it.text(), it.stale(), it.findings(), ownTexts, acceptLanguage));
        }
    }

    @Schema(name = "DraftMessages")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftMessageList(List<DraftRow> messages, @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }
}
