package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemException;
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
public final class SnapshotFolder {
    private static final String CURRENT_EXTENSION = ".snapshot";
    private static final String PREVIOUS_EXTENSION = ".previous-snapshot";
    private static final String TEMPORARY_EXTENSION = ".unfinished-snapshot";

    private final Path folder;

    /**
     * What the folder holds.
     *
     * @param kept    sorted by catalog
     * @param refused a line each for what cannot be used, with the reason
     */
    public record LoadResult(List<PersistedCatalog> catalogs, List<String> errors) {
        public LoadResult {
            catalogs = List.copyOf(catalogs);
            errors = List.copyOf(errors);
        }
    }

    /** @param folder made when something is saved */
    public SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Survives a loss of power once it has returned. Removes what killed writers of the same catalog left.
     *
     * @throws UncheckedIOException where it cannot be written; what was kept before is kept still
     */
    public synchronized void save(PersistedCatalog persisted) {
        var catalog = persisted.catalog();
        var temporary = folder.resolve(catalog + "." + UUID.randomUUID() + TEMPORARY_EXTENSION);
        try {
            // Not createDirectories alone: before JDK 20 it refuses a symbolic link to a folder.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            deleteTemporaryFiles(catalog);
            SnapshotFile.write(temporary, persisted);
            backUpCurrent(catalog);
            rename(temporary, file(catalog, CURRENT_EXTENSION));
            syncFolder();
        } catch (IOException e) {
            deleteAfterFailure(e, temporary);
            throw new UncheckedIOException(e);
        }
    }

    private void deleteTemporaryFiles(CatalogName catalog) throws IOException {
        var name = Pattern.compile(Pattern.quote(catalog.value()) + "\\.[0-9a-f-]{36}" + Pattern.quote(TEMPORARY_EXTENSION));
        for (var path : listFiles()) {
            if (name.matcher(path.getFileName().toString()).matches()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void backUpCurrent(CatalogName catalog) throws IOException {
        var current = file(catalog, CURRENT_EXTENSION);
        if (SnapshotFile.isIntact(current)) {
            rename(current, file(catalog, PREVIOUS_EXTENSION));
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void syncFolder() throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void deleteAfterFailure(IOException failure, Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Of each catalog the newest file that is whole. Never throws: a service whose folder cannot be read can still ask its database. */
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
        for (var path : List.of(file(catalog, CURRENT_EXTENSION), file(catalog, PREVIOUS_EXTENSION))) {
            if (Files.isRegularFile(path)) {
                try {
                    return Optional.of(read(path, catalog));
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
            throw new IOException("it keeps another catalog, " + persisted.catalog());
        }
        return persisted;
    }

    private SortedSet<CatalogName> listCatalogs() throws IOException {
        var catalogs = new TreeSet<>(Comparator.comparing(CatalogName::value));
        for (var path : listFiles()) {
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

    private List<Path> listFiles() throws IOException {
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
