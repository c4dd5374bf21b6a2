package dev.parlance.storage.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.exchange.imports.ImportEntry;
import dev.parlance.exchange.imports.ImportReport;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.ImportedFile;
import dev.parlance.formats.FileIssue;
import dev.parlance.problems.ProblemType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The JSON form of the report or the failure of an import. */
record StoredResult(@Nullable List<StoredFile> files, @Nullable Map<ImportEntry.Kind, Integer> counts, @Nullable List<String> newLocales,
        @Nullable List<ImportEntry> first, @Nullable String problem, @Nullable List<String> arguments) {
    private static final JsonMapper MAPPER = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

    record StoredFile(String path, @Nullable String format, double formatConfidence, @Nullable String dialect, double dialectConfidence,
            @Nullable String locale, @Nullable List<StoredColumn> mapping, int entries, List<FileIssue> issues, int issueCount) {
        static StoredFile of(ImportedFile it) {
            return new StoredFile(it.path(), it.format().orElse(null), it.formatConfidence(), it.dialect().orElse(null),
                    it.dialectConfidence(), it.locale().orElse(null), it.mapping().map(StoredColumn::of).orElse(null), it.entries(),
                    it.issues(), it.issueCount());
        }

        ImportedFile toFile() {
            return new ImportedFile(path, Optional.ofNullable(format), formatConfidence, Optional.ofNullable(dialect), dialectConfidence,
                    Optional.ofNullable(locale), Optional.ofNullable(mapping).map(StoredColumn::toMapping), entries, issues, issueCount);
        }
    }

    static String write(ImportRun run) {
        var stored = run.report().map(StoredResult::of).orElseGet(() -> run.failure().map(it -> new StoredResult(null, null, null, null,
                it.type().name(), it.arguments())).orElseThrow());
        return writeJson(stored);
    }

    static StoredResult read(String json) {
        try {
            return MAPPER.readValue(json, StoredResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serializes a value and replaces NUL characters, which refused texts may contain but PostgreSQL cannot store. */
    static String writeJson(Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("\\u0000", "\\uFFFD");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonMapper mapper() {
        return MAPPER;
    }

    private static StoredResult of(ImportReport it) {
        return new StoredResult(it.files().stream().map(StoredFile::of).toList(), it.counts(), List.copyOf(it.newLocales()), it.first(),
                null, null);
    }

    Optional<ImportReport> toReport(@Nullable Long revision) {
        if (files == null || counts == null || newLocales == null || first == null) {
            return Optional.empty();
        }
        var byKind = new EnumMap<ImportEntry.Kind, Integer>(ImportEntry.Kind.class);
        byKind.putAll(counts);
        return Optional.of(new ImportReport(files.stream().map(StoredFile::toFile).toList(), byKind, new TreeSet<>(newLocales), first,
                revision == null ? OptionalLong.empty() : OptionalLong.of(revision)));
    }

    Optional<ImportRun.Failure> toFailure() {
        return problem == null || arguments == null ? Optional.empty()
                : Optional.of(new ImportRun.Failure(ProblemType.valueOf(problem), arguments));
    }
}
