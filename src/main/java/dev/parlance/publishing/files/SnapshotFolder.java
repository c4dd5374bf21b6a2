package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.filesystem.AtomicFile;
import dev.parlance.filesystem.PrivateFiles;
import dev.parlance.problems.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The local folder from which the service starts without a database: the current and the previous {@link SnapshotFile} of each catalog.
 *
 * <p>A file is written under a temporary name, forced to disk and renamed, so a process killed at any time never leaves a partial file
 * under a name that is read. The current file first becomes the previous one, but only if it is intact: a file corrupted on disk must not
 * replace the last good one. Between the two renames there is no current file, and the previous file is the latest.
 *
 * <p>Each writer uses its own temporary name. Two services sharing a folder, as during a rolling restart, can make each other's save fail
 * but never mix their bytes.
 *
 * <p>The last extension gives the kind of a file and the rest of its name the catalog. File names of different catalogs are therefore
 * distinct, even though catalog names may contain dots and hyphens. Files with other names are left alone.
 */
public final class SnapshotFolder {
    private static final String CURRENT_EXTENSION = ".snapshot";
    private static final String PREVIOUS_EXTENSION = ".previous-snapshot";
    private static final String TEMPORARY_EXTENSION = ".unfinished-snapshot";

    private final Path folder;

    /**
     * The content of the folder.
     *
     * @param catalogs sorted by catalog name
     * @param errors   one line for each file that cannot be used, with the reason
     */
    public record LoadResult(List<PersistedCatalog> catalogs, List<String> errors) {
        public LoadResult {
            catalogs = List.copyOf(catalogs);
            errors = List.copyOf(errors);
        }
    }

    /**
     * Creates the store.
     *
     * @param folder created on the first save
     */
    public SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Saves a catalog durably, and deletes temporary files left by killed writers of the same catalog.
     *
     * <p>The saved file survives a power failure after this method returns.
     *
     * @throws UncheckedIOException if the file cannot be written; the files saved before remain intact
     */
    public synchronized void save(PersistedCatalog persisted) {
        var catalog = persisted.catalog();
        try (var file = AtomicFile.create(folder, catalog.value(), TEMPORARY_EXTENSION)) {
            SnapshotFile.write(file.channel(), persisted);
            file.commit(file(catalog, CURRENT_EXTENSION), () -> backUpCurrent(catalog));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void backUpCurrent(CatalogName catalog) throws IOException {
        var current = file(catalog, CURRENT_EXTENSION);
        if (SnapshotFile.isIntact(current)) {
            Files.move(current, file(catalog, PREVIOUS_EXTENSION), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Loads the newest intact file of each catalog.
     *
     * <p>Never throws: a service whose folder cannot be read can still use its database.
     */
    public LoadResult load() {
        var persisted = new ArrayList<PersistedCatalog>();
        var errors = new ArrayList<String>();
        try {
            for (var catalog : listCatalogs()) {
                load(catalog, errors).ifPresent(persisted::add);
            }
        } catch (IOException e) {
            errors.add(folder + " cannot be listed: " + e);
        }
        return new LoadResult(persisted, errors);
    }

    private Optional<PersistedCatalog> load(CatalogName catalog, List<String> errors) {
        var current = file(catalog, CURRENT_EXTENSION);
        for (var path : List.of(current, file(catalog, PREVIOUS_EXTENSION))) {
            if (Files.isRegularFile(path)) {
                try {
                    PrivateFiles.restrict(path);
                    var persisted = read(path, catalog);
                    // The catalog may have become private since the previous file was written.
                    return Optional.of(path.equals(current) ? persisted : persisted.withUnknownVisibility());
                } catch (IOException e) {
                    errors.add(path + ": " + e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private static PersistedCatalog read(Path path, CatalogName catalog) throws IOException {
        var persisted = SnapshotFile.read(path);
        if (!persisted.catalog().equals(catalog)) {
            throw new IOException("it contains another catalog, " + persisted.catalog());
        }
        return persisted;
    }

    private SortedSet<CatalogName> listCatalogs() throws IOException {
        var catalogs = new TreeSet<>(Comparator.comparing(CatalogName::value));
        for (var path : AtomicFile.list(folder)) {
            var name = path.getFileName().toString();
            Stream.of(CURRENT_EXTENSION, PREVIOUS_EXTENSION).filter(name::endsWith)
                    .map(it -> name.substring(0, name.length() - it.length()))
                    .flatMap(SnapshotFolder::parseCatalogName)
                    .forEach(catalogs::add);
        }
        return catalogs;
    }

    private static Stream<CatalogName> parseCatalogName(String name) {
        try {
            return Stream.of(new CatalogName(name));
        } catch (ProblemException e) {
            return Stream.empty();
        }
    }

    private Path file(CatalogName catalog, String extension) {
        return folder.resolve(catalog + extension);
    }
}
