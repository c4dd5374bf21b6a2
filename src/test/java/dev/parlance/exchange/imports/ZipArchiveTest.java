package dev.parlance.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    @TempDir
    Path folder;

    @Test
    void readsFilesAndIgnoresWhatSystemsAdd() throws IOException {
        var stored = write("l10n/de.json", "{}", "__MACOSX/._de.json", "x", ".DS_Store", "x", "inner.zip", "x");
        try (var archive = new ZipArchive("a.zip", stored)) {
            assertThat(archive.paths()).containsExactly("l10n/de.json");
            assertThat(archive.read("l10n/de.json").bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../x", "/etc/passwd", "C:/x", "a\\..\\x"})
    void rejectsUnsafePaths(String path) throws IOException {
        assertFault(write(path, "x"), FileFault.UNSAFE_PATH);
    }

    @Test
    void rejectsPathsThatAreThereTwice() throws IOException {
        assertFault(write("a.json", "x", "A.json", "y"), FileFault.UNSAFE_PATH);
    }

    @Test
    void rejectsDamagedArchives() throws IOException {
        var stored = write("a.json", "x");
        var bytes = Files.readAllBytes(stored);
        Files.write(stored, Arrays.copyOf(bytes, bytes.length - 10));
        assertFault(stored, FileFault.MALFORMED);
        Files.writeString(stored, "no archive");
        assertFault(stored, FileFault.MALFORMED);
    }

    @Test
    void rejectsEncryptedFiles() throws IOException {
        var stored = write("a.json", "x");
        var bytes = Files.readAllBytes(stored);
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 1 || bytes[i + 2] == 3)) {
                bytes[i + (bytes[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }
        Files.write(stored, bytes);
        assertFault(stored, FileFault.MALFORMED);
    }

    @Test
    void rejectsFilesThatExpandTooFar() throws IOException {
        var stored = write("bomb.json", "0".repeat(21 * 1024 * 1024));
        assertThat(Files.size(stored)).isLessThan(100_000);
        try (var archive = new ZipArchive("a.zip", stored)) {
            assertThatThrownBy(() -> archive.read("bomb.json")).isInstanceOfSatisfying(FileFormatException.class,
                    it -> assertThat(it.fault()).isEqualTo(FileFault.TOO_LARGE));
        }
    }

    @Test
    void rejectsTooManyFiles() throws IOException {
        var files = new String[20_002];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = "f" + i;
            files[i + 1] = "";
        }
        assertFault(write(files), FileFault.TOO_LARGE);
    }

    private static void assertFault(Path stored, FileFault fault) {
        assertThatThrownBy(() -> new ZipArchive("a.zip", stored).close()).isInstanceOfSatisfying(FileFormatException.class,
                it -> assertThat(it.fault()).isEqualTo(fault));
    }

    private Path write(String... namesAndContents) throws IOException {
        var stored = Files.createTempFile(folder, "archive", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(stored))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return stored;
    }
}
