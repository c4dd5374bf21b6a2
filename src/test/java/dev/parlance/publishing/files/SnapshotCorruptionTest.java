package dev.parlance.publishing.files;

import static dev.parlance.publishing.release.PersistedCatalogFixtures.describe;
import static dev.parlance.publishing.release.PersistedCatalogFixtures.persistedCatalog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.release.PersistedCatalogFixtures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads files corrupted by a bad disk or an incomplete copy, and files of another format version. */
class SnapshotCorruptionTest {
    private static final int VERSION_AT = 8;
    private static final int HEADER_LENGTH = 52;

    @TempDir
    private Path folder;
    private Path current;
    private Path previous;
    private SnapshotFolder files;

    enum Corruption {
        FLIP((bytes, at) -> {
            bytes[at] ^= 1;
            return bytes;
        }),
        TRUNCATE(Arrays::copyOf),
        ZERO((bytes, at) -> {
            Arrays.fill(bytes, at, bytes.length, (byte) 0);
            return bytes;
        });

        private final BiFunction<byte[], Integer, byte[]> operation;

        Corruption(BiFunction<byte[], Integer, byte[]> operation) {
            this.operation = operation;
        }

        byte[] at(int offset, byte[] bytes) {
            return operation.apply(bytes.clone(), offset);
        }
    }

    @BeforeEach
    void setUpFiles() {
        current = folder.resolve("errors.snapshot");
        previous = folder.resolve("errors.previous-snapshot");
        files = new SnapshotFolder(folder);
    }

    @ParameterizedTest
    @EnumSource
    void loadsPreviousFileWhenSmallFileIsCorrupt(Corruption damage) throws IOException {
        assertEveryCorruptionFallsBack(damage, 10, 1);
    }

    @ParameterizedTest
    @EnumSource
    void loadsPreviousFileWhenLargeFileIsCorrupt(Corruption damage) throws IOException {
        assertEveryCorruptionFallsBack(damage, 100_000, 9_973);
    }

    private void assertEveryCorruptionFallsBack(Corruption damage, int size, int step) throws IOException {
        files.save(persistedCatalog("errors", 3, size));
        files.save(persistedCatalog("errors", 4, size));
        var bytes = Files.readAllBytes(current);
        for (int offset = 0; offset < bytes.length; offset += step) {
            Files.write(current, damage.at(offset, bytes));
            assertFallsBackToRelease(3, size);
        }
        assertThat(SnapshotFile.isIntact(previous)).isTrue();
        Files.write(current, bytes);
        assertThat(files.load().errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void loadsNothingWhenOnlyFileIsCorrupt(Corruption damage) throws IOException {
        files.save(persistedCatalog("errors", 3, 10));
        var bytes = Files.readAllBytes(current);
        for (int offset = 0; offset < bytes.length; offset++) {
            Files.write(current, damage.at(offset, bytes));
            var loaded = files.load();
            assertThat(loaded.catalogs()).isEmpty();
            assertThat(loaded.errors()).singleElement().asString().startsWith(current + ": it");
        }
    }

    @Test
    void reportsBothFilesWhenBothAreCorrupt() throws IOException {
        files.save(persistedCatalog("other", 9, 10));
        files.save(persistedCatalog("errors", 3, 10));
        Files.copy(current, previous);
        Files.write(current, new byte[0]);
        Files.write(previous, Corruption.FLIP.at(100, Files.readAllBytes(previous)));
        var loaded = files.load();
        assertThat(loaded.catalogs()).extracting(it -> it.catalog().value()).containsExactly("other");
        assertThat(loaded.errors()).containsExactly(
                current + ": it ends within the header", previous + ": its bytes do not match their digest");
    }

    @ParameterizedTest
    @CsvSource({"0, is not a snapshot file", "11, its format is version 3", "19, its payload should have", "20, do not match",
        "52, do not match"})
    void reportsCauseOfCorruption(int offset, String reason) throws IOException {
        files.save(persistedCatalog("errors", 3, 10));
        Files.write(current, Corruption.FLIP.at(offset, Files.readAllBytes(current)));
        assertThat(files.load().errors()).singleElement().asString().contains(reason);
    }

    @Test
    void rejectsOtherFormatVersion() throws IOException {
        files.save(persistedCatalog("errors", 3, 10));
        files.save(persistedCatalog("errors", 4, 10));
        var bytes = Files.readAllBytes(current);
        bytes[VERSION_AT + Integer.BYTES - 1] = 3;
        Files.write(current, bytes);
        assertThat(files.load().errors()).containsExactly(current + ": its format is version 3, not 1 or 2");
        assertFallsBackToRelease(3, 10);
    }

    /** Version 1 has no byte for the visibility after the name of the catalog. */
    @Test
    void readsVersionWithoutVisibility() throws Exception {
        files.save(persistedCatalog("errors", 3, 10));
        var written = ByteBuffer.wrap(Files.readAllBytes(current));
        int visibilityAt = HEADER_LENGTH + Short.BYTES + "errors".length();
        var payload = ByteBuffer.allocate(written.capacity() - HEADER_LENGTH - 1)
                .put(written.slice(HEADER_LENGTH, visibilityAt - HEADER_LENGTH))
                .put(written.slice(visibilityAt + 1, written.capacity() - visibilityAt - 1)).array();
        var digest = MessageDigest.getInstance("SHA-256").digest(payload);
        Files.write(current, ByteBuffer.allocate(HEADER_LENGTH + payload.length).put(written.slice(0, VERSION_AT)).putInt(1)
                .putLong(payload.length).put(digest).put(payload).array());
        assertThat(files.load().errors()).isEmpty();
        assertThat(files.load().catalogs()).extracting(PersistedCatalogFixtures::describe)
                .containsExactly(describe(persistedCatalog("errors", 3, 10).withUnknownVisibility()));
    }

    @Test
    void rejectsTrailingBytes() throws IOException {
        files.save(persistedCatalog("errors", 3, 10));
        files.save(persistedCatalog("errors", 4, 10));
        var bytes = Files.readAllBytes(current);
        Files.write(current, Arrays.copyOf(bytes, bytes.length + 1));
        assertFallsBackToRelease(3, 10);
    }

    @Test
    void rejectsFileOfAnotherCatalog() throws IOException {
        files.save(persistedCatalog("errors", 3, 10));
        files.save(persistedCatalog("errors", 4, 10));
        files.save(persistedCatalog("other", 9, 10));
        Files.move(folder.resolve("other.snapshot"), current, StandardCopyOption.REPLACE_EXISTING);
        assertThat(files.load().errors()).containsExactly(current + ": it contains another catalog, other");
        assertFallsBackToRelease(3, 10);
    }

    private void assertFallsBackToRelease(int release, int size) {
        var loaded = files.load();
        assertThat(loaded.errors()).singleElement().asString().startsWith(current + ": it");
        assertThat(loaded.catalogs()).extracting(PersistedCatalogFixtures::describe)
                .containsExactly(describe(persistedCatalog("errors", release, size).withUnknownVisibility()));
    }
}
