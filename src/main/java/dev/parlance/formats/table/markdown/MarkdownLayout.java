package dev.parlance.formats.table.markdown;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.formats.table.TableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The tables of a Markdown or MDX document, and its sections that describe one code each. */
public final class MarkdownLayout implements TableLayout {
    /** Real documents are nested less deeply. The limit bounds the stack depth of the visitors. */
    private static final int MAX_NESTING = 100;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).maxOpenBlockParsers(MAX_NESTING).maxInlineNesting(MAX_NESTING).build();
    private static final Pattern TABLE = Pattern.compile("(?m)^[ \\t]{0,3}\\|?[ \\t]*:?-+:?[ \\t]*\\|");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} ");
    /** Brackets take a second per megabyte to parse, and blocks take a hundred times their size in memory. */
    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final int SAMPLE = 64 * 1024;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public double recognise(SourceFile file) {
        try {
            boolean named = List.of("md", "mdx", "markdown").contains(file.extension());
            var text = named || List.of("txt", "").contains(file.extension()) ? file.text() : "";
            var sample = text.substring(0, Math.min(SAMPLE, text.length()));
            return named ? 0.9 : TABLE.matcher(sample).find() && HEADING.matcher(sample).find() ? 0.4 : 0;
        } catch (FileFormatException notText) {
            return 0;
        }
    }

    @Override
    public List<Table> read(SourceFile file) {
        if (file.bytes().length > MAX_BYTES) {
            throw new FileFormatException(file.path(), FileFault.TOO_LARGE, 0, "more than " + MAX_BYTES + " bytes");
        }
        var document = PARSER.parse(withoutFrontMatter(file.text()));
        var tables = new ArrayList<Table>();
        for (var node = document.getFirstChild(); node != null; node = NodeOrder.next(node, document)) {
            if (node instanceof TableBlock table) {
                tables.add(table(file, table));
            }
        }
        new CodeSections(file.path()).read(document).ifPresent(tables::add);
        if (tables.isEmpty()) {
            throw new FileFormatException(file.path(), FileFault.NO_MESSAGES, 0, "neither a table nor headings with codes");
        }
        return tables;
    }

    private static Table table(SourceFile file, TableBlock block) {
        var rows = new ArrayList<TableRow>();
        for (var part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add((TableRow) row);
            }
        }
        var headings = cells(rows.get(0)).stream().map(Table.Cell::text).toList();
        var table = new Table.Builder(file.path(), line(rows.get(0)), headings);
        rows.subList(1, rows.size()).forEach(it -> table.add(line(it), cells(it)));
        return table.build();
    }

    private static List<Table.Cell> cells(Node row) {
        var cells = new ArrayList<Table.Cell>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(cell instanceof TableCell ? InlineText.cell(cell) : Table.Cell.BLANK);
        }
        return cells;
    }

    static int line(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Replaces the front matter with empty lines, which preserves line numbers. */
    private static String withoutFrontMatter(String text) {
        if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
            return text;
        }
        int end = text.indexOf("\n---", 3);
        if (end < 0) {
            return text;
        }
        int lines = (int) text.substring(0, end + 1).lines().count();
        int rest = text.indexOf('\n', end + 1);
        return "\n".repeat(lines) + (rest < 0 ? "" : text.substring(rest));
    }
}
