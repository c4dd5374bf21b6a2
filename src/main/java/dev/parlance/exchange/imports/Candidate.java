package dev.parlance.exchange.imports;

import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportEntry.Reason;
import dev.parlance.formats.FileEntry;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message of a file before its texts are checked.
 *
 * @param first      the first entry of the message
 * @param definition the new, changed or stored definition
 * @param before     the stored definition; empty for a new message
 * @param source     the source content, new or stored
 * @param texts      the texts that would change
 * @param entries    the outcomes so far
 */
record Candidate(ReadFile file, MessageKey key, FileEntry first, Message.Definition definition, Optional<Message.Definition> before,
        Optional<TextContent> source, List<CheckedText> texts, List<ImportEntry> entries) {

    Candidate(ReadFile file, MessageKey key, FileEntry first, Message.Definition definition, Optional<Message.Definition> before,
            Optional<TextContent> source) {
        this(file, key, first, definition, before, source, new ArrayList<>(), new ArrayList<>());
    }

    /** A text that would change, with its outcome if it has no errors. */
    record CheckedText(LocaleTag locale, int line, TextContent content, TextState state, Kind kind, Reason reason) {
    }

    int line() {
        return first.line();
    }

    void report(Kind kind, int atLine, Optional<LocaleTag> locale, Reason reason, String detail) {
        entries.add(new ImportEntry(kind, file.path(), atLine, key.value(), first.key().equals(key.value()) ? null : first.key(),
                locale.map(LocaleTag::value).orElse(null), reason, detail));
    }
}
