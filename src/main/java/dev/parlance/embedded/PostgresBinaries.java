package dev.parlance.embedded;

import dev.parlance.filesystem.AtomicFile;
import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * The unpacked programs of PostgreSQL.
 *
 * <p>They are in a folder of the service, not in a shared temporary one, so that other users cannot replace them. Each version has a
 * folder named after the digest of its archive. A file next to it records the digest of the unpacked folder, which is verified at every
 * start; a damaged folder is unpacked again.
 */
final class PostgresBinaries {
    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);
    private static final String DIGEST_EXTENSION = ".sha256";

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs, unless an intact copy exists.
     *
     * @param parent the folder of all versions, created if it is missing
     * @throws IOException if another user owns or can change any of the files
     */
    static PostgresBinaries prepare(Path parent, PostgresArchive archive) throws IOException {
        if (Files.isSymbolicLink(parent)) {
            throw new IOException(parent + " is a symbolic link");
        }
        PrivateFiles.createFolder(parent);
        var user = PrivateFiles.currentUser(parent);
        requireUnchangeableByOthers(parent, user);
        var folder = parent.resolve(archive.digest());
        var recorded = parent.resolve(folder.getFileName() + DIGEST_EXTENSION);
        if (!Files.isRegularFile(recorded) || !Files.isDirectory(folder) || !Files.readString(recorded).equals(digest(folder))) {
            if (Files.exists(recorded)) {
                LOG.warnf("The programs of PostgreSQL in %s are damaged; unpacking them again", folder);
            }
            // A folder without a recorded digest counts as damaged, so an interrupted unpacking is repeated.
            deleteEntries(parent);
            PrivateFiles.createFolder(folder);
            archive.unpack(folder);
            DatabaseAccess.write(recorded, digest(folder));
        }
        return new PostgresBinaries(folder);
    }

    /** Returns the path of a program, such as {@code pg_ctl}. */
    Path program(String name) {
        return folder.resolve("bin").resolve(System.getProperty("os.name").startsWith("Windows") ? name + ".exe" : name);
    }

    private static void requireUnchangeableByOthers(Path parent, UserPrincipal user) throws IOException {
        try (var paths = Files.walk(parent)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                PrivateFiles.requireUnchangeableByOthers(path, user);
                if (Files.isSymbolicLink(path) && !path.toRealPath().startsWith(parent.toRealPath())) {
                    throw new IOException(path + " is a symbolic link to another folder");
                }
            }
        }
    }

    /** Returns the SHA-256 of the names and contents of all files, in lower-case hexadecimal. */
    private static String digest(Path folder) throws IOException {
        var sha = PostgresArchive.newSha256();
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.sorted()::iterator) {
                sha.update((folder.relativize(path) + "\n" + Files.isExecutable(path) + "\n").getBytes(StandardCharsets.UTF_8));
                if (Files.isSymbolicLink(path)) {
                    sha.update(Files.readSymbolicLink(path).toString().getBytes(StandardCharsets.UTF_8));
                } else if (Files.isRegularFile(path)) {
                    sha.update(PostgresArchive.newSha256().digest(Files.readAllBytes(path)));
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void deleteEntries(Path parent) throws IOException {
        for (var entry : AtomicFile.list(parent)) {
            PrivateFiles.deleteTree(entry);
        }
    }
}
