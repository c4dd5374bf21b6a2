package dev.parlance.cli;

import dev.parlance.cli.server.ImportResult;
import dev.parlance.cli.server.ImportResult.Entry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints import plans: counts, and entries with their locations. */
record ImportPlanPrinter(PrintWriter out, boolean coloured) {
    /** The labels of the entry kinds of the server. */
    private static final List<String> KINDS = List.of("new", "changed", "removed", "same", "conflicting", "refused");

    private static final Map<String, String> EXPLANATIONS = Map.ofEntries(
            Map.entry("new-message", "new message"), Map.entry("new-text", "new text"), Map.entry("text", "other text"),
            Map.entry("description", "other description"), Map.entry("state", "other state"), Map.entry("definition", "other definition"),
            Map.entry("approved", "the text in the catalog is approved; --overwrite replaces it"),
            Map.entry("missing", "not in the files"),
            Map.entry("locale-not-offered", "the catalog lacks the locale; --add-locales adds it"),
            Map.entry("not-permitted", "the key may not import it"), Map.entry("invalid-text", "the text is not valid"),
            Map.entry("text-has-errors", "the checks find an error"),
            Map.entry("duplicate-key", "an earlier entry has the same key and another text"),
            Map.entry("invalid-definition", "the definition is not valid"), Map.entry("reason-taken", "another message has the reason"),
            Map.entry("no-source-text", "no text in the source language"));

    void printCounts(ImportResult result) {
        out.println(KINDS.stream().map(it -> result.count(it) + " " + it).collect(Collectors.joining(", ")));
        if (!result.newLocales().isEmpty()) {
            out.println("New locales: " + String.join(", ", result.newLocales()));
        }
    }

    void printEntries(List<Entry> entries) {
        entries.forEach(it -> out.println(place(it) + colour(it.kind()) + " " + it.key()
                + (it.locale().isEmpty() ? "" : " (" + it.locale() + ")") + ": " + explain(it)));
    }

    private static String explain(Entry it) {
        return EXPLANATIONS.getOrDefault(it.reason(), it.reason()) + (it.detail().isEmpty() ? "" : ": " + it.detail());
    }

    /** Prints the entries as changes that an import would make to the draft. */
    void printDiff(List<Entry> entries) {
        entries.forEach(it -> {
            var sign = switch (it.kind()) {
                case "new" -> "+";
                case "removed" -> "-";
                case "changed" -> "~";
                default -> "!";
            };
            out.println(paint(it.kind(), sign + " " + it.key() + (it.locale().isEmpty() ? "" : " (" + it.locale() + ")")) + " "
                    + (it.file().isEmpty() ? "" : it.file() + (it.line() > 0 ? ":" + it.line() : "") + ": ")
                    + explain(it));
        });
    }

    private static String place(Entry it) {
        return it.file().isEmpty() ? "" : it.file() + (it.line() > 0 ? ":" + it.line() : "") + " ";
    }

    private String colour(String kind) {
        return paint(kind, kind);
    }

    private String paint(String kind, String text) {
        if (!coloured) {
            return text;
        }
        return switch (kind) {
            case "new" -> "\u001B[32m";
            case "changed" -> "\u001B[33m";
            default -> "\u001B[31m";
        } + text + "\u001B[0m";
    }
}
