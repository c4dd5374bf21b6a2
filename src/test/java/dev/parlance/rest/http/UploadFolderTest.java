package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the files of ended processes are deleted, and those of running ones are not. */
class UploadFolderTest {
    @TempDir
    Path parent;

    @Test
    void deletesFilesOfKilledProcess() throws IOException {
        var abandoned = Files.createDirectory(parent.resolve("parlance-uploads-1"));
        Files.createFile(abandoned.resolve("lock"));
        Files.createFile(abandoned.resolve("import1.upload"));
        var folder = new UploadFolder(parent);
        assertThat(abandoned).doesNotExist();
        assertThat(folder.path()).isDirectory();
    }

    @Test
    void keepsFilesOfRunningProcess() throws IOException {
        var running = new UploadFolder(parent);
        var file = Files.createFile(running.path().resolve("import1.upload"));
        new UploadFolder(parent);
        assertThat(file).exists();
    }

    @Test
    void keepsFolderOfStartingProcess() throws IOException {
        var starting = Files.createDirectory(parent.resolve("parlance-uploads-1"));
        var failed = Files.createDirectory(parent.resolve("parlance-uploads-2"));
        Files.setLastModifiedTime(failed, FileTime.from(Instant.EPOCH));
        new UploadFolder(parent);
        assertThat(starting).exists();
        assertThat(failed).doesNotExist();
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        var target = Files.createDirectory(parent.resolve("target"));
        Files.createFile(target.resolve("lock"));
        Files.createSymbolicLink(parent.resolve("parlance-uploads-1"), target);
        new UploadFolder(parent);
        assertThat(target.resolve("lock")).exists();
    }

    @Test
    void deletesOwnFilesAtTheEnd() throws IOException {
        var folder = new UploadFolder(parent);
        Files.createFile(folder.path().resolve("import1.upload"));
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }
}
