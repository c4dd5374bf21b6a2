package dev.parlance.filesystem;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that only the user of the service can access: modes 0600 and 0700.
 *
 * <p>File systems without POSIX permissions keep their own access rules; there, nothing is checked or changed.
 */
public final class PrivateFiles {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final boolean UNIX = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    private static final int STICKY = 01000;
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateFiles() {
    }

    /** Returns the attributes of a new private file. */
    public static FileAttribute<?>[] newFile() {
        return attributes(FILE);
    }

    /** Creates a folder and its missing parents. An existing folder keeps its permissions. */
    public static void createFolder(Path folder) throws IOException {
        // createDirectories alone rejects a symbolic link to a directory before JDK 20.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(FOLDER));
        }
    }

    /**
     * Removes the permissions of other users from a file or folder. Symbolic links are not followed.
     *
     * @throws IOException also if it belongs to another user
     */
    public static void restrict(Path path) throws IOException {
        if (POSIX && !Files.isSymbolicLink(path)) {
            var permissions = Files.isDirectory(path) ? FOLDER : FILE;
            if (!permissions.equals(Files.getPosixFilePermissions(path))) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }

    /**
     * Removes the permissions of other users from the folder of a file that this process has created.
     *
     * <p>A shared folder keeps its permissions, and so does one of another user, such as a mounted volume.
     */
    static void restrictFolderOf(Path ownFile) throws IOException {
        var folder = ownFile.toAbsolutePath().getParent().toRealPath();
        if (Files.getOwner(folder).equals(Files.getOwner(ownFile)) && !isShared(folder)) {
            restrict(folder);
        }
    }

    /** Returns whether a folder has the sticky bit, as {@code /tmp} does, because several users create files in it. */
    public static boolean isShared(Path folder) throws IOException {
        return UNIX && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }

    /** Returns the user who owns the files that this process creates in a folder. */
    public static UserPrincipal currentUser(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "owner", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    /**
     * Checks that no other user can replace a file or the entries of a folder. Symbolic links are not followed.
     *
     * @throws IOException if the path belongs to another user, or its group or other users can write to it
     */
    public static void requireUnchangeableByOthers(Path path, UserPrincipal user) throws IOException {
        requireOwner(path, user);
        if (POSIX && !Files.isSymbolicLink(path)
                && Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream().anyMatch(OTHERS_WRITE::contains)) {
            throw new IOException("other users can write to " + path);
        }
    }

    /** @throws IOException if the path belongs to another user */
    public static void requireOwner(Path path, UserPrincipal user) throws IOException {
        var owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(user)) {
            throw new IOException(path + " belongs to the user " + owner.getName() + ", not to " + user.getName());
        }
    }

    /**
     * Deletes a file, or a folder with its contents. Symbolic links are deleted, not followed. Files that disappear during the call are
     * ignored.
     */
    public static void deleteTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)} : new FileAttribute<?>[0];
    }
}
