package dev.parlance.publishing.files;

import static dev.parlance.publishing.release.PersistedCatalogFixtures.describe;
import static dev.parlance.publishing.release.PersistedCatalogFixtures.persistedCatalog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.release.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies that files stay intact when the writing process is killed or the disk is full. */
class SnapshotKillTest {
    private static final int KILLS = 20;
    private static final int LATEST_MILLISECONDS = 50;

    @TempDir
    private Path folder;

    @Test
    void leavesOldOrNewFileWhenKilledWhileSaving() throws Exception {
        var files = new SnapshotFolder(folder);
        var random = new Random(7);
        int saved = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            saved = killedAfter(random.nextInt(LATEST_MILLISECONDS + 1), saved + 1);
            var loaded = files.load();
            assertThat(loaded.errors()).isEmpty();
            int present = loaded.catalogs().get(0).channels().get(Channel.PRODUCTION);
            assertThat(present).isBetween(saved, saved + 1);
            assertPersisted(files, present);
        }
        files.save(persistedCatalog(SnapshotSavingProcess.CATALOG, saved + 2, SnapshotSavingProcess.SIZE));
        assertPersisted(files, saved + 2);
        assertThat(SnapshotFolderTest.names(folder)).containsExactlyInAnyOrder("errors.snapshot", "errors.previous-snapshot");
    }

    /**
     * Kills a saving process after this many milliseconds.
     *
     * @return the last release that the process reported as saved
     */
    private int killedAfter(int milliseconds, int firstRelease) throws IOException, InterruptedException {
        var process = SnapshotSavingProcess.start("", folder, firstRelease);
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var last = lines.readLine();
            assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
            // Destroying through the Process would close its output before it is read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            return Integer.parseInt(lines.lines().reduce(last, (before, line) -> line));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Simulates a full disk with a file size limit, which needs no privileges: no space at all, or space for part of the file. */
    @ParameterizedTest
    @ValueSource(ints = {0, 64})
    void keepsOldFileWhenDiskIsFull(int blocks) throws Exception {
        var files = new SnapshotFolder(folder);
        files.save(persistedCatalog(SnapshotSavingProcess.CATALOG, 3, SnapshotSavingProcess.SIZE));
        var process = SnapshotSavingProcess.start("ulimit -f " + blocks + ";", folder, 4);
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines()).first().asString().contains("UncheckedIOException").contains("File too large");
        }
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(SnapshotFolderTest.names(folder)).containsExactly("errors.snapshot");
        assertPersisted(files, 3);
    }

    private static void assertPersisted(SnapshotFolder files, int release) {
        assertThat(files.load().errors()).isEmpty();
        // A process killed between the two renames leaves only the previous file, whose visibility is not trusted.
        assertThat(files.load().catalogs()).extracting(it -> describe(it.withUnknownVisibility()))
                .containsExactly(describe(persistedCatalog(SnapshotSavingProcess.CATALOG, release, SnapshotSavingProcess.SIZE)
                        .withUnknownVisibility()));
    }
}
