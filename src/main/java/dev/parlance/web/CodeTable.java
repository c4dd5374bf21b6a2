package dev.parlance.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.parlance.formats.spreadsheet.FormulaGuard;
import dev.parlance.publishing.memory.PublishedMessage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of codes as CSV (RFC 4180), with texts as typed.
 *
 * @param csv  the table
 * @param last key of the last message if messages were omitted; empty otherwise
 */
record CodeTable(String csv, String last) {
    /** The maximum number of messages in a table. A query must find one more, to detect that messages are omitted. */
    static final int MAX_ROWS = 10_000;
    /** In UTF-16 units. Texts may have 4,000 characters, so the number of rows does not sufficiently limit the size of the table. */
    private static final int MAX_LENGTH = 2_000_000;

    static CodeTable of(List<PublishedMessage> messages) {
        var text = new StringWriter();
        var last = "";
        int rows = 0;
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord("key", "code", "status", "grpcStatus", "reason", "message", "description", "locale", "syntax", "tags");
            for (var message : messages) {
                if (rows == MAX_ROWS || text.getBuffer().length() > MAX_LENGTH) {
                    break;
                }
                writer.writeRecord(cells(message));
                last = message.key();
                rows++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The writer is buffered, so the text is incomplete until it is closed.
        return new CodeTable(text.toString(), rows < messages.size() ? last : "");
    }

    private static List<String> cells(PublishedMessage message) {
        var cells = new ArrayList<>(List.of(message.key(), message.code(), Integer.toString(message.httpStatus()),
                message.grpcStatus().label(), message.reason(), message.text(), message.description(), message.locale().value(),
                message.syntax().label(), String.join(" ", message.tags().names())));
        cells.replaceAll(FormulaGuard::add);
        return cells;
    }
}
