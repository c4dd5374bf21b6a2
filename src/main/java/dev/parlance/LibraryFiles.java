package dev.parlance;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which libraries create temporary files, such as the native code that they load.
 *
 * <p>In the shared temporary folder, some of them use names that other users of the machine can predict, and could have them load other
 * code. They read the location from system properties when they are initialized.
 */
final class LibraryFiles {
    private static final String ZSTD_PROPERTY = "ZstdTempFolder";

    private LibraryFiles() {
    }

    /** Uses a folder of the service. Deletes what a killed service left in it. */
    static void keepIn(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PrivateFiles.deleteTree(folder);
        }
        PrivateFiles.createFolder(folder);
        use(folder);
    }

    /** Uses a new folder with a random name and mode 0700 in the shared temporary folder, which is deleted at the end. */
    static void keepInNewFolder() throws IOException {
        // In development mode, this runs again after each change.
        if (System.getProperty(ZSTD_PROPERTY) == null) {
            var folder = Files.createTempDirectory("parlance-");
            use(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-library-files"));
        }
    }

    private static void use(Path folder) {
        System.setProperty("java.io.tmpdir", folder.toString());
        System.setProperty(ZSTD_PROPERTY, folder.toString());
    }

    private static void delete(Path folder) {
        try {
            PrivateFiles.deleteTree(folder);
        } catch (IOException e) {
            System.err.println("The temporary files in " + folder + " are not deleted: " + e.getMessage());
        }
    }
}
