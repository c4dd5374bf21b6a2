package dev.parlance.formats.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.MessageEntry;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two CSV tables of the folder: codes and arguments. */
final class FolderTables {
    /** Required for metadata keys by AIP-193, so that the name is valid in every client language. */
    private static final Pattern ARGUMENT_NAME = Pattern.compile("[a-z][a-zA-Z0-9_]{0,63}");

    private static final String TAGS = "tags";
    private static final String GRPC_STATUS = "grpcStatus";
    private static final String SEPARATOR = " ";

    private FolderTables() {
    }

    static List<MessageEntry> read(String codesName, byte[] codes, String argumentsName, byte[] arguments) {
        var contracts = readContracts(argumentsName, arguments);
        var seen = new HashSet<String>();
        var messages = readRows(codesName, codes, row -> {
            var key = row.getField("key");
            if (!seen.add(key)) {
                throw new IllegalArgumentException("duplicate key: " + key);
            }
            return new MessageEntry(key, row.getField("code"), row.getField("reason"),
                    Integer.parseInt(row.getField("httpStatus")), Optional.of(optionalField(row, GRPC_STATUS)).filter(it -> !it.isEmpty()),
                    new ArgumentContract(contracts.getOrDefault(key, List.of())), readTags(row));
        });
        if (!seen.containsAll(contracts.keySet())) {
            throw new FileFormatException(argumentsName, "keys without a row in " + codesName);
        }
        return messages;
    }

    static byte[] writeCodes(List<MessageEntry> messages) {
        boolean tagged = messages.stream().anyMatch(it -> !it.tags().isEmpty());
        boolean hasGrpcStatus = messages.stream().anyMatch(it -> it.grpcStatus().isPresent());
        return writeTable(csv -> {
            csv.writeRecord(toCodesRow(hasGrpcStatus ? GRPC_STATUS : null, tagged ? TAGS : null, "key", "code", "reason", "httpStatus"));
            messages.forEach(it -> csv.writeRecord(toCodesRow(hasGrpcStatus ? it.grpcStatus().orElse("") : null,
                    tagged ? String.join(SEPARATOR, it.tags()) : null, it.key(), it.code(), it.reason(),
                    Integer.toString(it.httpStatus()))));
        });
    }

    /**
     * The last columns are present only if a message has a value.
     *
     * @param grpcStatus null if no message has one
     * @param tags       null if no message has one
     */
    private static List<String> toCodesRow(@Nullable String grpcStatus, @Nullable String tags, String... fields) {
        var row = new ArrayList<>(List.of(fields));
        Stream.of(Optional.ofNullable(grpcStatus), Optional.ofNullable(tags)).flatMap(Optional::stream).forEach(row::add);
        return row;
    }

    /** Returns a cell of a column that a table may lack. */
    private static String optionalField(NamedCsvRecord row, String column) {
        return row.getHeader().contains(column) ? row.getField(column) : "";
    }

    /** Reads tags, which must be in canonical order; a table without the column has no tags. */
    private static SortedSet<String> readTags(NamedCsvRecord row) {
        var cell = optionalField(row, TAGS);
        var tags = cell.isEmpty() ? new TreeSet<String>() : new TreeSet<>(List.of(cell.split(SEPARATOR, -1)));
        if (tags.contains("") || !String.join(SEPARATOR, tags).equals(cell)) {
            throw new IllegalArgumentException("tags must be sorted and unique, separated by one space: " + cell);
        }
        return tags;
    }

    static byte[] writeArguments(List<MessageEntry> messages) {
        return writeTable(csv -> {
            csv.writeRecord("key", "name", "type", "example");
            messages.forEach(message -> message.contract().arguments().forEach(it ->
                    csv.writeRecord(message.key(), it.name(), it.type().label(), it.example())));
        });
    }

    private static Map<String, List<Argument>> readContracts(String name, byte[] bytes) {
        var contracts = new LinkedHashMap<String, List<Argument>>();
        readRows(name, bytes, row -> contracts.computeIfAbsent(row.getField("key"), key -> new ArrayList<>()).add(readArgument(row)));
        return new HashMap<>(contracts);
    }

    private static Argument readArgument(NamedCsvRecord row) {
        var name = row.getField("name");
        if (!ARGUMENT_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("invalid argument name: " + name);
        }
        return new Argument(name, ArgumentType.of(row.getField("type")), row.getField("example"));
    }

    private static <T> List<T> readRows(String name, byte[] bytes, Function<NamedCsvRecord, T> entry) {
        var entries = new ArrayList<T>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (var row : csv) {
                try {
                    entries.add(entry.apply(row));
                } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
                    throw new FileFormatException(name, FileFault.MALFORMED, (int) row.getStartingLineNumber(),
                            String.valueOf(e.getMessage()));
                }
            }
        } catch (CsvParseException e) {
            throw new FileFormatException(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] writeTable(Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
