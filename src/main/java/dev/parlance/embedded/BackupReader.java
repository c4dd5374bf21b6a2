package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads what {@link BackupWriter} has written. */
final class BackupReader {
    private static final int BUFFER_BYTES = 1 << 16;

    private BackupReader() {
    }

    /**
     * Unpacks a backup into a new folder. Only the owner can access the files.
     *
     * @throws IOException if the file is no backup, incomplete or damaged; the folder then has part of the files
     */
    static void unpack(Path file, Path folder) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES); var archive = new TarArchiveInputStream(in, "UTF-8")) {
            requireHeader(file, archive);
            PrivateFiles.createFolder(folder);
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, folder);
            }
            // The checksum is at the end of the file, after the archive.
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            throw new IOException(file + " is damaged, incomplete or not a backup", e);
        }
    }

    private static void requireHeader(Path file, TarArchiveInputStream archive) throws IOException {
        var header = archive.getNextEntry();
        if (header == null || !header.getName().equals(BackupWriter.HEADER)) {
            throw new IOException(file + " is not a backup of Parlance");
        }
        var version = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
        if (!version.equals(BackupWriter.VERSION)) {
            throw new IOException(file + " was written by a later version of Parlance");
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the backup contains a path outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            PrivateFiles.createFolder(target);
        } else if (entry.isFile()) {
            PrivateFiles.createFolder(target.getParent());
            try (var out = Channels.newOutputStream(Files.newByteChannel(target,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PrivateFiles.newFile()))) {
                content.transferTo(out);
            }
        } else {
            throw new IOException("the backup contains neither a file nor a folder: " + entry.getName());
        }
    }
}
