package dev.parlance.publishing.files;

import static dev.parlance.publishing.release.KeptForTests.described;
import static dev.parlance.publishing.release.KeptForTests.kept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.release.KeptForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as a bad disk, a bad copy or another version leaves them. */
class SnapshotDamageTest {
    private static final int VERSION_AT = 8;

    @TempDir
    private Path folder;
    private Path current;
    private Path previous;
    private SnapshotFiles files;

    enum Damage {
        FLIP((bytes, at) -> {
            bytes[at] ^= 1;
            return bytes;
        }),
        TRUNCATE(Arrays::copyOf),
        ZERO((bytes, at) -> {
            Arrays.fill(bytes, at, bytes.length, (byte) 0);
            return bytes;
        });

        private final BiFunction<byte[], Integer, byte[]> act;

        Damage(BiFunction<byte[], Integer, byte[]> act) {
            this.act = act;
        }

        byte[] at(int offset, byte[] bytes) {
            return act.apply(bytes.clone(), offset);
        }
    }

    @BeforeEach
    void names() {
        current = folder.resolve("errors.snapshot");
        previous = folder.resolve("errors.previous-snapshot");
        files = new SnapshotFiles(folder);
    }

    @ParameterizedTest
    @EnumSource
    void aSmallFileDamagedAnywhereGivesWayToTheOneBefore(Damage damage) throws IOException {
        everyDamageGivesWay(damage, 10, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aLargeFileDamagedAnywhereGivesWayToTheOneBefore(Damage damage) throws IOException {
        everyDamageGivesWay(damage, 100_000, 9_973);
    }

    private void everyDamageGivesWay(Damage damage, int size, int step) throws IOException {
        files.save(kept("errors", 3, size));
        files.save(kept("errors", 4, size));
        var bytes = Files.readAllBytes(current);
        for (int offset = 0; offset < bytes.length; offset += step) {
            Files.write(current, damage.at(offset, bytes));
            assertGivesWayToRelease(3, size);
        }
        assertThat(SnapshotFile.whole(previous)).isTrue();
        Files.write(current, bytes);
        assertThat(files.load().refused()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutOneBeforeADamagedFileKeepsNothing(Damage damage) throws IOException {
        files.save(kept("errors", 3, 10));
        var bytes = Files.readAllBytes(current);
        for (int offset = 0; offset < bytes.length; offset++) {
            Files.write(current, damage.at(offset, bytes));
            var loaded = files.load();
            assertThat(loaded.kept()).isEmpty();
            assertThat(loaded.refused()).singleElement().asString().startsWith(current + ": it");
        }
    }

    @Test
    void bothDamagedKeepsNothingAndSaysSoOfBoth() throws IOException {
        files.save(kept("other", 9, 10));
        files.save(kept("errors", 3, 10));
        Files.copy(current, previous);
        Files.write(current, new byte[0]);
        Files.write(previous, Damage.FLIP.at(100, Files.readAllBytes(previous)));
        var loaded = files.load();
        assertThat(loaded.kept()).extracting(it -> it.catalog().value()).containsExactly("other");
        assertThat(loaded.refused()).containsExactly(
                current + ": it ends within the header", previous + ": its bytes do not agree with their digest");
    }

    @ParameterizedTest
    @CsvSource({"0, does not begin as a snapshot does", "11, its format is version 0", "19, its payload should have", "20, do not agree",
        "52, do not agree"})
    void theLineSaysWhatIsWrong(int offset, String reason) throws IOException {
        files.save(kept("errors", 3, 10));
        Files.write(current, Damage.FLIP.at(offset, Files.readAllBytes(current)));
        assertThat(files.load().refused()).singleElement().asString().contains(reason);
    }

    @Test
    void anotherVersionIsNotRead() throws IOException {
        files.save(kept("errors", 3, 10));
        files.save(kept("errors", 4, 10));
        var bytes = Files.readAllBytes(current);
        bytes[VERSION_AT + Integer.BYTES - 1] = 2;
        Files.write(current, bytes);
        assertThat(files.load().refused()).containsExactly(current + ": its format is version 2, not 1");
        assertGivesWayToRelease(3, 10);
    }

    @Test
    void moreThanItsLengthIsNotRead() throws IOException {
        files.save(kept("errors", 3, 10));
        files.save(kept("errors", 4, 10));
        var bytes = Files.readAllBytes(current);
        Files.write(current, Arrays.copyOf(bytes, bytes.length + 1));
        assertGivesWayToRelease(3, 10);
    }

    @Test
    void theFileOfAnotherCatalogIsNotRead() throws IOException {
        files.save(kept("errors", 3, 10));
        files.save(kept("errors", 4, 10));
        files.save(kept("other", 9, 10));
        Files.move(folder.resolve("other.snapshot"), current, StandardCopyOption.REPLACE_EXISTING);
        assertThat(files.load().refused()).containsExactly(current + ": it keeps another catalog, other");
        assertGivesWayToRelease(3, 10);
    }

    private void assertGivesWayToRelease(int release, int size) {
        var loaded = files.load();
        assertThat(loaded.refused()).singleElement().asString().startsWith(current + ": it");
        assertThat(loaded.kept()).extracting(KeptForTests::described).containsExactly(described(kept("errors", release, size)));
    }
}
