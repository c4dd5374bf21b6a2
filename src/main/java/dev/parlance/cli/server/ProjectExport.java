package dev.parlance.cli.server;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.project.FilePattern;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.TextReader;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Exports the draft to the paths of the configured files. */
public record ProjectExport(CatalogExports exports, LocalFiles files, TextReader reader) {

    /**
     * A file of the draft at its path in the project.
     *
     * @param lossy keys that the format cannot represent exactly; empty if there are none
     */
    public record ServerFile(LocalFile file, String lossy) {
    }

    /**
     * Exports all configured files without writing them.
     *
     * @throws CommandFailure {@code USAGE} if a pattern does not determine the path of a new file
     */
    public List<ServerFile> fetch(SortedSet<LocaleTag> locales) {
        var patterns = files.configuration().files();
        if (patterns.isEmpty()) {
            throw CommandFailure.usage("No files are configured. List them under files: in parlance.yaml, or use --output.");
        }
        var exported = new ArrayList<ServerFile>();
        for (var pattern : patterns) {
            var format = formatOf(pattern);
            var dialect = reader.chosenDialectOf(files.find(pattern)).or(pattern::dialect);
            // The exported files are read in the format in which they were written.
            var written = new FilePattern(pattern.path(), Optional.of(format), dialect);
            paths(pattern, locales).forEach((locale, path) -> {
                var file = exports.locale(format, dialect, locale);
                exported.add(new ServerFile(new LocalFile(new SourceFile(path, file.bytes()), written, Optional.of(locale)), file.lossy()));
            });
        }
        return exported;
    }

    /** Returns the path for each locale of a pattern: that of an existing file, or else that of a new file. */
    private Map<LocaleTag, String> paths(FilePattern pattern, SortedSet<LocaleTag> locales) {
        var source = reader.sourceLocale();
        var existing = new HashMap<LocaleTag, String>();
        files.find(pattern).forEach(it -> existing.put(it.locale().orElse(source), it.path()));
        var paths = new TreeMap<LocaleTag, String>();
        for (var locale : pattern.hasLocale() ? List.copyOf(locales) : List.of(source)) {
            if (existing.containsKey(locale)) {
                paths.put(locale, existing.get(locale));
            } else if (!locale.equals(source) || !pattern.hasLocale() || !hasSourceFile()) {
                paths.put(locale, pattern.pathOf(locale).orElseThrow(() -> CommandFailure.usage("The path " + pattern.path()
                        + " has wildcards, so the file of " + locale + " is unknown. Create it, or name the path without wildcards.")));
            }
        }
        return paths;
    }

    /** A file without a locale in its path, such as {@code messages.properties}, contains the source texts. */
    private boolean hasSourceFile() {
        return files.configuration().files().stream().anyMatch(it -> !it.hasLocale());
    }

    private String formatOf(FilePattern pattern) {
        return pattern.format().orElseGet(() -> files.find(pattern).stream().findFirst().map(reader::formatNameOf)
                .orElseThrow(() -> CommandFailure.usage("The format of " + pattern.path() + " is unknown. Add format: to it in"
                        + " parlance.yaml.")));
    }
}
