package dev.parlance;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which libraries create temporary files, such as the native code that they load.
 *
 * <p>Some libraries use predictable file names. In the shared temporary folder, other users of the machine could therefore make them load
 * foreign code. Libraries read the location from system properties when they are initialized.
 */
final class LibraryFiles {
    private static final String ZSTD_PROPERTY = "ZstdTempFolder";

    private LibraryFiles() {
    }

    /** Uses a folder of the service. Deletes files that a killed service left there. */
    static void useFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PrivateFiles.deleteTree(folder);
        }
        PrivateFiles.createFolder(folder);
        setLocation(folder);
    }

    /** Uses a new folder with a random name and mode 0700 in the shared temporary folder. It is deleted when the JVM exits. */
    static void useNewFolder() throws IOException {
        // In development mode, this runs again after each change.
        if (System.getProperty(ZSTD_PROPERTY) == null) {
            var folder = Files.createTempDirectory("parlance-");
            setLocation(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-library-files"));
        }
    }

    private static void setLocation(Path folder) {
        System.setProperty("java.io.tmpdir", folder.toString());
        System.setProperty(ZSTD_PROPERTY, folder.toString());
    }

    private static void delete(Path folder) {
        try {
            PrivateFiles.deleteTree(folder);
        } catch (IOException e) {
            System.err.println("Cannot delete the temporary files in " + folder + ": " + e.getMessage());
        }
    }
}
