package dev.parlance.rest.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * The folder of temporary files of this process.
 *
 * <p>The process holds a lock on a file of the folder, which the operating system releases even if the process is killed. So the next
 * process can delete what others have left, and does not touch the files of those that are running.
 */
@Singleton
class UploadFolder {
    private static final String PREFIX = "parlance-uploads-";
    private static final String LOCK = "lock";
    private static final Duration START = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(UploadFolder.class);

    private final Path path;
    private final FileChannel lock;

    @Inject
    UploadFolder() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param parent the folder of the temporary files of all processes */
    UploadFolder(Path parent) {
        try {
            path = Files.createTempDirectory(parent, PREFIX);
            lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IllegalStateException(path + " is in use");
            }
            deleteAbandoned(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the folder when the service starts, so that the files of a killed process do not wait for the next upload. */
    void create(@Observes StartupEvent event) {
        LOG.debugf("Uploads are stored in %s", path);
    }

    Path path() {
        return path;
    }

    /** Only folders of the same user are considered: others may prepare a folder or a link to make this process delete files. */
    private void deleteAbandoned(Path parent) throws IOException {
        var owner = Files.getOwner(path);
        for (var folder : list(parent, PREFIX + "*")) {
            if (!folder.equals(path) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner) && isAbandoned(folder)) {
                delete(folder);
                LOG.infof("Deleted the uploads that a killed process left in %s", folder);
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return false;
        } catch (NoSuchFileException e) {
            // A process that is starting has not locked it yet.
            return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(START));
        }
    }

    private static void delete(Path folder) throws IOException {
        for (var file : list(folder, "*")) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        }
    }

    @PreDestroy
    void close() {
        try {
            lock.close();
            delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
