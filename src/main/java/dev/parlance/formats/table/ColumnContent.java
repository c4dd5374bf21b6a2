package dev.parlance.formats.table;

import java.util.HashSet;
import java.util.regex.Pattern;

/**
 * The kinds of content in a column, as shares of its non-blank cells.
 *
 * @param cells    the number of non-blank cells
 * @param code     identifiers and numbers
 * @param status   HTTP statuses
 * @param constant names in upper case with underscores
 * @param prose    sentences
 * @param distinct different cells
 */
record ColumnContent(int cells, double code, double status, double constant, double prose, double distinct) {
    private static final int SAMPLE_CELLS = 500;
    private static final int SAMPLE_CHARACTERS = 200;
    private static final Pattern CODE = Pattern.compile("[-+]?[0-9]{1,9}|0[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z]*[-_:. ]?[0-9]+[A-Za-z]?"
            + "|[A-Za-z0-9]+(?:[-_.:/][A-Za-z0-9]+)+|[A-Z][A-Z0-9]{2,}|[0-9]+[A-Z][A-Z0-9]*");
    private static final Pattern STATUS = Pattern.compile("(?:HTTP )?[1-5][0-9]{2}(?: [A-Z].*)?|[1-5][0-9]{2}(?:[,/ ] ?[1-5][0-9]{2})+");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,}");
    private static final Pattern PROSE = Pattern.compile("\\p{L}\\S*\\s+\\S|"
            + "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|\\p{L}{13}");

    static ColumnContent of(Table table, int column) {
        int cells = 0;
        int code = 0;
        int status = 0;
        int constant = 0;
        int prose = 0;
        var distinct = new HashSet<String>();
        for (var row : table.rows()) {
            var text = row.cells().get(column).text().strip();
            if (!text.isEmpty() && cells < SAMPLE_CELLS) {
                var start = text.length() > SAMPLE_CHARACTERS ? text.substring(0, SAMPLE_CHARACTERS) : text;
                cells++;
                code += CODE.matcher(start).matches() ? 1 : 0;
                status += STATUS.matcher(start).matches() ? 1 : 0;
                constant += CONSTANT.matcher(start).matches() ? 1 : 0;
                prose += PROSE.matcher(start).find() ? 1 : 0;
                distinct.add(start);
            }
        }
        double all = Math.max(1, cells);
        return new ColumnContent(cells, code / all, status / all, constant / all, prose / all, distinct.size() / all);
    }

    /** Returns whether the cells are repeated HTTP statuses, and therefore not codes. */
    boolean isRepeatedStatus() {
        return cells >= 5 && status > 0.9 && distinct < 0.8;
    }

    /** Returns how well the cells fit a field, from 0 to 1. */
    double fit(TableField field) {
        return switch (field) {
            case KEY -> code * distinct;
            case CODE -> isRepeatedStatus() ? 0 : code * (0.5 + distinct / 2);
            case REASON, GRPC_STATUS -> constant;
            case HTTP_STATUS -> status * (distinct < 0.9 || cells < 5 ? 1 : 0.5);
            case MESSAGE, DESCRIPTION -> prose;
            case ARGUMENTS, TAGS -> 0.5;
            case IGNORED -> 0;
        };
    }
}
