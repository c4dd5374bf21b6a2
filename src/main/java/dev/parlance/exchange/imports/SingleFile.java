package dev.parlance.exchange.imports;

import dev.parlance.formats.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An upload of one file. */
public record SingleFile(String name, Path stored) implements UploadedFiles {

    @Override
    public List<String> paths() {
        return List.of(name);
    }

    @Override
    public SourceFile read(String path) {
        try {
            return new SourceFile(path, Files.readAllBytes(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isArchive() {
        return false;
    }

    @Override
    public void close() {
        // The caller owns the file.
    }
}
