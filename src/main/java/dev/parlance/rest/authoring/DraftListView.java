package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.editing.DraftList;
import dev.parlance.catalog.editing.DraftList.ListCounts;
import dev.parlance.catalog.editing.DraftList.ListPart;
import dev.parlance.catalog.editing.DraftList.ListPosition;
import dev.parlance.catalog.editing.DraftList.ListRow;
import dev.parlance.catalog.editing.ListDraft.AtRevision;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON forms of the list of draft messages that an editor shows. */
final class DraftListView {
    private static final String REVISION = "Revision of the catalog that was read";

    private DraftListView() {
    }

    @Schema(name = "DraftList")
    record RowList(@Schema(description = REVISION) long revision,
                   @Schema(description = "Number of messages in the whole list") int total,
                   @Schema(description = "Number of messages before the first row") int offset, List<RowView> rows) implements Tabular {
        private static final TableColumns<RowView> COLUMNS = TableColumns.of(RowView.class).column("key", RowView::key)
                .column("code", RowView::code).column("lifecycle", RowView::lifecycle).column("state", RowView::state)
                .column("stale", RowView::stale).column("rejected", RowView::rejected).column("errors", RowView::errors)
                .column("warnings", RowView::warnings).column("changedBy", RowView::changedBy)
                .column("changedAt", RowView::changedAt).column("source", RowView::source).column("message", RowView::message);

        @Override
        public Table toTable() {
            return COLUMNS.table(rows, null);
        }

        static RowList of(AtRevision<ListPart> it, int offset) {
            return new RowList(it.revision(), it.value().total(), offset, it.value().rows().stream().map(RowView::of).toList());
        }
    }

    @Schema(name = "DraftListRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(String key, String code,
            @Schema(enumeration = {"draft", "active", "deprecated", "retired"}) String lifecycle,
            @Schema(description = "First 200 characters of the source text; absent if there is none, and for the source locale")
            @Nullable String source,
            @Schema(description = "First 200 characters of the text; absent if the message is untranslated") @Nullable String message,
            @Schema(enumeration = {"printf", "icu", "plain"}) @Nullable String syntax,
            @Schema(enumeration = {"untranslated", "draft", "translated", "approved"}) String state,
            @Schema(description = "Translated from an earlier version of the source") boolean stale,
            @Schema(description = "A reviewer rejected the text, and it was not saved since") boolean rejected,
            @Schema(description = "Number of errors; absent until the checks have run") @Nullable Integer errors,
            @Schema(description = "Number of unconfirmed warnings; absent until the checks have run") @Nullable Integer warnings,
            @Schema(description = "ETag of the text; 0 if the message is untranslated") int version,
            @Schema(description = "Author of the last change of content or state") @Nullable String changedBy,
            @Schema(description = "RFC 3339, UTC") @Nullable String changedAt) {

        static RowView of(ListRow it) {
            var text = it.text();
            var source = it.source() == null ? null : excerpt(it.source());
            if (text == null) {
                return new RowView(it.key().value(), it.code(), it.lifecycle().label(), source, null, null, "untranslated", false, false,
                        null, null, 0, null, null);
            }
            return new RowView(it.key().value(), it.code(), it.lifecycle().label(), source, excerpt(text.message()), text.syntax().label(),
                    text.state().label(), text.stale(), text.rejected(), text.errors(), text.warnings(), text.version(), text.changedBy(),
                    Optional.ofNullable(text.changedAt()).map(Object::toString).orElse(null));
        }

        private static String excerpt(String text) {
            return text.codePointCount(0, text.length()) <= DraftList.EXCERPT_LENGTH ? text
                    : text.substring(0, text.offsetByCodePoints(0, DraftList.EXCERPT_LENGTH)) + "…";
        }
    }

    @Schema(name = "DraftListCounts", description = "Numbers of messages. All but the first ignore the parameter state")
    record CountsView(@Schema(description = REVISION) long revision,
            @Schema(description = "Messages that the query finds") int matching,
            @Schema(description = "Messages in any state: the sum of the next four") int all,
            int untranslated, int draft, int translated, int approved,
            int stale, int rejected,
            @Schema(description = "Texts with errors") int errors,
            @Schema(description = "Texts with unconfirmed warnings") int warnings,
            @Schema(description = "Texts with errors or unconfirmed warnings") int findings) {
        static CountsView of(AtRevision<ListCounts> result) {
            var it = result.value();
            return new CountsView(result.revision(), it.matching(), it.all(), it.untranslated(), it.drafts(), it.translated(),
                    it.approved(), it.stale(), it.rejected(), it.withErrors(), it.withWarnings(), it.findings());
        }
    }

    @Schema(name = "DraftListPosition")
    record PositionView(@Schema(description = REVISION) long revision, String key,
            @Schema(description = "Whether the query finds the message") boolean listed,
            @Schema(description = "Number of messages before it, or before the place that it would have") int offset,
            @Schema(description = "Number of messages in the whole list") int total) {
        static PositionView of(AtRevision<ListPosition> it, String key) {
            return new PositionView(it.revision(), key, it.value().listed(), it.value().offset(), it.value().total());
        }
    }
}
