package dev.parlance.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Writes files of a project. */
public record FileWriter(Path folder) {

    /**
     * Writes a file unless it already has this content, so that its timestamp does not trigger a build.
     *
     * @return whether the file changed
     */
    public boolean write(String path, byte[] content) {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("outside of the folder: " + path);
        }
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            Files.createDirectories(file.getParent());
            // Readers, such as a running build, must see either the whole old file or the whole new file.
            var temporary = Files.createTempFile(file.getParent(), ".parlance", ".tmp");
            try {
                Files.write(temporary, content);
                copyPermissions(file, temporary);
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Restores the permissions, because temporary files are private and project files are not. */
    private static void copyPermissions(Path file, Path temporary) throws IOException {
        var view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.exists(file) ? Files.getPosixFilePermissions(file)
                    : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
