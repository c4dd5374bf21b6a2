package dev.parlance.formats.spreadsheet;

import java.util.regex.Pattern;

/**
 * Prefixes cells of CSV exports with an apostrophe if a spreadsheet would evaluate them as formulas, as OWASP recommends.
 *
 * <p>Numbers such as {@code -1015} are not formulas. A text that already starts with an apostrophe before such a character gets another
 * apostrophe, so that reading restores the exact text. Only exports are read this way; in other files, an apostrophe is part of the text.
 */
public final class FormulaGuard {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠\t\r\n].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");

    private FormulaGuard() {
    }

    public static String add(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String remove(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
