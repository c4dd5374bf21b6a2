package dev.parlance.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final String TEMPORARY = ".tmp";

    @TempDir
    Path folder;

    @Test
    void replacesTargetOnCommit() throws IOException {
        write("old");
        write("新しい");
        assertThat(target()).hasContent("新しい");
        assertThat(AtomicFile.list(folder)).containsExactly(target());
    }

    @Test
    void keepsTargetWhenClosedWithoutCommit() throws IOException {
        write("old");
        try (var file = AtomicFile.create(folder, "data", TEMPORARY)) {
            file.channel().write(bytes("half"));
        }
        assertThat(target()).hasContent("old");
        assertThat(AtomicFile.list(folder)).containsExactly(target());
    }

    @Test
    void keepsTargetWhenStepBeforeRenameFails() throws IOException {
        write("old");
        assertThatThrownBy(() -> {
            try (var file = AtomicFile.create(folder, "data", TEMPORARY)) {
                file.channel().write(bytes("new"));
                file.commit(target(), () -> {
                    throw new IOException("disk full");
                });
            }
        }).hasMessage("disk full");
        assertThat(target()).hasContent("old");
        assertThat(AtomicFile.list(folder)).containsExactly(target());
    }

    @Test
    void deletesOnlyLeftoversOfTheSameName() throws IOException {
        var leftover = Files.createFile(folder.resolve("data." + UUID.randomUUID() + TEMPORARY));
        var other = Files.createFile(folder.resolve("data.more." + UUID.randomUUID() + TEMPORARY));
        var unrelated = Files.createFile(folder.resolve("data.tmp"));
        write("new");
        assertThat(leftover).doesNotExist();
        assertThat(AtomicFile.list(folder)).containsExactlyInAnyOrder(target(), other, unrelated);
    }

    @Test
    void createsMissingFolders() throws IOException {
        var nested = folder.resolve("a/b");
        try (var file = AtomicFile.create(nested, "data", TEMPORARY)) {
            file.commit(nested.resolve("data"), () -> { });
        }
        assertThat(nested.resolve("data")).isEmptyFile();
    }

    @Test
    void isAccessibleToItsOwnerOnly() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
        try (var file = AtomicFile.create(folder, "secret", TEMPORARY)) {
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(AtomicFile.list(folder).get(0))).isEqualTo("rw-------");
            file.commit(folder.resolve("secret"), () -> { });
        }
        assertThat(permissions(folder.resolve("secret"))).isEqualTo("rw-------");
    }

    /** The sticky bit marks folders that all users share, such as /tmp. */
    @Test
    void leavesSharedFolderAlone() throws IOException {
        Files.setAttribute(folder, "unix:mode", 01777);
        try (var file = AtomicFile.create(folder, "secret", TEMPORARY)) {
            assertThat(permissions(folder)).isEqualTo("rwxrwxrwx");
            file.commit(folder.resolve("secret"), () -> { });
        }
        assertThat(permissions(folder.resolve("secret"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void listsNothingInMissingFolder() throws IOException {
        assertThat(AtomicFile.list(folder.resolve("missing"))).isEmpty();
    }

    private Path target() {
        return folder.resolve("data");
    }

    private void write(String content) throws IOException {
        try (var file = AtomicFile.create(folder, "data", TEMPORARY)) {
            file.channel().write(bytes(content));
            file.commit(target(), () -> { });
        }
    }

    private static ByteBuffer bytes(String content) {
        return ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
    }
}
