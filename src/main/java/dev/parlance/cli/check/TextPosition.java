package dev.parlance.cli.check;

import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalText;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.RawText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds positions in files.
 *
 * <p>Readers report only the line of an entry. A text that the file contains unchanged is searched from there. A text with escapes is not
 * found, so its findings have the position of the entry.
 */
final class TextPosition {
    /** Entries are rarely longer, and the search must not reach the same text in other entries. */
    private static final int SEARCHED_LENGTH = 4000;

    private final Map<String, DecodedFile> files = new HashMap<>();

    /** @param lineStarts offsets of the lines */
    private record DecodedFile(String text, List<Integer> lineStarts) {

        Position positionOf(int offset) {
            int line = 0;
            while (line + 1 < lineStarts.size() && lineStarts.get(line + 1) <= offset) {
                line++;
            }
            return new Position(line + 1, offset - lineStarts.get(line) + 1);
        }
    }

    /** A position; line and column start at 1. */
    record Position(int line, int column) {
    }

    /** Returns the position of an offset in the checked text. */
    Position find(LocalText text, String checked, int offset) {
        var file = files.computeIfAbsent(text.file().path(), it -> decode(text.file()));
        if (text.line() < 1 || text.line() > file.lineStarts().size()) {
            return new Position(Math.max(1, text.line()), 1);
        }
        int start = file.lineStarts().get(text.line() - 1);
        int end = Math.min(file.text().length(), start + SEARCHED_LENGTH);
        // The key comes first and may be equal to the text.
        int afterKey = file.text().startsWith(text.key(), start) ? start + text.key().length() : start;
        int exact = checked.isEmpty() ? -1 : file.text().indexOf(checked, afterKey);
        if (exact >= 0 && exact < end) {
            return file.positionOf(exact + offset);
        }
        int raw = text.text() instanceof RawText.Single single && !single.text().isEmpty()
                ? file.text().indexOf(single.text(), afterKey) : -1;
        return raw >= 0 && raw < end ? file.positionOf(raw) : startOf(file, text.line());
    }

    private static Position startOf(DecodedFile file, int line) {
        int start = file.lineStarts().get(line - 1);
        int offset = start;
        while (offset < file.text().length() && (file.text().charAt(offset) == ' ' || file.text().charAt(offset) == '\t')) {
            offset++;
        }
        return new Position(line, offset - start + 1);
    }

    private static DecodedFile decode(LocalFile file) {
        String text;
        try {
            text = file.source().text();
        } catch (FileFormatException notUnicode) {
            // Only the reader detects the encoding; here, each byte only needs a position.
            text = file.source().decode(StandardCharsets.ISO_8859_1, 0);
        }
        var starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return new DecodedFile(text, starts);
    }
}
