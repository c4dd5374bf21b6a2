package dev.parlance.exchange.imports;

import dev.parlance.formats.FileLocale;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.folder.FolderImport;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the files of an upload one at a time, files with source texts first, because these create the messages.
 *
 * @param folders the folders in an archive that are catalogs; each is read as one file
 */
record FileOrder(FileReader reader, UploadedFiles files, ImportOptions options, LocaleTag source, SortedSet<String> folders)
        implements ImportSource.OrderedFiles {

    static FileOrder of(FileReader reader, UploadedFiles files, ImportOptions options, LocaleTag source) {
        boolean mayContainFolders = files.isArchive() && options.format().filter(it -> !it.equals(FolderImport.NAME)).isEmpty();
        return new FileOrder(reader, files, options, source, mayContainFolders
                ? FolderImport.find(files.paths().stream().map(it -> new SourceFile(it, new byte[0])).toList()) : new TreeSet<>());
    }

    /**
     * Files whose path specifies another locale come last. The others are read an additional time, because only their content specifies it.
     */
    @Override
    public List<String> paths() {
        var first = new ArrayList<>(folders);
        var others = new ArrayList<String>();
        var last = new ArrayList<String>();
        for (var path : files.paths()) {
            if (folders.stream().noneMatch(it -> path.startsWith(it) && path.indexOf('/', it.length()) < 0)) {
                var named = FileLocale.of(path);
                (options.locale().isPresent() || named.isEmpty() || named.get().equals(source) ? others : last).add(path);
            }
        }
        if (others.size() > 1 && options.locale().isEmpty()) {
            var withoutSource = new TreeSet<>(others.stream().filter(it -> FileLocale.of(it).isEmpty() && !hasSource(it)).toList());
            others.sort(Comparator.comparing(withoutSource::contains));
        }
        last.sort(Comparator.naturalOrder());
        first.addAll(others);
        first.addAll(last);
        return first;
    }

    private boolean hasSource(String path) {
        return read(path).filter(it -> it.localesOf(it.content().entries()).contains(source)).isPresent();
    }

    @Override
    public Optional<ImportSelection> selection() {
        return files.selection();
    }

    @Override
    public Optional<ReadFile> read(String path) {
        if (folders.contains(path)) {
            var parts = files.paths().stream().filter(it -> it.startsWith(path) && it.indexOf('/', path.length()) < 0)
                    .map(files::read).toList();
            return Optional.of(FileReader.toFolder(path, FolderImport.read(path, parts), source));
        }
        var file = files.read(path);
        return files.isArchive() ? reader.readIfKnown(file, options, source) : Optional.of(reader.read(file, options, source));
    }
}
