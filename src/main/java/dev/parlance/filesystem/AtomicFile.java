package dev.parlance.filesystem;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that appears whole or not at all.
 *
 * <p>It is written under a temporary name in the folder of its target, forced to disk and renamed, and the folder is forced too: after
 * {@link #commit} it survives a power failure. Closing it without a commit deletes the temporary file. Each writer uses a temporary name
 * of its own, so concurrent writers can make each other fail but never mix their bytes.
 */
public final class AtomicFile implements Closeable {
    private static final String UUID_PATTERN = "\\.[0-9a-f-]{36}";

    private final Path temporary;
    private final FileChannel channel;
    private boolean committed;

    private AtomicFile(Path temporary, FileChannel channel) {
        this.temporary = temporary;
        this.channel = channel;
    }

    /**
     * Creates the temporary file, and the folder if it is missing. Deletes temporary files that killed writers left under the same name.
     *
     * <p>Only the owner can access the file, and the folder if it has the same owner.
     *
     * @param folder    of the target
     * @param name      the first part of the temporary name
     * @param extension the last part of the temporary name, with its dot
     */
    public static AtomicFile create(Path folder, String name, String extension) throws IOException {
        PrivateFiles.createFolder(folder);
        var file = open(folder, name, extension);
        PrivateFiles.restrictFolderOf(file.temporary);
        return file;
    }

    /**
     * Creates the temporary file in the folder of its target, which must exist and keeps its permissions: it need not belong to the
     * service. Deletes temporary files that killed writers left under the same name.
     */
    public static AtomicFile createBeside(Path target) throws IOException {
        return open(target.toAbsolutePath().getParent(), target.getFileName().toString(), "");
    }

    private static AtomicFile open(Path folder, String name, String extension) throws IOException {
        var leftover = Pattern.compile(Pattern.quote(name) + UUID_PATTERN + Pattern.quote(extension));
        for (var path : list(folder)) {
            if (leftover.matcher(path.getFileName().toString()).matches()) {
                Files.deleteIfExists(path);
            }
        }
        var temporary = folder.resolve(name + "." + UUID.randomUUID() + extension);
        return new AtomicFile(temporary,
                FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), PrivateFiles.newFile()));
    }

    /** The paths in a folder, in no particular order; empty if the folder does not exist. */
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        var paths = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(paths::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return paths;
    }

    /** The channel to write the content to, at position 0. */
    public FileChannel channel() {
        return channel;
    }

    /** A step between writing and renaming, such as keeping the previous file. */
    public interface BeforeRename {
        void run() throws IOException;
    }

    /** Makes the content durable under the name of the target, which it replaces. */
    public void commit(Path target, BeforeRename beforeRename) throws IOException {
        channel.force(true);
        channel.close();
        beforeRename.run();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        forceFolder();
    }

    /** Renames become durable with their folder. Windows does not open folders as files. */
    private void forceFolder() throws IOException {
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var folder = FileChannel.open(temporary.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }
}
