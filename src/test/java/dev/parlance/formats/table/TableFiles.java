package dev.parlance.formats.table;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.spreadsheet.DelimitedLayout;
import dev.parlance.formats.spreadsheet.WorkbookLayout;
import dev.parlance.formats.table.codemap.CodeMapLayout;
import dev.parlance.formats.table.html.HtmlLayout;
import dev.parlance.formats.table.markdown.MarkdownLayout;
import dev.parlance.formats.table.text.CodeTextLayout;
import dev.parlance.formats.table.text.ErrorMessageFileFormat;
import dev.parlance.formats.yaml.RailsFormat;
import dev.parlance.formats.yaml.SymfonyFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files and readers for tests of tables. */
public final class TableFiles {
    public static final TableReader CSV = new TableReader(DelimitedLayout.CSV);
    public static final TableReader TSV = new TableReader(DelimitedLayout.TSV);
    public static final TableReader XLSX = new TableReader(new WorkbookLayout());
    public static final TableReader HTML = new TableReader(new HtmlLayout());
    public static final TableReader MARKDOWN = new TableReader(new MarkdownLayout());
    public static final TableReader JSON = new TableReader(CodeMapLayout.JSON);
    public static final TableReader TOML = new TableReader(CodeMapLayout.TOML);
    public static final TableReader YAML = new TableReader(CodeMapLayout.YAML);
    public static final TableReader TEXT = new TableReader(new CodeTextLayout());
    public static final List<ImportFormat> ALL = List.of(CSV, TSV, XLSX, HTML, MARKDOWN, JSON, TOML, YAML, TEXT,
            new ErrorMessageFileFormat(), new RailsFormat(), new SymfonyFormat());

    private TableFiles() {
    }

    public static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns each entry as {@code key|code|reason|status|message|description}, with {@code -} for absent values. */
    public static List<String> lines(FileContent content) {
        return content.entries().stream().map(TableFiles::line).toList();
    }

    private static String line(FileEntry entry) {
        var details = entry.details();
        var first = entry.texts().get(0);
        return String.join("|", entry.key(), details.code().orElse("-"), details.reason().orElse("-"),
                details.httpStatus().isPresent() ? Integer.toString(details.httpStatus().getAsInt()) : "-", text(first),
                first.description().orElse("-"));
    }

    public static String text(FileText text) {
        return text.text() instanceof RawText.Single single ? single.text() : text.text().toString();
    }

    /** Returns each issue as {@code reason line key}. */
    public static List<String> issues(FileContent content) {
        return content.issues().stream().map(it -> it.reason().label() + " " + it.line() + " " + it.key()).toList();
    }
}
