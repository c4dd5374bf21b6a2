package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * The private folder of an embedded database, which one process at a time uses.
 *
 * <p>New data are prepared in {@link #unfinished}. A restore is committed by renaming that folder to {@link #restored}: if the process is
 * killed later, the next start finishes the restore.
 *
 * @param path a real path
 */
record DatabaseFolder(Path path) {
    /**
     * Opens a folder, and creates it if it is missing.
     *
     * @throws IOException if other users can change its files
     */
    static DatabaseFolder open(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        var real = folder.toRealPath();
        if (PrivateFiles.isShared(real)) {
            throw new IOException("all users can create files in " + real + ", so the embedded database needs another folder");
        }
        PrivateFiles.requireOwner(real, PrivateFiles.currentUser(real));
        PrivateFiles.restrict(real);
        return new DatabaseFolder(real);
    }

    Path data() {
        return path.resolve("data");
    }

    /** Data that an interrupted process may have left incomplete. */
    Path unfinished() {
        return path.resolve("data.unfinished");
    }

    /** The folder of the unpacked programs. */
    Path programs() {
        return path.resolve("postgresql");
    }

    private Path restored() {
        return path.resolve("data.restored");
    }

    private Path replaced() {
        return path.resolve("data.replaced");
    }

    boolean hasData() {
        return Files.exists(data().resolve("PG_VERSION")) || Files.exists(restored());
    }

    /** Makes {@link #unfinished}, which is complete now, the data. The previous data are deleted. */
    void replaceData() throws IOException {
        if (Files.exists(restored())) {
            PrivateFiles.deleteTree(restored());
        }
        Files.move(unfinished(), restored(), StandardCopyOption.ATOMIC_MOVE);
        finishRestore();
    }

    /** Finishes or undoes what a killed process has begun. */
    void tidy() throws IOException {
        delete(unfinished());
        finishRestore();
    }

    private void finishRestore() throws IOException {
        if (Files.exists(restored())) {
            if (Files.exists(data())) {
                delete(replaced());
                Files.move(data(), replaced(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(restored(), data(), StandardCopyOption.ATOMIC_MOVE);
        }
        delete(replaced());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PrivateFiles.deleteTree(folder);
        }
    }

    /** @throws IOException if another process holds the lock */
    FileLock lock() throws IOException {
        return tryLock().orElseThrow(() -> new IOException("another Parlance process uses the folder " + path));
    }

    /** Locks the folder; empty if another process holds the lock. */
    Optional<FileLock> tryLock() throws IOException {
        var file = path.resolve("lock");
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.newFile());
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                PrivateFiles.restrict(file);
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException e) {
            // This process holds the lock.
        }
        channel.close();
        return Optional.empty();
    }

    static void release(FileLock lock) throws IOException {
        lock.release();
        lock.acquiredBy().close();
    }
}
