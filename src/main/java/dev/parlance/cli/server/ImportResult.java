package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The plan or the outcome of an import.
 *
 * @param status  {@code done}, {@code refused}, {@code failed} or {@code interrupted}
 * @param counts  by kind, in the order of the server
 * @param entries all entries that differ from the catalog, starting with refused and conflicting ones
 * @param notes   about files and parts of files that were skipped
 */
public record ImportResult(String status, Map<String, Integer> counts, List<String> newLocales, List<Entry> entries, List<String> notes) {
    public static final String SAME = "same";
    public static final String REFUSED = "refused";
    public static final String CONFLICTING = "conflicting";

    public ImportResult {
        entries = List.copyOf(entries);
        newLocales = List.copyOf(newLocales);
        notes = List.copyOf(notes);
    }

    /**
     * The outcome for a text, or for the definition of a message.
     *
     * @param file   empty for a text or message that the files lack
     * @param line   from 1; 0 if unknown
     * @param key    as written in the file
     * @param locale empty for the definition
     * @param detail empty if the reason is sufficient
     */
    public record Entry(String kind, String file, int line, String key, String locale, String reason, String detail) {
        static Entry of(String kind, JsonNode it) {
            return new Entry(it.path("kind").asText(kind), it.path("file").asText(""), it.path("line").asInt(0),
                    it.has("fileKey") ? it.path("fileKey").asText() : it.path("key").asText(""), it.path("locale").asText(""),
                    it.path("reason").asText(""), it.path("detail").asText(""));
        }
    }

    static ImportResult of(JsonNode run, List<Entry> entries) {
        var counts = new LinkedHashMap<String, Integer>();
        // Entries call this kind "new", which is a reserved word in many languages.
        run.path("counts").properties().forEach(it -> counts.put(it.getKey().equals("added") ? "new" : it.getKey(), it.getValue().asInt()));
        return new ImportResult(run.path("status").asText(""), counts,
                StreamSupport.stream(run.path("newLocales").spliterator(), false).map(JsonNode::asText).toList(), entries,
                notesOf(run.path("files")));
    }

    private static List<String> notesOf(JsonNode files) {
        var notes = new ArrayList<String>();
        for (var file : files) {
            var path = file.path("file").asText();
            if (!file.has("format")) {
                notes.add(path + ": skipped, because its format is unknown");
            }
            if (file.has("format") && file.path("entries").asInt(1) == 0) {
                notes.add(path + ": has no messages");
            }
            for (var it : file.path("issues")) {
                notes.add(path + (it.has("line") ? ":" + it.path("line").asInt() : "") + ": left out " + it.path("key").asText() + ": "
                        + it.path("reason").asText());
            }
        }
        return notes;
    }

    static List<Entry> entriesOf(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(it -> Entry.of("", it)).toList();
    }

    /** Returns the number of entries that differ from the catalog. */
    static int countDifferences(JsonNode run) {
        return run.path("counts").properties().stream().filter(it -> !it.getKey().equals(SAME)).mapToInt(it -> it.getValue().asInt()).sum();
    }

    public int count(String kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Returns whether the files and the draft differ. */
    public boolean hasDifferences() {
        return counts.entrySet().stream().anyMatch(it -> !it.getKey().equals(SAME) && it.getValue() > 0);
    }

    /** Returns the sum of two imports. */
    public ImportResult plus(ImportResult other) {
        var sums = new LinkedHashMap<>(counts);
        other.counts().forEach((kind, count) -> sums.merge(kind, count, Integer::sum));
        var all = new ArrayList<>(entries);
        all.addAll(other.entries());
        var locales = new ArrayList<>(newLocales);
        other.newLocales().stream().filter(it -> !locales.contains(it)).forEach(locales::add);
        var allNotes = new ArrayList<>(notes);
        allNotes.addAll(other.notes());
        return new ImportResult(other.status(), sums, locales, all, allNotes);
    }

    public ObjectNode toJson() {
        var root = JsonNodeFactory.instance.objectNode().put("status", status);
        var node = root.putObject("counts");
        counts.forEach(node::put);
        newLocales.forEach(root.putArray("newLocales")::add);
        ArrayNode list = root.putArray("entries");
        entries.forEach(it -> list.addObject().put("kind", it.kind()).put("file", it.file()).put("line", it.line()).put("key", it.key())
                .put("locale", it.locale()).put("reason", it.reason()).put("detail", it.detail()));
        notes.forEach(root.putArray("notes")::add);
        return root;
    }
}
