package dev.parlance.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a backup: a compressed tar archive of a data folder, after an entry that identifies the format. */
final class BackupWriter implements Closeable {
    static final String HEADER = "parlance-backup";
    static final String VERSION = "1";

    private static final int BUFFER_BYTES = 1 << 16;

    private final GZIPOutputStream compressed;
    private final TarArchiveOutputStream archive;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    BackupWriter(OutputStream out) throws IOException {
        compressed = new GZIPOutputStream(out, BUFFER_BYTES);
        archive = new TarArchiveOutputStream(compressed, "UTF-8");
        archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        addText(HEADER, VERSION);
    }

    void addFolder(String name) throws IOException {
        archive.putArchiveEntry(new TarArchiveEntry(name + "/"));
        archive.closeArchiveEntry();
    }

    void addText(String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        archive.putArchiveEntry(entry);
        archive.write(bytes);
        archive.closeArchiveEntry();
    }

    /**
     * Adds a file that PostgreSQL may change or delete meanwhile, as the log repairs it.
     *
     * <p>A deleted file is left out. Of one that grows, the bytes it had at first are added; one that shrinks is filled with zeros.
     */
    void addFile(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            long left = Files.size(file);
            var entry = new TarArchiveEntry(name);
            entry.setSize(left);
            archive.putArchiveEntry(entry);
            while (left > 0) {
                int count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                if (count == 0) {
                    count = (int) Math.min(left, buffer.length);
                    Arrays.fill(buffer, 0, count, (byte) 0);
                }
                archive.write(buffer, 0, count);
                left -= count;
            }
            archive.closeArchiveEntry();
        } catch (NoSuchFileException e) {
            // Deleted since the folder was listed.
        }
    }

    /** Completes the backup. The stream that receives it stays open. */
    void finish() throws IOException {
        archive.finish();
        compressed.finish();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
