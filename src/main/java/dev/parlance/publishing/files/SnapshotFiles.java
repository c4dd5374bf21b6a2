package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.CatalogProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder beside the service from which it starts without a database: for each catalog a {@link SnapshotFile} and the one
 * before it.
 *
 * <p>A file is written under a name of its own, brought to the disk, and renamed; so a name that is read never stands for half a
 * file, whoever is killed. The file before takes the place of the previous generation just before, and only when its bytes still
 * agree with their digest: what was damaged on the disk must not push out the last good one. Between the two renames there is no
 * current file, and the previous one is what it was. Every writer has its own name to write under, so that two services in one
 * folder, as in a rolling restart, can make each other's save fail but never mix their bytes.
 *
 * <p>What a file is follows from its last extension and whose it is from the rest; so two catalogs never share a name, though dots
 * and hyphens are allowed in theirs. Files with other names are not touched.
 */
public final class SnapshotFiles {
    private static final String CURRENT = ".snapshot";
    private static final String PREVIOUS = ".previous-snapshot";
    private static final String UNFINISHED = ".unfinished-snapshot";

    private final Path folder;

    /**
     * What the folder holds.
     *
     * @param kept    sorted by catalog
     * @param refused a line each for what cannot be used, with the reason
     */
    public record Loaded(List<Kept> kept, List<String> refused) {
        public Loaded {
            kept = List.copyOf(kept);
            refused = List.copyOf(refused);
        }
    }

    /** @param folder made when something is saved */
    public SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Survives a loss of power once it has returned. Removes what killed writers of the same catalog left.
     *
     * @throws UncheckedIOException where it cannot be written; what was kept before is kept still
     */
    public synchronized void save(Kept kept) {
        var catalog = kept.catalog();
        var unfinished = folder.resolve(catalog + "." + UUID.randomUUID() + UNFINISHED);
        try {
            // Not createDirectories alone: before JDK 20 it refuses a symbolic link to a folder.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            removeUnfinished(catalog);
            SnapshotFile.write(unfinished, kept);
            keepCurrentAsPrevious(catalog);
            rename(unfinished, file(catalog, CURRENT));
            bringNamesToDisk();
        } catch (IOException e) {
            removeAfter(e, unfinished);
            throw new UncheckedIOException(e);
        }
    }

    private void removeUnfinished(CatalogName catalog) throws IOException {
        var name = Pattern.compile(Pattern.quote(catalog.value()) + "\\.[0-9a-f-]{36}" + Pattern.quote(UNFINISHED));
        for (var path : files()) {
            if (name.matcher(path.getFileName().toString()).matches()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void keepCurrentAsPrevious(CatalogName catalog) throws IOException {
        var current = file(catalog, CURRENT);
        if (SnapshotFile.whole(current)) {
            rename(current, file(catalog, PREVIOUS));
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void bringNamesToDisk() throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void removeAfter(IOException failure, Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Of each catalog the newest file that is whole. Never throws: a service whose folder cannot be read can still ask its database. */
    public Loaded load() {
        var kept = new ArrayList<Kept>();
        var refused = new ArrayList<String>();
        try {
            for (var catalog : catalogs()) {
                load(catalog, refused).ifPresent(kept::add);
            }
        } catch (IOException e) {
            refused.add(folder + " cannot be listed: " + e);
        }
        return new Loaded(kept, refused);
    }

    private Optional<Kept> load(CatalogName catalog, List<String> refused) {
        for (var path : List.of(file(catalog, CURRENT), file(catalog, PREVIOUS))) {
            if (Files.isRegularFile(path)) {
                try {
                    return Optional.of(read(path, catalog));
                } catch (IOException e) {
                    refused.add(path + ": " + e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private static Kept read(Path path, CatalogName catalog) throws IOException {
        var kept = SnapshotFile.read(path);
        if (!kept.catalog().equals(catalog)) {
            throw new IOException("it keeps another catalog, " + kept.catalog());
        }
        return kept;
    }

    private SortedSet<CatalogName> catalogs() throws IOException {
        var catalogs = new TreeSet<>(Comparator.comparing(CatalogName::value));
        for (var path : files()) {
            var name = path.getFileName().toString();
            Stream.of(CURRENT, PREVIOUS).filter(name::endsWith)
                    .map(it -> name.substring(0, name.length() - it.length()))
                    .flatMap(SnapshotFiles::catalog)
                    .forEach(catalogs::add);
        }
        return catalogs;
    }

    private static Stream<CatalogName> catalog(String name) {
        try {
            return Stream.of(new CatalogName(name));
        } catch (CatalogProblem e) {
            return Stream.empty();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    private Path file(CatalogName catalog, String extension) {
        return folder.resolve(catalog + extension);
    }
}
