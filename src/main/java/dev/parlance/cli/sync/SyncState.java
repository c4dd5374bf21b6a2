package dev.parlance.cli.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last synchronisation, stored as a file in the repository.
 *
 * <p>The file has one line per text and is sorted, so that branches that synchronised different texts merge without conflicts.
 */
public record SyncState(String catalog, SortedMap<TextKey, SyncedText> texts) {
    public static final String FILE_NAME = ".parlance-sync.json";

    private static final int VERSION = 1;
    private static final String SEPARATOR = " ";
    private static final ObjectMapper JSON = new ObjectMapper();

    public SyncState {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Reads the file.
     *
     * @throws CommandFailure {@code USAGE} if the file is damaged, or belongs to another catalog
     */
    public static SyncState parse(byte[] file, String catalog) {
        var root = readTree(file);
        if (root.path("version").asInt() != VERSION) {
            throw CommandFailure.usage(FILE_NAME + " has an unsupported version. Delete it to start a new synchronisation.");
        } else if (!root.path("catalog").asText().equals(catalog)) {
            throw CommandFailure.usage(FILE_NAME + " belongs to the catalog " + root.path("catalog").asText()
                    + ". Delete it, or use --catalog.");
        }
        var texts = new TreeMap<TextKey, SyncedText>();
        root.path("texts").properties().forEach(locale -> locale.getValue().properties().forEach(text -> {
            var digests = text.getValue().asText().split(SEPARATOR);
            texts.put(new TextKey(parseLocale(locale.getKey()), text.getKey()), new SyncedText(digests[0], digests[digests.length - 1]));
        }));
        return new SyncState(catalog, texts);
    }

    /** Returns the content of the file. */
    public byte[] toBytes() {
        var root = JsonNodeFactory.instance.objectNode().put("version", VERSION).put("catalog", catalog);
        var locales = new TreeMap<LocaleTag, ObjectNode>();
        texts.forEach((text, synced) -> locales.computeIfAbsent(text.locale(), it -> JsonNodeFactory.instance.objectNode())
                .put(text.key(), synced.local().equals(synced.server()) ? synced.local() : synced.local() + SEPARATOR + synced.server()));
        var byLocale = root.putObject("texts");
        locales.forEach((locale, node) -> byLocale.set(locale.value(), node));
        return (root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static LocaleTag parseLocale(String tag) {
        try {
            return LocaleTag.parse(tag);
        } catch (ProblemException e) {
            throw CommandFailure.usage(FILE_NAME + " has an invalid locale: " + tag + ".");
        }
    }

    private static JsonNode readTree(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw CommandFailure.usage(FILE_NAME + " is damaged, perhaps by a merge. Resolve it, or delete it to synchronise as if for the"
                    + " first time.");
        }
    }
}
