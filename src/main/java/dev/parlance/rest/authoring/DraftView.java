package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.checks.Finding;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.CorsOriginsField;
import dev.parlance.rest.input.ErrorMembersView;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of the draft of a catalog, for its translators and managers. */
@Schema(name = "Draft")
public record DraftView(
        String catalog, String title,
        @Schema(description = "BCP 47 language tag") String sourceLocale,
        @Schema(description = "Number of writing transactions so far") long revision,
        @Schema(description = "Version of the settings and locales; the ETag") int version,
        @Schema(enumeration = {"public", "private"}, description = "public: anyone may read the releases") String visibility,
        @Schema(description = "Request that makes the catalog public; absent if it is public already",
                examples = "PUT /v1/catalogs/shop/visibility {\"public\":true}") @Nullable String openWith,
        @Schema(description = "Only approved texts are released") boolean reviewRequired,
        @Schema(description = "Authors cannot approve their own texts") boolean twoPersonRule,
        @Schema(description = "Members of the error bodies that `localize` reads") ErrorMembersView errorMembers,
        @Schema(description = "Web origins whose pages may read the catalog; `*` for all. Absent for the default: all origins for a public "
                + "catalog, none for a private one") @Nullable List<String> corsOrigins,
        @Schema(description = "Number of messages that are neither draft nor retired") int messages,
        List<DraftLocale> locales) {

    public static DraftView of(Catalog it) {
        return new DraftView(it.name().value(), it.title(), it.sourceLocale().value(), it.revision(), it.version(),
                visibility(it.publiclyReadable()), it.publiclyReadable() ? null : openWith(it.name()), it.reviewRequired(),
                it.twoPersonRule(), ErrorMembersView.of(it.errorMembers()), CorsOriginsField.values(it.settings().corsOrigins()),
                it.releasedMessageCount(),
                it.catalogLocales().stream().map(locale -> DraftLocale.of(locale, it.releasedMessageCount())).toList());
    }

    static String visibility(boolean publiclyReadable) {
        return publiclyReadable ? "public" : "private";
    }

    /** @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} */
    static boolean parseVisibility(String visibility) {
        if (!visibility.equals("public") && !visibility.equals("private")) {
            throw ProblemType.INVALID_FIELD.with("/visibility", "value", "public, private");
        }
        return visibility.equals("public");
    }

    private static String openWith(CatalogName catalog) {
        return "PUT /v1/catalogs/" + catalog + "/visibility {\"public\":true}";
    }

    @Schema(name = "DraftLocale", description = "Counts of the texts of messages that are neither draft nor retired")
    record DraftLocale(
            @Schema(description = "BCP 47 language tag") String locale,
            @Schema(description = "Releases require all texts of the locale") boolean required,
            int untranslated, int drafts, int translated, int approved,
            @Schema(description = "Translated from an earlier version of the source") int stale,
            @Schema(description = "Texts with errors") int errors,
            @Schema(description = "Texts with unconfirmed warnings") int warnings) {

        static DraftLocale of(CatalogLocale it, int messages) {
            var counts = it.counts();
            return new DraftLocale(it.locale().value(), it.required(), messages - counts.total(), counts.drafts(), counts.translated(),
                    counts.approved(), counts.stale(), counts.withErrors(), counts.withWarnings());
        }
    }

    /** A message with its definition. */
    @Schema(name = "DraftMessageDefinition")
    record DraftMessageDefinition(String key, @Schema(description = "Its ETag") int version, @JsonUnwrapped DefinitionView definition) {
        static DraftMessageDefinition of(Message it) {
            return new DraftMessageDefinition(it.key().value(), it.version(), DefinitionView.of(it.definition()));
        }
    }

    @Schema(name = "DraftMessage")
    record DraftMessage(String key, @Schema(description = "Its ETag") int version,
                        @JsonUnwrapped DefinitionView definition, List<DraftTextStatus> texts) {
        static DraftMessage of(ReadDraft.MessageWithTexts it) {
            return new DraftMessage(it.message().key().value(), it.message().version(), DefinitionView.of(it.message().definition()),
                    it.texts().stream().map(text -> DraftTextStatus.of(text, it.isStale(text))).toList());
        }
    }

    /** The state of a text, without its findings. */
    @Schema(name = "DraftTextStanding")
    record DraftTextStatus(@Schema(description = "BCP 47 language tag") String locale, String message,
                    @Schema(enumeration = {"draft", "translated", "approved"}) String state, boolean stale, int version,
                    int errors, int warnings) {
        static DraftTextStatus of(MessageText it, boolean stale) {
            return new DraftTextStatus(it.locale().value(), it.content().message(), it.state().label(), stale, it.version(),
                    it.errors().orElse(0), it.warnings().orElse(0));
        }
    }

    @Schema(name = "DraftText")
    record DraftText(
            @Schema(description = "BCP 47 language tag") String locale, String message, String description,
            @Schema(enumeration = {"printf", "icu", "plain"}) String syntax,
            @Schema(enumeration = {"draft", "translated", "approved"}) String state,
            @Schema(description = "Translated from an earlier version of the source") boolean stale,
            @Schema(description = "The earlier version of the source; null if the text is not stale") @Nullable DraftSource madeFrom,
            @Schema(description = "Its ETag") int version,
            String wordedBy, @Nullable String approvedBy,
            @Schema(description = "A reviewer rejected the text, and it was not saved since") boolean rejected,
            @Schema(description = "Author of the last change of content or state; null for a text without history")
            @Nullable String changedBy,
            @Schema(description = "RFC 3339, UTC; null for a text without history") @Nullable String changedAt,
            @Schema(description = "Confirmed warnings") List<Confirmation> confirmed,
            List<FindingView> findings) {

        static DraftText of(MessageText it, boolean stale, @Nullable TextContent madeFrom, List<Finding> findings,
                ServiceMessages serviceMessages, Optional<String> acceptLanguage) {
            return new DraftText(it.locale().value(), it.content().message(), it.content().description(), it.content().syntax().label(),
                    it.state().label(), stale, madeFrom == null ? null : DraftSource.of(madeFrom), it.version(), it.author(),
                    it.approvedBy().orElse(null), it.rejected(), it.changedBy().orElse(null),
                    it.changedAt().map(Object::toString).orElse(null), it.confirmations().all(),
                    FindingView.of(findings, serviceMessages, acceptLanguage));
        }
    }

    @Schema(name = "DraftSource")
    record DraftSource(String message, String description, @Schema(enumeration = {"printf", "icu", "plain"}) String syntax) {
        static DraftSource of(TextContent it) {
            return new DraftSource(it.message(), it.description(), it.syntax().label());
        }
    }

    @Schema(name = "DraftRow")
    record DraftRow(String key, @Schema(description = "ETag of the message") int version, @JsonUnwrapped DefinitionView definition,
               @Schema(description = "Absent for the source locale, and if there is no source text yet") @Nullable DraftSource source,
               @Schema(description = "Absent if the message has no text in the locale") @Nullable DraftText text) {

        static DraftRow of(ReadDraft.DraftRow it, ServiceMessages serviceMessages, Optional<String> acceptLanguage) {
            return new DraftRow(it.message().key().value(), it.message().version(), DefinitionView.of(it.message().definition()),
                    it.source() == null ? null : DraftSource.of(it.source().content()),
                    it.text() == null ? null
                            : DraftText.of(it.text(), it.stale(), it.madeFrom(), it.findings(), serviceMessages, acceptLanguage));
        }
    }

    @Schema(name = "DraftMessages")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftMessageList(List<DraftRow> messages,
                            @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next)
            implements Tabular {
        private static final TableColumns<DraftRow> COLUMNS = TableColumns.of(DraftRow.class).column("key", DraftRow::key)
                .column("code", it -> it.definition().code()).column("httpStatus", it -> it.definition().httpStatus())
                .column("reason", it -> it.definition().reason()).column("lifecycle", it -> it.definition().lifecycle())
                .column("state", it -> it.text() == null ? "untranslated" : it.text().state())
                .column("stale", it -> it.text() != null && it.text().stale())
                .column("findings", it -> it.text() == null ? null : it.text().findings().size())
                .column("source", it -> it.source() == null ? null : it.source().message())
                .column("message", it -> it.text() == null ? null : it.text().message());

        @Override
        public Table toTable() {
            return COLUMNS.table(messages, next);
        }
    }
}
