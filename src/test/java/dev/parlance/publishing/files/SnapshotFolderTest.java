package dev.parlance.publishing.files;

import static dev.parlance.publishing.release.PersistedCatalogFixtures.persistedCatalog;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.PersistedCatalogFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {
    private static final int SIZE = 100;
    private static final String UNFINISHED = ".01234567-89ab-cdef-0123-456789abcdef.unfinished-snapshot";

    @TempDir
    private Path temporary;
    private Path folder;
    private SnapshotFolder files;

    @BeforeEach
    void createsMissingFolder() {
        folder = temporary.resolve("a/b");
        files = new SnapshotFolder(folder);
    }

    @Test
    void loadsWhatWasSaved() {
        files.save(persistedCatalog("parlance", 7, SIZE));
        files.save(persistedCatalog("errors", 3, SIZE));
        assertLoaded(persistedCatalog("errors", 3, SIZE), persistedCatalog("parlance", 7, SIZE));
    }

    @Test
    void savesCatalogWithoutReleases() {
        var empty = new PersistedCatalog(new CatalogName("errors"), false, new TreeMap<>(), List.of());
        files.save(empty);
        assertLoaded(empty);
    }

    @Test
    void storesSharedDocumentsOnce() throws IOException {
        int large = 10_000;
        files.save(persistedCatalog("errors", 3, large));
        assertThat(Files.size(folder.resolve("errors.snapshot"))).isBetween(6L * large, 7L * large);
        var releases = files.load().catalogs().get(0).releases();
        assertThat(releases.get(0).locales().get(0).reference()).isSameAs(releases.get(1).locales().get(0).reference());
    }

    @Test
    void loadsNothingFromMissingFolder() {
        assertLoaded();
    }

    @Test
    void retainsPreviousFile() {
        files.save(persistedCatalog("errors", 3, SIZE));
        files.save(persistedCatalog("errors", 4, SIZE));
        assertThat(names(folder)).containsExactlyInAnyOrder("errors.snapshot", "errors.previous-snapshot");
        assertThat(SnapshotFile.isIntact(folder.resolve("errors.previous-snapshot"))).isTrue();
        assertLoaded(persistedCatalog("errors", 4, SIZE));
    }

    @Test
    void loadsPreviousFileAfterInterruptedRename() throws IOException {
        files.save(persistedCatalog("errors", 3, SIZE));
        Files.move(folder.resolve("errors.snapshot"), folder.resolve("errors.previous-snapshot"));
        assertLoaded(persistedCatalog("errors", 3, SIZE).withUnknownVisibility());
        files.save(persistedCatalog("errors", 4, SIZE));
        assertLoaded(persistedCatalog("errors", 4, SIZE));
        Files.delete(folder.resolve("errors.snapshot"));
        assertLoaded(persistedCatalog("errors", 3, SIZE).withUnknownVisibility());
    }

    @Test
    void restrictsFilesAndFoldersToOwner() throws IOException {
        files.save(persistedCatalog("errors", 3, SIZE));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("errors.snapshot"))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.resolve("errors.snapshot"), PosixFilePermissions.fromString("rw-r--r--"));
        assertLoaded(persistedCatalog("errors", 3, SIZE));
        assertThat(permissions(folder.resolve("errors.snapshot"))).as("of an earlier version").isEqualTo("rw-------");
        files.save(persistedCatalog("docs", 3, SIZE));
        assertThat(permissions(folder)).as("of an earlier version").isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void doesNotReplacePreviousFileWithCorruptOne() throws IOException {
        files.save(persistedCatalog("errors", 3, SIZE));
        files.save(persistedCatalog("errors", 4, SIZE));
        Files.write(folder.resolve("errors.snapshot"), new byte[10]);
        files.save(persistedCatalog("errors", 5, SIZE));
        assertLoaded(persistedCatalog("errors", 5, SIZE));
        Files.delete(folder.resolve("errors.snapshot"));
        assertLoaded(persistedCatalog("errors", 3, SIZE).withUnknownVisibility());
    }

    @Test
    void separatesCatalogsWithSimilarNames() {
        var names = List.of("a", "a.previous-snapshot", "a.snapshot", "a.snapshot.snapshot",
                "a" + UNFINISHED.replace("unfinished-snapshot", "snapshot"), "a" + UNFINISHED, "a-b", "x".repeat(128));
        for (int round = 3; round < 6; round++) {
            for (var name : names) {
                files.save(persistedCatalog(name, round, SIZE));
            }
        }
        assertThat(names(folder)).hasSize(2 * names.size());
        assertLoaded(names.stream().sorted().map(it -> persistedCatalog(it, 5, SIZE)).toArray(PersistedCatalog[]::new));
    }

    @Test
    void deletesOnlyTemporaryFilesOfSameCatalog() throws IOException {
        var others = List.of("errors.unfinished-snapshot", "errors.txt.unfinished-snapshot", "errors.tmp", "errors" + UNFINISHED + "~",
                "other" + UNFINISHED, "notes.txt");
        Files.createDirectories(folder);
        for (var name : others) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(folder.resolve("errors" + UNFINISHED));
        files.save(persistedCatalog("errors", 3, SIZE));
        assertThat(names(folder)).containsAll(others).hasSize(others.size() + 1);
    }

    @Test
    void ignoresUnrelatedFiles() throws IOException {
        files.save(persistedCatalog("errors", 3, SIZE));
        for (var name : List.of("Errors.snapshot", ".snapshot", "-.previous-snapshot", "errors.snapshot.bak",
                "zusätze.snapshot", "errors" + UNFINISHED)) {
            Files.write(folder.resolve(name), new byte[] {1});
        }
        Files.createDirectory(folder.resolve("folder.snapshot"));
        assertLoaded(persistedCatalog("errors", 3, SIZE));
    }

    @Test
    void acceptsSymbolicLinkToFolder() throws IOException {
        var real = Files.createDirectory(temporary.resolve("real"));
        var linked = new SnapshotFolder(Files.createSymbolicLink(temporary.resolve("linked"), real));
        linked.save(persistedCatalog("errors", 3, SIZE));
        assertThat(linked.load().catalogs()).hasSize(1);
    }

    @Test
    void failsWhenFolderCannotBeCreated() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        var below = new SnapshotFolder(file.resolve("folder"));
        assertThatThrownBy(() -> below.save(persistedCatalog("errors", 3, SIZE))).isInstanceOf(UncheckedIOException.class);
        assertThat(below.load()).isEqualTo(new SnapshotFolder.LoadResult(List.of(), List.of()));
    }

    @Test
    void reportsErrorWhenFolderIsAFile() throws IOException {
        var none = new SnapshotFolder(Files.createFile(temporary.resolve("file")));
        assertThatThrownBy(() -> none.save(persistedCatalog("errors", 3, SIZE))).isInstanceOf(UncheckedIOException.class);
        assertThat(none.load().catalogs()).isEmpty();
        assertThat(none.load().errors()).singleElement().asString().contains("file cannot be listed: ");
    }

    @Test
    void deletesTemporaryFileWhenRenameFails() throws IOException {
        files.save(persistedCatalog("errors", 3, SIZE));
        Files.move(folder.resolve("errors.snapshot"), folder.resolve("errors.previous-snapshot"));
        Files.createDirectories(folder.resolve("errors.snapshot/full"));
        assertThatThrownBy(() -> files.save(persistedCatalog("errors", 4, SIZE))).isInstanceOf(UncheckedIOException.class);
        assertThat(names(folder)).containsExactlyInAnyOrder("errors.snapshot", "errors.previous-snapshot");
        assertLoaded(persistedCatalog("errors", 3, SIZE).withUnknownVisibility());
    }

    @Test
    void rejectsChannelWithoutRelease() {
        var releases = persistedCatalog("errors", 3, SIZE).releases();
        assertThatThrownBy(() -> new PersistedCatalog(new CatalogName("errors"), false, new TreeMap<>(Map.of("production", 9)), releases))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("{production=9}");
        assertThatThrownBy(() -> new PersistedCatalog(new CatalogName("other"), false, new TreeMap<>(), releases))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("release of errors");
    }

    private void assertLoaded(PersistedCatalog... expected) {
        var loaded = files.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.catalogs()).extracting(PersistedCatalogFixtures::describe)
                .containsExactly(Stream.of(expected).map(PersistedCatalogFixtures::describe).toArray(String[]::new));
    }

    static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(it -> it.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
