package dev.parlance.cli;

import dev.parlance.cli.project.FileWriter;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.sync.SyncState;
import dev.parlance.cli.sync.SyncedText;
import dev.parlance.cli.sync.TextDigests;
import dev.parlance.cli.sync.TextKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The file with the last common state of files and draft, which {@code sync} compares with both. */
record SyncBase(LocalFiles files, TextReader reader, String catalog) {

    /** Returns the saved state, which is empty before the first synchronisation. */
    SyncState read() {
        var file = files.configuration().folder().resolve(SyncState.FILE_NAME);
        try {
            return Files.isRegularFile(file) ? SyncState.parse(Files.readAllBytes(file), catalog)
                    : new SyncState(catalog, new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Map<TextKey, SyncedText> texts) {
        new FileWriter(files.configuration().folder()).write(SyncState.FILE_NAME, new SyncState(catalog, new TreeMap<>(texts)).toBytes());
    }

    /**
     * Records the texts that are equal in the files and in an export of the draft.
     *
     * <p>Other texts keep their previous state, so that {@code sync} still detects which side changed them.
     *
     * @param exported called after the previous state is read, so that no export is wasted if the state is damaged
     */
    void recordEqualTexts(Supplier<List<LocalFile>> exported) {
        var texts = new TreeMap<>(read().texts());
        var local = TextDigests.of(reader.read(files.findConfigured()).texts());
        var server = TextDigests.of(reader.read(exported.get()).texts());
        texts.keySet().removeIf(it -> !local.containsKey(it) && !server.containsKey(it));
        local.forEach((text, digest) -> {
            if (digest.equals(server.get(text))) {
                texts.put(text, new SyncedText(digest, digest));
            }
        });
        write(texts);
    }
}
