package dev.parlance.exchange.imports;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.limits.ResourceLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An upload of several files in a ZIP archive.
 *
 * <p>Nothing is written to disk, and paths in the archive are never used as file system paths. Sizes are counted while a file is expanded,
 * because the declared sizes may be wrong.
 */
public final class ZipArchive implements UploadedFiles {
    private static final int BUFFER_SIZE = 8192;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    /** Files that operating systems and editors add, and nested archives, which are not expanded. */
    private static final Pattern IGNORED = Pattern.compile("(.*/)?(__MACOSX/.*|\\.[^/]*|[^/]*\\.(zip|jar))", Pattern.DOTALL);

    private final String name;
    private final ZipFile archive;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Long> expanded = new HashMap<>();
    private long expandedBytes;

    /**
     * Opens an archive.
     *
     * @param name of the archive, for use in problems
     * @throws FileFormatException if it is damaged or encrypted, has too many files, or an unsafe or repeated path
     */
    public ZipArchive(String name, Path stored) {
        this.name = name;
        try {
            archive = new ZipFile(stored.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new FileFormatException(name, FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
        try {
            archive.stream().forEach(this::add);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void add(ZipEntry entry) {
        var path = entry.getName();
        if (isUnsafe(path)) {
            throw new FileFormatException(name, FileFault.UNSAFE_PATH, 0, path);
        } else if (entry.isDirectory()) {
            return;
        } else if (entries.put(path.toLowerCase(Locale.ROOT), entry) != null) {
            throw new FileFormatException(name, FileFault.UNSAFE_PATH, 0, path + " occurs twice");
        } else if (entries.size() > ResourceLimit.IMPORT_FILES.value()) {
            throw new FileFormatException(name, FileFault.TOO_LARGE, 0, "more than " + ResourceLimit.IMPORT_FILES.value() + " files");
        }
        if (!IGNORED.matcher(path).matches()) {
            paths.add(path);
        }
    }

    private static boolean isUnsafe(String path) {
        return path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(0) >= 0 || DRIVE.matcher(path).matches()
                || Arrays.asList(path.split("/")).contains("..");
    }

    @Override
    public List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public SourceFile read(String path) {
        var entry = entries.get(path.toLowerCase(Locale.ROOT));
        var bytes = new ByteArrayOutputStream();
        var checksum = new CRC32();
        try (var in = archive.getInputStream(entry)) {
            var buffer = new byte[BUFFER_SIZE];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                checksum.update(buffer, 0, read);
                requireSpace(path, bytes.size());
            }
        } catch (IOException e) {
            throw new FileFormatException(path, FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw new FileFormatException(path, FileFault.MALFORMED, 0, "wrong checksum");
        }
        return new SourceFile(path, bytes.toByteArray());
    }

    /** Checks the limits on the expanded size. A file that is read more than once counts once. */
    private void requireSpace(String path, long size) {
        var before = expanded.put(path, size);
        expandedBytes += Math.max(0, size - (before == null ? 0 : before));
        if (size > ResourceLimit.IMPORT_FILE.value()) {
            throw new FileFormatException(path, FileFault.TOO_LARGE, 0, "more than " + ResourceLimit.IMPORT_FILE.value() + " bytes");
        } else if (expandedBytes > ResourceLimit.IMPORT_EXPANDED.value()) {
            throw new FileFormatException(name, FileFault.TOO_LARGE, 0,
                    "expands to more than " + ResourceLimit.IMPORT_EXPANDED.value() + " bytes");
        }
    }

    @Override
    public Optional<ImportSelection> selection() {
        return entries.containsKey(ImportSelection.FILE_NAME) ? Optional.of(ImportSelection.parse(read(ImportSelection.FILE_NAME)))
                : Optional.empty();
    }

    @Override
    public boolean isArchive() {
        return true;
    }

    @Override
    public void close() {
        try {
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
