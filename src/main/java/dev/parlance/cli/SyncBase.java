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

/** The file with the last common state of the files and the draft, with which {@code sync} compares both. */
record SyncBase(LocalFiles files, TextReader reader, String catalog) {

    /** Returns the saved state, which has no texts before the first synchronisation. */
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
     * <p>Other texts keep their former state, so that {@code sync} still finds which side changed them.
     *
     * @param exported is called after the former state is read, because an export of all locales is wasted if that is damaged
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
