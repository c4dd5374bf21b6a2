package dev.parlance.rest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a table as lines with aligned columns, for a terminal. */
final class TextTable {
    /** A longer cell moves the rest of its line to the right. Alignment with it would move all lines, and fill them with blanks. */
    static final int MAX_ALIGNED_WIDTH = 60;

    private static final String GAP = "  ";
    private static final String EMPTY = "-";

    private TextTable() {
    }

    static String write(Table table) {
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns());
        table.rows().forEach(row -> lines.add(row.stream().map(it -> it.isEmpty() ? EMPTY : escape(it)).toList()));
        var widths = new int[table.columns().size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                int width = DisplayWidth.of(line.get(i));
                widths[i] = width > MAX_ALIGNED_WIDTH ? widths[i] : Math.max(widths[i], width);
            }
        }
        var text = new StringBuilder();
        lines.forEach(line -> append(text, line, table, widths));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> line, Table table, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            var cell = line.get(i);
            var blanks = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
            boolean rightAligned = table.numeric().contains(i);
            boolean last = i == widths.length - 1;
            text.append(i == 0 ? "" : GAP).append(rightAligned ? blanks : "").append(cell).append(rightAligned || last ? "" : blanks);
        }
        text.append('\n');
    }

    /** Escapes control characters, which may move the cursor, and the controls of text direction, which may reorder the line. */
    private static String escape(String cell) {
        if (cell.codePoints().noneMatch(TextTable::isEscaped)) {
            return cell;
        }
        var escaped = new StringBuilder();
        cell.codePoints().forEach(it -> {
            if (isEscaped(it)) {
                escaped.append(switch (it) {
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> String.format(Locale.ROOT, "\\u%04x", it);
                });
            } else {
                escaped.appendCodePoint(it);
            }
        });
        return escaped.toString();
    }

    private static boolean isEscaped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        };
    }
}
