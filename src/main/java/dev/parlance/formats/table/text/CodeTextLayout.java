package dev.parlance.formats.table.text;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.formats.table.TableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of error codes that was copied as text, without separators between its columns. */
public final class CodeTextLayout implements TableLayout {
    private static final List<String> COLUMNS = List.of("code", "status", "message", "description");
    private static final Pattern START = Pattern.compile("([-+]?[A-Z]{0,6}[-_]?)(\\d{3,12})(?: (\\d{3}))?(\\D.*)?", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final int MIN_ROWS = 3;
    private static final int SAMPLE = 64 * 1024;

    /** A row before its text is split. */
    private record Row(int line, String code, String status, StringBuilder text) {
    }

    @Override
    public String name() {
        return "error-code-text";
    }

    @Override
    public double recognise(SourceFile file) {
        if (!Set.of("txt", "text", "").contains(file.extension())) {
            return 0;
        }
        try {
            var text = file.text();
            var sample = text.substring(0, Math.min(SAMPLE, text.length()));
            long rows = rows(sample).size();
            long lines = sample.lines().filter(it -> !it.isBlank()).count();
            return rows < MIN_ROWS ? 0 : Math.min(0.95, 1.2 * rows / lines);
        } catch (FileFormatException notText) {
            return 0;
        }
    }

    @Override
    public List<Table> read(SourceFile file) {
        var rows = rows(file.text());
        if (rows.isEmpty()) {
            throw new FileFormatException(file.path(), FileFault.NO_MESSAGES, 0, "no line starts with a code and an HTTP status");
        }
        var texts = rows.stream().map(it -> it.text().toString().strip()).toList();
        var boundary = new TextBoundary(texts);
        var table = new Table.Builder(file.path(), rows.get(0).line(), COLUMNS);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            int end = boundary.find(texts.get(i));
            table.add(row.line(), List.of(Table.Cell.of(row.code()), Table.Cell.of(row.status()),
                    Table.Cell.of(texts.get(i).substring(0, end)), Table.Cell.of(texts.get(i).substring(end))));
        }
        return List.of(table.build());
    }

    /** Lines before the first row are skipped; later lines without a code continue the text of a row. */
    private static List<Row> rows(String text) {
        var lines = text.lines().toList();
        int digits = digits(lines);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            var start = START.matcher(lines.get(i));
            int width = start.matches() ? width(start.group(2), start.group(3) != null, digits) : 0;
            if (width > 0) {
                var code = start.group(1) + start.group(2).substring(0, width);
                boolean separate = start.group(3) != null;
                var status = separate ? start.group(3) : start.group(2).substring(width, width + 3);
                var rest = separate ? "" : start.group(2).substring(width + 3);
                rows.add(new Row(i + 1, code, status, new StringBuilder(rest + (start.group(4) == null ? "" : start.group(4)))));
            } else if (!rows.isEmpty()) {
                rows.get(rows.size() - 1).text().append('\n').append(lines.get(i));
            }
        }
        return rows;
    }

    /** Returns the number of digits of the code; 0 if the line is not a row. The text of a row may start with a digit. */
    private static int width(String number, boolean separate, int digits) {
        if (separate) {
            return number.length();
        } else if (number.length() >= digits + 3 && STATUS.matcher(number.substring(digits, digits + 3)).matches()) {
            return digits;
        }
        return number.length() > 3 && STATUS.matcher(number.substring(number.length() - 3)).matches() ? number.length() - 3 : 0;
    }

    /** Returns the most frequent number of digits among codes that are followed by a status. */
    private static int digits(List<String> lines) {
        var counts = lines.stream().map(START::matcher).filter(it -> it.matches() && it.group(3) == null)
                .map(it -> it.group(2)).filter(it -> it.length() > 3 && STATUS.matcher(it.substring(it.length() - 3)).matches())
                .collect(Collectors.groupingBy(it -> it.length() - 3, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(4);
    }
}
