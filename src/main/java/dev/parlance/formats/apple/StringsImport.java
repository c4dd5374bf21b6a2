package dev.parlance.formats.apple;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code .strings} files. */
public final class StringsImport implements ImportFormat {
    private static final Pattern PAIR = Pattern.compile("(?:\\A\\s*+|[;/]\\s*+|\\n[ \\t]*+)"
            + "(\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+){0,50}+\"|[\\w.$:-]{1,500}+)"
            + "\\s*+=\\s*+\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,200}+\"\\s*+;");
    /** The comment that Apple's tools write if the source code has none. */
    private static final String NO_COMMENT = "No comment provided by engineer.";

    @Override
    public String name() {
        return StringsFormat.NAME;
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.APPLE);
    }

    @Override
    public double recognise(SourceFile file) {
        return PAIR.matcher(FileStart.of(file)).find() ? file.extension().equals("strings") ? 1 : 0.9
                : file.extension().equals("strings") ? 0.4 : 0;
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        var lexer = new StringsLexer(file, FileStart.decode(file));
        while (lexer.skipToString()) {
            int line = lexer.line();
            var comment = lexer.takeComment();
            var key = lexer.string();
            var text = key;
            if (lexer.accept('=')) {
                text = lexer.string();
            }
            lexer.expect(';');
            entries.add(new FileEntry(key, line, List.of(new FileText(new RawText.Single(text))),
                    FileDetails.comment(comment.equals(NO_COMMENT) ? "" : comment)));
        }
        return entries.content(Optional.empty(), Optional.empty());
    }
}
