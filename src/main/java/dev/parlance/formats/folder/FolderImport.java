package dev.parlance.formats.folder;

import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileText;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Imports folders in this layout from an upload with several files.
 *
 * <p>Descriptions are not literal in this format: they have the syntax of their message.
 */
public final class FolderImport {
    /** The name of the format in problems and settings. */
    public static final String NAME = "folder";

    private static final String README = "README.md";

    private FolderImport() {
    }

    /** Returns the paths of the folders in this layout, each empty or ending with a slash. */
    public static SortedSet<String> find(Collection<SourceFile> files) {
        var paths = files.stream().map(SourceFile::path).toList();
        var found = new TreeSet<String>();
        for (var path : paths) {
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            if (path.equals(folder + FolderFormat.CATALOG_FILE) && paths.contains(folder + FolderFormat.CODES_FILE)
                    && paths.contains(folder + FolderFormat.ARGUMENTS_FILE)) {
                found.add(folder);
            }
        }
        return found;
    }

    /**
     * Reads a folder. Files that {@code catalog.json} does not list are reported as issues.
     *
     * @param folder one of the paths that {@link #find} returned
     * @throws FileFormatException if a file is missing or violates the format
     */
    public static FileContent read(String folder, Collection<SourceFile> files) {
        var byName = new TreeMap<String, SourceFile>();
        files.stream().filter(it -> it.path().startsWith(folder) && it.path().indexOf('/', folder.length()) < 0)
                .forEach(it -> byName.put(it.name(), it));
        var used = new TreeSet<>(List.of(README));
        var content = read(folder, name -> {
            used.add(name);
            var file = byName.get(name);
            if (file == null) {
                throw new FileFormatException(name, "is missing");
            }
            new SourceFile(name, file.bytes()).checkCharacters(file.text(), 0);
            return file.bytes();
        });
        var issues = byName.keySet().stream().filter(it -> !used.contains(it))
                .map(it -> new FileIssue(FileIssue.Reason.METADATA, 0, folder + it)).toList();
        return new FileContent(Optional.empty(), Optional.of(content.sourceLocale()), toEntries(folder, content), issues);
    }

    private static CatalogContent read(String folder, Function<String, byte[]> bytes) {
        try {
            return new FolderFormat().read(bytes);
        } catch (FileFormatException e) {
            throw new FileFormatException(folder + e.file(), e.fault(), e.line(), e.detail());
        } catch (ProblemException invalidLocale) {
            throw new FileFormatException(folder + FolderFormat.CATALOG_FILE, FileFault.MALFORMED, 0, "invalid locale");
        }
    }

    private static List<FileEntry> toEntries(String folder, CatalogContent content) {
        var entries = new ArrayList<FileEntry>();
        for (var message : content.messages()) {
            var texts = content.texts().entrySet().stream().filter(it -> it.getValue().containsKey(message.key()))
                    .map(it -> toText(folder, it.getKey(), it.getValue().get(message.key()))).toList();
            // Line 1 is the header.
            entries.add(new FileEntry(message.key(), entries.size() + 2, texts, toDetails(message)));
        }
        return entries;
    }

    private static FileText toText(String folder, LocaleTag locale, TextEntry text) {
        new SourceFile(folder + locale + ".json", new byte[0]).checkCharacters(text.message() + text.description(), 0);
        return new FileText(Optional.of(locale), new RawText.Single(text.message()),
                Optional.of(text.description()).filter(it -> !it.isEmpty()), Optional.empty(), Optional.of(toDialect(text.syntax())));
    }

    private static MessageDialect toDialect(Syntax syntax) {
        return switch (syntax) {
            case ICU -> MessageDialect.ICU;
            case PRINTF -> MessageDialect.PRINTF;
            case PLAIN -> MessageDialect.PLAIN;
        };
    }

    private static FileDetails toDetails(MessageEntry message) {
        return new FileDetails(Optional.empty(), Optional.of(message.code()), Optional.of(message.reason()),
                OptionalInt.of(message.httpStatus()), message.grpcStatus(), message.tags(),
                message.contract().arguments(), OptionalInt.empty());
    }
}
