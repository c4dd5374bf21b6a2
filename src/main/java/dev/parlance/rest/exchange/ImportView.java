package dev.parlance.rest.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlance.exchange.imports.ImportEntry;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportReport;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.ImportedFile;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of an import. */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        @Schema(description = "Id of the import") String id,
        @Schema(enumeration = {"running", "done", "refused", "failed", "interrupted"}, description = "refused: entries were refused or "
                + "conflicting, and nothing was stored; failed: `problem` has the reason; interrupted: the replica has ended, and nothing "
                + "was stored") String status,
        boolean dryRun, String requestedBy, @Schema(description = "RFC 3339, UTC") String createdAt,
        @Schema(description = "Number of messages that were compared so far") int processed,
        @Nullable List<FileView> files, @Nullable CountsView counts,
        @Schema(description = "Locales that the import adds to the catalog") @Nullable List<String> newLocales,
        @Schema(description = "The first 200 entries that are not `same`, refused and conflicting ones first")
        @Nullable List<EntryView> entries,
        @Schema(description = "Revision of the import; absent if nothing was stored") @Nullable Long revision,
        @Schema(description = "URL that undoes the import, by POST") @Nullable String undo,
        @Schema(description = "URL of all entries") @Nullable String allEntries,
        @Schema(description = "Key of the problem in the catalog `parlance`, if the import failed") @Nullable String problem) {

    /** The JSON form of a file. */
    @Schema(name = "ImportedFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileView(
            String file,
            @Schema(description = "Absent if the file of an archive has no known format and was skipped") @Nullable String format,
            @Schema(description = "From 0 to 1; 1 if the request named the format") double formatConfidence,
            @Schema(enumeration = {"icu", "java", "spring", "braces", "printf", "apple", "i18next", "ruby", "python", "go", "webextension",
                    "symfony", "plain"}) @Nullable String dialect,
            double dialectConfidence, @Schema(description = "Locale of texts without one of their own") @Nullable String locale,
            @Schema(description = "Meaning of the columns of a table") @Nullable List<ColumnView> mapping,
            @Schema(description = "Number of entries") int entries,
            @Schema(description = "The first 100 parts of the file that were not imported") List<IssueView> issues, int issueCount) {

        static FileView of(ImportedFile it) {
            return new FileView(it.path(), it.format().orElse(null), it.formatConfidence(), it.dialect().orElse(null),
                    it.dialectConfidence(), it.locale().orElse(null), it.mapping().map(ColumnView::of).orElse(null), it.entries(),
                    it.issues().stream().map(IssueView::of).toList(), it.issueCount());
        }
    }

    /** The JSON form of an issue. */
    @Schema(name = "ImportIssue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssueView(
            @Schema(enumeration = {"duplicate-key", "not-a-text", "not-translatable", "obsolete", "empty", "reference", "variant",
                    "invalid-locale", "no-key", "metadata"}) String reason,
            @Schema(description = "From 1; absent if unknown") @Nullable Integer line, String key) {
        static IssueView of(FileIssue it) {
            return new IssueView(it.reason().label(), lineOf(it.line()), it.key());
        }
    }

    /** The JSON form of a column. */
    @Schema(name = "ColumnMapping", requiredProperties = {"column", "field"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnView(
            @Schema(description = "Heading, or JSON pointer relative to an entry") @Nullable String column,
            @Schema(enumeration = {"key", "code", "reason", "http-status", "grpc-status", "message", "description", "arguments",
                "tags", "ignored"})
            @Nullable String field,
            @Schema(description = "Locale of a message or description; that of the file if absent") @Nullable String locale,
            @Schema(description = "From 0 to 1; 1 if a person chose the field. Ignored in requests") @Nullable Double confidence) {
        static List<ColumnView> of(TableMapping mapping) {
            return mapping.columns().stream().map(it -> new ColumnView(it.column(), it.field().label(),
                    it.locale().map(LocaleTag::value).orElse(null), it.confidence())).toList();
        }
    }

    /** The number of entries of each kind. */
    @Schema(name = "ImportCounts")
    record CountsView(@JsonProperty("new") int added, int changed, int same, int removed, int conflicting, int refused) {
        static CountsView of(ImportReport it) {
            return new CountsView(it.count(Kind.NEW), it.count(Kind.CHANGED), it.count(Kind.SAME), it.count(Kind.REMOVED),
                    it.count(Kind.CONFLICTING), it.count(Kind.REFUSED));
        }
    }

    /** The JSON form of an entry. */
    @Schema(name = "ImportEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            @Schema(enumeration = {"new", "changed", "conflicting", "refused", "removed"}) String kind,
            @Schema(description = "Absent for what the files lack") @Nullable String file,
            @Schema(description = "From 1; absent if unknown") @Nullable Integer line, String key,
            @Schema(description = "Key in the file, if it differs") @Nullable String fileKey,
            @Schema(description = "BCP 47 language tag; absent for the definition of a message") @Nullable String locale,
            @Schema(enumeration = {"new-message", "new-text", "text", "description", "state", "definition", "approved", "missing",
                    "locale-not-offered", "not-permitted", "invalid-text", "text-has-errors", "duplicate-key", "invalid-definition",
                    "reason-taken", "no-source-text"}) String reason,
            @Schema(description = "Technical English about a refusal") @Nullable String detail) {

        static EntryView of(ImportEntry it) {
            return new EntryView(it.kind().label(), it.file().isEmpty() ? null : it.file(), lineOf(it.line()), it.key(), it.fileKey(),
                    it.locale(), it.reason().label(), it.detail().isEmpty() ? null : it.detail());
        }
    }

    /** A list of import entries. */
    @Schema(name = "ImportEntries")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryList(@Schema(description = "At most 500, refused and conflicting ones first") List<EntryView> entries,
                     @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<EntryView> COLUMNS = TableColumns.of(EntryView.class).column("kind", EntryView::kind)
                .column("reason", EntryView::reason).column("file", EntryView::file).column("line", EntryView::line)
                .column("key", EntryView::key).column("fileKey", EntryView::fileKey).column("locale", EntryView::locale)
                .column("detail", EntryView::detail);

        @Override
        public Table toTable() {
            return COLUMNS.table(entries, next);
        }
    }

    static ImportView of(ImportRun run, Instant now) {
        var report = run.report();
        var revision = report.map(ImportReport::revision).orElse(OptionalLong.empty());
        var path = pathOf(run);
        return new ImportView(run.id().toString(), run.statusAt(now).label(), run.dryRun(), run.requestedBy(), run.createdAt().toString(),
                run.processed(), report.map(it -> it.files().stream().map(FileView::of).toList()).orElse(null),
                report.map(CountsView::of).orElse(null), report.map(it -> List.copyOf(it.newLocales())).orElse(null),
                report.map(it -> it.first().stream().map(EntryView::of).toList()).orElse(null),
                revision.isPresent() ? Long.valueOf(revision.getAsLong()) : null,
                revision.isPresent() ? "/v1/catalogs/" + run.catalog() + "/changes/" + revision.getAsLong() + "/revert" : null,
                report.isPresent() ? path + "/entries" : null, run.failure().map(it -> it.type().key()).orElse(null));
    }

    static String pathOf(ImportRun run) {
        return "/v1/catalogs/" + run.catalog() + "/imports/" + run.id();
    }

    private static @Nullable Integer lineOf(int line) {
        return line > 0 ? Integer.valueOf(line) : null;
    }

    /** Returns the entries of a refused import that the problem document lists. */
    static List<EntryView> refusals(ImportRun run, int limit) {
        return run.report().map(ImportReport::first).orElse(List.of()).stream()
                .filter(it -> it.kind() == Kind.REFUSED || it.kind() == Kind.CONFLICTING).limit(limit).map(EntryView::of).toList();
    }

    static Optional<Integer> count(ImportRun run, Kind kind) {
        return run.report().map(it -> it.count(kind)).filter(it -> it > 0);
    }
}
