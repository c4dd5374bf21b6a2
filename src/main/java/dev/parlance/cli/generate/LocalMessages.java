package dev.parlance.cli.generate;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalText;
import dev.parlance.cli.project.TextReader;
import dev.parlance.codegen.CatalogMessage;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.formats.folder.FolderImport;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the messages of files in the project: those with a source text. */
public final class LocalMessages {
    private final TextReader reader;
    private final LocaleTag sourceLocale;
    private final Map<String, CatalogMessage> messages = new LinkedHashMap<>();

    private LocalMessages(TextReader reader, LocaleTag sourceLocale) {
        this.reader = reader;
        this.sourceLocale = sourceLocale;
    }

    /**
     * Returns the messages of the files. If a key is repeated, the first message counts, as in an import.
     *
     * @throws CommandFailure {@code USAGE} if a file or a source text is invalid
     */
    public static Collection<CatalogMessage> read(TextReader reader, LocaleTag sourceLocale, List<LocalFile> files) {
        var read = new LocalMessages(reader, sourceLocale);
        var sources = files.stream().map(LocalFile::source).toList();
        var folders = FolderImport.find(sources);
        folders.forEach(it -> read.addFolder(it, sources));
        read.addTexts(files.stream().filter(it -> !folders.contains(folderOf(it.path()))).toList());
        return read.messages.values();
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private void addFolder(String folder, List<SourceFile> sources) {
        var content = readFolder(folder, sources);
        var source = content.locale().orElse(sourceLocale);
        for (var entry : content.entries()) {
            entry.texts().stream().filter(it -> it.locale().orElse(source).equals(source)).findFirst()
                    .ifPresent(it -> add(entry, convert(folder, entry.key(), () -> DialectReader.read(it.dialect().orElseThrow(),
                            it.text(), source)), it.description().orElse("")));
        }
    }

    private static FileContent readFolder(String folder, List<SourceFile> sources) {
        try {
            return FolderImport.read(folder, sources);
        } catch (FileFormatException e) {
            throw CommandFailure.usage(e.file() + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.detail());
        }
    }

    private void add(FileEntry entry, ConvertedText text, String description) {
        add(entry.key(), entry.details(), text, description);
    }

    private void addTexts(List<LocalFile> files) {
        for (var it : files.isEmpty() ? List.<LocalText>of() : reader.read(files).texts()) {
            boolean empty = it.text() instanceof RawText.Single single && single.text().isBlank();
            if (it.locale().equals(sourceLocale) && !empty) {
                var converted = convert(it.file().path(), it.key(), () -> DialectReader.read(it.dialect(), it.text(), it.locale()));
                add(it.key(), it.details(), converted, it.description());
            }
        }
    }

    private void add(String key, FileDetails details, ConvertedText text, String description) {
        var arguments = details.arguments().isEmpty() ? convert("", key, () -> InferredArguments.infer(text.syntax(), text.text()))
                .arguments() : details.arguments();
        messages.putIfAbsent(key, new CatalogMessage(key, details.code().orElse(key), details.reason(), details.httpStatus(),
                details.grpcStatus(), text.text(), description, arguments));
    }

    /** A conversion that fails for an invalid text. */
    private interface Conversion<T> {
        T convert();
    }

    private static <T> T convert(String file, String key, Conversion<T> conversion) {
        try {
            return conversion.convert();
        } catch (TextSyntaxException e) {
            throw CommandFailure.usage((file.isEmpty() ? "" : file + ": ") + "The source text of " + key + " is invalid: "
                    + e.getMessage());
        }
    }
}
