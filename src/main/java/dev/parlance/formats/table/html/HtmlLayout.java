package dev.parlance.formats.table.html;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.formats.table.TableLayout;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The tables of an HTML page. */
public final class HtmlLayout implements TableLayout {
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile("<table[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE = Pattern.compile("<(?:!doctype html|html|body|table)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final int MAX_TAGS = 1_000_000;
    private static final int MAX_TABLES = 2000;
    private static final int HEAD = 1024;
    private static final int SAMPLE = 64 * 1024;

    @Override
    public String name() {
        return "html";
    }

    @Override
    public double recognise(SourceFile file) {
        try {
            var bytes = file.bytes();
            var start = new SourceFile(file.path(), Arrays.copyOf(bytes, Math.min(SAMPLE, bytes.length)))
                    .decode(StandardCharsets.ISO_8859_1, 0);
            boolean named = List.of("html", "htm", "xhtml").contains(file.extension());
            return TABLE.matcher(start).find() && PAGE.matcher(start).find() ? named ? 0.95 : 0.1 : named ? 0.6 : 0;
        } catch (FileFormatException notText) {
            return 0;
        }
    }

    @Override
    public List<Table> read(SourceFile file) {
        var text = text(file);
        checkSize(file, text);
        var page = Jsoup.parse(text, Parser.htmlParser().setTrackPosition(true));
        var tables = new ArrayList<Table>();
        var grid = new CellGrid(file.path());
        for (var table : page.getElementsByTag("table")) {
            grid.expand(table).ifPresent(tables::add);
        }
        if (tables.isEmpty()) {
            throw new FileFormatException(file.path(), FileFault.NO_MESSAGES, 0, "no table");
        }
        return tables;
    }

    /** Counts tags before parsing, because a parsed page takes several hundred bytes per tag. */
    private static void checkSize(SourceFile file, String text) {
        int tags = 0;
        int rows = 0;
        int tables = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            tags++;
            rows += text.regionMatches(true, at + 1, "tr", 0, 2) ? 1 : 0;
            tables += text.regionMatches(true, at + 1, "table", 0, 5) ? 1 : 0;
        }
        if (tags > MAX_TAGS || tables > MAX_TABLES) {
            throw new FileFormatException(file.path(), FileFault.TOO_LARGE, 0, "more than " + MAX_TAGS + " tags or " + MAX_TABLES
                    + " tables");
        } else if (rows > Table.MAX_ROWS + tables) {
            throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, 0, "more than " + Table.MAX_ROWS + " rows");
        }
    }

    /** Decodes the page by its byte order mark or its {@code meta} element, or as UTF-8. */
    private static String text(SourceFile file) {
        var bytes = file.bytes();
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        var declared = CHARSET.matcher(head);
        boolean mark = head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE") || head.startsWith("\u00EF\u00BB\u00BF");
        if (mark || !declared.find() || declared.group(1).equalsIgnoreCase("utf-8")) {
            return file.text();
        }
        try {
            return file.decode(Charset.forName(declared.group(1)), 0);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FileFormatException(file.path(), FileFault.ENCODING, 0, "unknown charset " + declared.group(1));
        }
    }

    /** Returns the line of an element, from 1. */
    static int line(Element element) {
        return Math.max(0, element.sourceRange().start().lineNumber());
    }
}
