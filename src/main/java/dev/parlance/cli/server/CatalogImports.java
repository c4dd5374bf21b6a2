package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.FilePattern;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalText;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Imports files, or requests the plan of an import. */
public record CatalogImports(ApiClient client, String catalog, Progress progress) {
    private static final String ZIP = "application/zip";
    /** Smaller archives are imported before progress would be useful to a user. */
    private static final int MIN_BACKGROUND_SIZE = 100_000;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    /** The largest imports take minutes. */
    private static final Duration MAX_DURATION = Duration.ofHours(1);
    private static final int ACCEPTED = 202;
    private static final String RUNNING = "running";
    /** The service reads the selection from this file in the archive. */
    private static final String SELECTION_FILE = ".parlance-selection";

    /** Receives the number of messages that were processed so far, and the total if it is known. */
    @FunctionalInterface
    public interface Progress {
        void show(int done, int total);
    }

    /**
     * The options of an import.
     *
     * @param locale of texts for which neither the file nor its path specifies one
     */
    public record ImportOptions(boolean dryRun, Optional<String> locale, boolean addLocales, boolean overwrite, boolean delete,
            boolean skipRefused) {
        /** Compares without storing anything. */
        public static final ImportOptions DRY_RUN = new ImportOptions(true, Optional.empty(), true, true, false, true);
    }

    /** Files that are imported by one request, because they have the same format and dialect. */
    private record Group(Optional<String> format, Optional<MessageDialect> dialect) {
        static Group of(FilePattern pattern) {
            return new Group(pattern.format(), pattern.dialect());
        }
    }

    /**
     * Imports files, with one request for all files with the same format and dialect.
     *
     * @return the sum of all imports; a refused import stops the sequence
     */
    public ImportResult importFiles(List<LocalFile> files, ImportOptions options) {
        return importFiles(files, options, Optional.empty());
    }

    private ImportResult importFiles(List<LocalFile> files, ImportOptions options, Optional<SourceFile> selection) {
        var groups = new LinkedHashMap<Group, List<SourceFile>>();
        files.forEach(it -> groups.computeIfAbsent(Group.of(it.pattern()), key -> new ArrayList<>()).add(it.source()));
        ImportResult sum = null;
        for (var it : groups.entrySet()) {
            selection.ifPresent(it.getValue()::add);
            var result = send(it.getKey(), FileArchive.pack(it.getValue()), options);
            sum = sum == null ? result : sum.plus(result);
            if (result.status().equals(ImportResult.REFUSED)) {
                break;
            }
        }
        if (sum == null) {
            throw CommandFailure.usage("There are no files to import.");
        }
        return sum;
    }

    /**
     * Imports selected texts of files, and deletes those that the files lack.
     *
     * @param selection keys by locale; all other texts are preserved
     */
    public ImportResult importSelection(List<LocalFile> files, SortedMap<LocaleTag, ? extends Collection<String>> selection,
            boolean delete) {
        var lines = new StringBuilder();
        selection.forEach((locale, keys) -> keys.forEach(it -> lines.append(locale).append(' ')
                .append(URLEncoder.encode(it, StandardCharsets.UTF_8)).append('\n')));
        // Deletions are detected across all files, so the files share one request if possible.
        return importFiles(files, new ImportOptions(false, Optional.empty(), true, true, delete, false),
                Optional.of(new SourceFile(SELECTION_FILE, lines.toString().getBytes(StandardCharsets.UTF_8))));
    }

    /** Imports texts from other sources, in the form in which the service stores them. */
    public void importTexts(List<LocalText> texts) {
        var byDialect = new LinkedHashMap<MessageDialect, Map<LocaleTag, ObjectNode>>();
        for (var it : texts) {
            var converted = DialectReader.read(it.dialect(), it.text(), it.locale());
            byDialect.computeIfAbsent(dialectOf(converted.syntax()), key -> new TreeMap<>())
                    .computeIfAbsent(it.locale(), key -> JsonNodeFactory.instance.objectNode()).put(it.key(), converted.text());
        }
        byDialect.forEach((dialect, locales) -> {
            var files = new ArrayList<SourceFile>();
            locales.forEach((locale, json) -> files.add(new SourceFile(locale + ".json",
                    json.toString().getBytes(StandardCharsets.UTF_8))));
            var result = send(new Group(Optional.of("json"), Optional.of(dialect)), FileArchive.pack(files),
                    new ImportOptions(false, Optional.empty(), true, true, false, false));
            if (result.status().equals(ImportResult.REFUSED)) {
                throw new CommandFailure(ExitCode.REFUSED, "The translations of a renamed key were refused: " + result.toJson());
            }
        });
    }

    private static MessageDialect dialectOf(Syntax syntax) {
        return switch (syntax) {
            case ICU -> MessageDialect.ICU;
            case PRINTF -> MessageDialect.PRINTF;
            case PLAIN -> MessageDialect.PLAIN;
        };
    }

    private ImportResult send(Group group, byte[] archive, ImportOptions options) {
        var query = new LinkedHashMap<String, String>();
        group.format().ifPresent(it -> query.put("format", it));
        group.dialect().ifPresent(it -> query.put("dialect", it.label()));
        options.locale().ifPresent(it -> query.put("sourceLocale", it));
        putIf(query, options.dryRun(), "dryRun", "true");
        putIf(query, options.addLocales(), "addLocales", "true");
        putIf(query, options.overwrite(), "overwrite", "reviewed");
        putIf(query, options.delete(), "delete", "missing");
        putIf(query, options.skipRefused(), "skipRefused", "true");
        var request = ApiRequest.of("POST", "catalogs", catalog, "imports").withBody(ZIP, archive)
                .withHeader("Idempotency-Key", UUID.randomUUID().toString());
        request = archive.length < MIN_BACKGROUND_SIZE ? request : request.withHeader("Prefer", "respond-async");
        for (var it : query.entrySet()) {
            request = request.with(it.getKey(), it.getValue());
        }
        var outcome = client.trySend(request);
        if (outcome.problem().isPresent()) {
            return toRefusedResult(outcome.problem().get());
        }
        var response = outcome.response().orElseThrow();
        return toResult(response.status() == ACCEPTED ? poll(response.json()) : response.json());
    }

    private static void putIf(Map<String, String> query, boolean condition, String name, String value) {
        if (condition) {
            query.put(name, value);
        }
    }

    /** Returns the result of refused entries; throws for all other problems. */
    private ImportResult toRefusedResult(ServerProblem problem) {
        var body = problem.body();
        if (!problem.code().equals("import-refused") && !problem.code().equals("import-conflicts")) {
            throw client.failure(problem);
        }
        var entries = ImportResult.entriesOf(body.path("entries"));
        return new ImportResult(ImportResult.REFUSED, countByKind(problem, entries), List.of(), entries, List.of());
    }

    private static Map<String, Integer> countByKind(ServerProblem problem, List<ImportResult.Entry> entries) {
        var counts = new LinkedHashMap<String, Integer>();
        entries.forEach(it -> counts.merge(it.kind(), 1, Integer::sum));
        // The document lists only the first entries; the arguments contain the totals.
        var arguments = problem.body().path("arguments");
        for (var it : Map.of("refused", ImportResult.REFUSED, "conflicts", ImportResult.CONFLICTING).entrySet()) {
            int count = arguments.path(it.getKey()).asInt(0);
            if (count > 0) {
                counts.merge(it.getValue(), count, Math::max);
            }
        }
        return counts;
    }

    private JsonNode poll(JsonNode accepted) {
        var run = accepted;
        for (var waited = Duration.ZERO; run.path("status").asText().equals(RUNNING); waited = waited.plus(POLL_INTERVAL)) {
            if (waited.compareTo(MAX_DURATION) > 0) {
                throw new CommandFailure(ExitCode.UNREACHABLE, "The import " + run.path("id").asText() + " takes longer than an hour.");
            }
            progress.show(run.path("processed").asInt(), run.path("total").asInt(0));
            client.pause(POLL_INTERVAL);
            run = client.send(ApiRequest.get("catalogs", catalog, "imports", run.path("id").asText())).json();
        }
        return run;
    }

    private ImportResult toResult(JsonNode run) {
        var status = run.path("status").asText();
        if (status.equals("failed")) {
            var problem = run.path("problem").asText();
            if (problem.equals("busy")) {
                throw new CommandFailure(ExitCode.UNREACHABLE,
                        "Another change of the catalog has not ended [busy]. Nothing is imported. Run the command again later.");
            }
            throw new CommandFailure(ExitCode.REFUSED, run.path("detail").asText("The files cannot be imported") + " [" + problem
                    + "]. Nothing is imported." + OptionAdvice.of(problem, run.path("arguments")).map(it -> " " + it).orElse(""));
        } else if (status.equals("interrupted")) {
            throw new CommandFailure(ExitCode.UNREACHABLE,
                    "The service stopped during the import. Nothing is imported. Run the command again.");
        }
        return ImportResult.of(run, allEntries(run));
    }

    /** Returns all entries: the response contains the first ones, and pages the rest. */
    private List<ImportResult.Entry> allEntries(JsonNode run) {
        var first = ImportResult.entriesOf(run.path("entries"));
        if (!run.has("allEntries") || first.size() >= ImportResult.countDifferences(run)) {
            return first;
        }
        var all = new ArrayList<ImportResult.Entry>();
        var request = ApiRequest.get("catalogs", catalog, "imports", run.path("id").asText(), "entries");
        for (var page = client.send(request).json();; page = client.send(request.with("cursor", page.path("next").asText())).json()) {
            all.addAll(ImportResult.entriesOf(page.path("entries")));
            if (!page.has("next")) {
                return all;
            }
        }
    }
}
