package dev.parlance.exchange.imports;

import dev.parlance.formats.FileLocale;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of an upload one after the other, those with source texts first: translations belong to messages that source texts create.
 */
record FileOrder(FileReader reader, UploadedFiles files, ImportOptions options, LocaleTag source) {

    /** Files whose path names another locale come last. Of the others, each is read once more, because only its content tells. */
    List<String> paths() {
        var first = new ArrayList<String>();
        var last = new ArrayList<String>();
        for (var path : files.paths()) {
            var named = FileLocale.of(path);
            (options.locale().isPresent() || named.isEmpty() || named.get().equals(source) ? first : last).add(path);
        }
        if (first.size() > 1 && options.locale().isEmpty()) {
            first.sort(Comparator.comparing(it -> FileLocale.of(it).isEmpty() && !hasSource(it)));
        }
        last.sort(Comparator.naturalOrder());
        first.addAll(last);
        return first;
    }

    private boolean hasSource(String path) {
        return read(path).filter(it -> it.localesOf(it.content().entries()).contains(source)).isPresent();
    }

    /** Returns the texts that may change; empty for all. */
    Optional<ImportSelection> selection() {
        return files.selection();
    }

    /** Reads a file; empty if it is no file with texts. */
    Optional<ReadFile> read(String path) {
        var file = files.read(path);
        return files.isArchive() ? reader.readIfKnown(file, options, source) : Optional.of(reader.read(file, options, source));
    }
}
