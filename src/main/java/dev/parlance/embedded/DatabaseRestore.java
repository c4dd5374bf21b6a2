package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Restores an embedded database from the file of a {@link DatabaseBackup}. */
public final class DatabaseRestore {
    /** Far longer than replaying the log of a backup takes. */
    private static final Duration RECOVERY_TIMEOUT = Duration.ofHours(1);

    private DatabaseRestore() {
    }

    /**
     * Restores a database. The present data are replaced only after the backup has been unpacked and recovered.
     *
     * @param folder  of the embedded database, created if it is missing
     * @param replace whether to replace present data
     * @throws IOException if a service uses the folder, if it has data that may not be replaced, or if the backup cannot be restored; the
     *         data are unchanged then
     */
    public static void restore(Path folder, Path file, boolean replace) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file");
        }
        var opened = DatabaseFolder.open(folder);
        var lock = opened.lock();
        try {
            if (opened.hasData() && !replace) {
                throw new IOException("there is a database in " + opened.path() + " already; --replace deletes it");
            }
            new PostgresProcesses(opened.data(), opened.programs()).endLeftovers();
            opened.tidy();
            try {
                prepare(opened, file);
                opened.replaceData();
            } finally {
                if (Files.exists(opened.unfinished())) {
                    PrivateFiles.deleteTree(opened.unfinished());
                }
            }
        } finally {
            DatabaseFolder.release(lock);
        }
    }

    /** Prepares the new data, with the present password of the superuser. Its database and recovery prove that the backup is usable. */
    private static void prepare(DatabaseFolder folder, Path file) throws IOException {
        BackupReader.unpack(file, folder.unfinished());
        var binaries = PostgresBinaries.prepare(folder.programs(), PostgresArchive.find());
        var recovery = new SingleUserMode(new PostgresCommand(binaries, folder.path()), folder.unfinished());
        // Without known passwords, the next start sets new ones.
        var statement = DatabaseAccess.load(folder.path()).map(DatabaseAccess::setSuperuserPassword).orElse("select 1");
        recovery.execute(DatabaseAccess.DATABASE, statement, RECOVERY_TIMEOUT);
    }
}
