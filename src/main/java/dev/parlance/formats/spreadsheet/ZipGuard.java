package dev.parlance.formats.spreadsheet;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Enforces limits on the archive of a workbook.
 *
 * <p>The declared sizes are checked before anything is inflated. Because they may be wrong, the entries are then inflated once without
 * storing them, up to the same limits.
 */
final class ZipGuard {
    private static final int MAX_ENTRIES = 1000;
    /** The XML of a sheet with 100,000 messages in ten locales takes about 80 MB. */
    private static final long MAX_BYTES = 128L * 1024 * 1024;
    /** Sheets compress to a tenth of their size, repeated cells to a hundredth. */
    private static final int MAX_RATIO = 200;
    /** Below this size, the ratio is irrelevant. */
    private static final long MIN_CHECKED_SIZE = 1024 * 1024;
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final int HEAD = 1024;

    private ZipGuard() {
    }

    /**
     * Checks an archive.
     *
     * @return the names of its entries
     * @throws FileFormatException if the file is not an archive, exceeds a limit, has unsafe paths, or declares entities
     */
    static Set<String> check(SourceFile file) {
        try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file.bytes())).get()) {
            var entries = Collections.list(zip.getEntries());
            checkEntries(file, entries);
            long total = 0;
            for (var entry : entries) {
                try (var content = zip.getInputStream(entry)) {
                    total += inflate(file, entry, content, MAX_BYTES - total);
                }
                try (var content = zip.getInputStream(entry)) {
                    CellReferences.check(file, content);
                }
            }
            return entries.stream().map(ZipArchiveEntry::getName).collect(Collectors.toSet());
        } catch (IOException | IllegalArgumentException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
    }

    private static void checkEntries(SourceFile file, List<ZipArchiveEntry> entries) {
        long total = 0;
        var names = new HashSet<String>();
        for (var entry : entries) {
            var name = entry.getName();
            boolean outside = name.startsWith("/") || name.contains("\\") || name.contains(":") || List.of(name.split("/")).contains("..");
            if (outside || !names.add(name)) {
                throw new FileFormatException(file.path(), FileFault.UNSAFE_PATH, 0, name);
            }
            total += Math.max(0, entry.getSize());
            if (entries.size() > MAX_ENTRIES || total > MAX_BYTES || exceedsRatio(entry, entry.getSize())) {
                throw tooLarge(file, name);
            }
        }
    }

    private static long inflate(SourceFile file, ZipArchiveEntry entry, InputStream content, long limit) throws IOException {
        var buffer = new byte[64 * 1024];
        int head = content.readNBytes(buffer, 0, HEAD);
        if (new String(buffer, 0, head, StandardCharsets.ISO_8859_1).contains(DOCTYPE)) {
            throw new FileFormatException(file.path(), FileFault.ENTITY, 0, entry.getName() + " has a document type declaration");
        }
        long size = head;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit || size > entry.getSize() || exceedsRatio(entry, size)) {
                throw tooLarge(file, entry.getName());
            }
        }
        return size;
    }

    private static boolean exceedsRatio(ZipArchiveEntry entry, long size) {
        return size > MIN_CHECKED_SIZE && size / MAX_RATIO > Math.max(1, entry.getCompressedSize());
    }

    private static FileFormatException tooLarge(SourceFile file, String entry) {
        return new FileFormatException(file.path(), FileFault.TOO_LARGE, 0, entry + " expands to more than allowed");
    }
}
