package dev.parlance.rest.recognition;

import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The messages that texts come from. */
@Schema(name = "ResolveAnswer", description = "`candidates` for `text`, `results` for `texts`")
record ResolveResponse(
        @Schema(description = "Best first; empty for an unknown text") @Nullable List<CandidateView> candidates,
        @Schema(description = "In the order of the request") @Nullable List<ResolvedText> results) implements Tabular {
    private static final TableColumns<CandidateView> COLUMNS = TableColumns.of(CandidateView.class)
            .column("catalog", CandidateView::catalog).column("key", CandidateView::key).column("code", CandidateView::code)
            .column("reason", CandidateView::reason).column("recognisedLocale", CandidateView::recognisedLocale)
            .column("arguments", CandidateView::arguments).column("text", CandidateView::text);
    private static final TableColumns<Row> ROWS = COLUMNS.within("result", Row::result, Row::candidate);

    @Schema(name = "ResolvedText")
    record ResolvedText(@Schema(description = "Best first; empty for an unknown text") List<CandidateView> candidates) {
    }

    /** @param result the index of the text in the request */
    private record Row(int result, CandidateView candidate) {
    }

    /** Returns the number of texts without candidates. */
    int unknownTexts() {
        if (results == null) {
            return candidates == null || candidates.isEmpty() ? 1 : 0;
        }
        return (int) results.stream().filter(it -> it.candidates().isEmpty()).count();
    }

    @Override
    public Table toTable() {
        if (results == null) {
            return COLUMNS.table(candidates == null ? List.of() : candidates, null);
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < results.size(); i++) {
            for (var candidate : results.get(i).candidates()) {
                rows.add(new Row(i, candidate));
            }
        }
        return ROWS.table(rows, null);
    }
}
