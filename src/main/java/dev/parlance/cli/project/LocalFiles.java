package dev.parlance.cli.project;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.formats.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the files of a project. */
public record LocalFiles(ProjectConfiguration configuration) {
    /** Folders that may contain copies of files, which {@code **} would match. */
    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "dist");
    /** The service accepts archives of up to 20 MB; a file of this size does not compress to that. */
    private static final long MAX_FILE_SIZE = 200_000_000;

    /**
     * Returns the files of all patterns, sorted by path, without duplicates.
     *
     * @throws CommandFailure {@code USAGE} if nothing is configured, or a pattern matches no file
     */
    public List<LocalFile> findConfigured() {
        if (configuration.files().isEmpty()) {
            throw CommandFailure.usage("No files are configured. Specify files, or list them under files: in "
                    + ProjectConfiguration.FILE_NAME + ".");
        }
        var found = new TreeMap<String, LocalFile>();
        for (var pattern : configuration.files()) {
            var matches = find(pattern);
            if (matches.isEmpty()) {
                throw CommandFailure.usage("No file matches " + pattern.path() + " in " + configuration.folder() + ".");
            }
            matches.forEach(it -> found.putIfAbsent(it.path(), it));
        }
        return List.copyOf(found.values());
    }

    /**
     * Returns the given files. A file that matches a configured pattern is read as configured.
     *
     * @param base the folder that relative paths refer to
     * @throws CommandFailure {@code USAGE} if a file does not exist, or is outside the folder of the configuration
     */
    public List<LocalFile> named(Path base, List<Path> files) {
        var found = new TreeMap<String, LocalFile>();
        for (var it : files) {
            var absolute = base.resolve(it).toAbsolutePath().normalize();
            if (!Files.isRegularFile(absolute)) {
                throw CommandFailure.usage("The file " + it + " does not exist.");
            } else if (!absolute.startsWith(configuration.folder())) {
                throw CommandFailure.usage(it + " is outside of " + configuration.folder() + ". Run the command in a folder that contains"
                        + " all files.");
            }
            var path = relative(absolute);
            found.put(path, configuration.files().stream().flatMap(pattern -> pattern.match(path)
                            .map(match -> new LocalFile(read(path), pattern, match.locale())).stream()).findFirst()
                    .orElseGet(() -> new LocalFile(read(path), FilePattern.of(path), Optional.empty())));
        }
        return List.copyOf(found.values());
    }

    /** Returns the files that match a pattern, sorted. */
    public List<LocalFile> find(FilePattern pattern) {
        var files = new ArrayList<LocalFile>();
        var start = configuration.folder().resolve(pattern.fixedFolder());
        if (Files.isDirectory(start)) {
            collect(start, pattern, files, depth(pattern));
        }
        return files;
    }

    private void collect(Path folder, FilePattern pattern, List<LocalFile> files, int depth) {
        try (var children = Files.list(folder)) {
            for (var child : children.sorted().toList()) {
                var name = child.getFileName().toString();
                if (Files.isDirectory(child) && !Files.isSymbolicLink(child)) {
                    if (depth > 0 && !name.startsWith(".") && !SKIPPED.contains(name)) {
                        collect(child, pattern, files, depth - 1);
                    }
                } else {
                    var path = relative(child);
                    pattern.match(path).ifPresent(match -> files.add(new LocalFile(read(path), pattern, match.locale())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pattern without {@code **} cannot match in deeper folders, which may contain many files. */
    private static int depth(FilePattern pattern) {
        var rest = pattern.path().substring(pattern.fixedFolder().length());
        int folders = (int) rest.chars().filter(it -> it == '/').count() - (rest.startsWith("/") ? 1 : 0);
        return pattern.path().contains("**") ? Integer.MAX_VALUE : folders;
    }

    private String relative(Path file) {
        var path = new StringBuilder();
        configuration.folder().relativize(file).forEach(it -> path.append(path.isEmpty() ? "" : "/").append(it));
        return path.toString();
    }

    private SourceFile read(String path) {
        try {
            var file = configuration.folder().resolve(path);
            if (Files.size(file) > MAX_FILE_SIZE) {
                throw CommandFailure.usage(path + " is larger than " + MAX_FILE_SIZE + " bytes.");
            }
            return new SourceFile(path, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
