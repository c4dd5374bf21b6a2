package dev.parlance.cli.server;

import dev.parlance.formats.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Creates and reads ZIP archives of the API, in memory. */
public final class FileArchive {
    /** The service exports at most as much as it can import. */
    private static final long MAX_EXPANDED = 500_000_000;

    private FileArchive() {
    }

    /** Packs files. Equal files produce equal bytes, so that the server recognises a repeated request. */
    public static byte[] pack(List<SourceFile> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files) {
                var entry = new ZipEntry(file.path());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Unpacks files by path. Paths outside of the folder are server errors. */
    public static Map<String, byte[]> unpack(byte[] archive) throws IOException {
        var files = new TreeMap<String, byte[]>();
        long expanded = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("/") || List.of(entry.getName().split("[/\\\\]")).contains("..")) {
                    throw new IOException("unsafe path in the archive: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    var content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE, MAX_EXPANDED - expanded + 1));
                    expanded += content.length;
                    if (expanded > MAX_EXPANDED) {
                        throw new IOException("the archive expands to more than " + MAX_EXPANDED + " bytes");
                    }
                    files.put(entry.getName(), content);
                }
            }
        }
        return files;
    }
}
