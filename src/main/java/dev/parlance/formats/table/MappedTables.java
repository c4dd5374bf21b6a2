package dev.parlance.formats.table;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts tables to messages by one mapping. */
final class MappedTables {
    /** A class of codes, such as {@code 510XX}, as the title of a group of rows. */
    private static final Pattern GROUP = Pattern.compile("\\d+[Xx]+");
    private static final Pattern STATUS = Pattern.compile("(?<!\\d)[1-5]\\d\\d(?!\\d)");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final int MAX_NAME_LENGTH = 64;

    private final TableMapping mapping;
    private final List<FileEntry> entries = new ArrayList<>();
    private final List<FileIssue> issues = new ArrayList<>();
    private final Map<String, FileEntry> byKey = new HashMap<>();
    private final Map<String, CodeMessages> byCode = new HashMap<>();
    private final Set<String> codes = new HashSet<>();

    /** The distinct messages of a code, and the next suffix to try. */
    private static final class CodeMessages {
        private final Set<Content> messages = new HashSet<>();
        private int next = 2;
    }

    private record Content(List<FileText> texts, FileDetails details) {
    }

    MappedTables(TableMapping mapping) {
        this.mapping = mapping;
    }

    FileContent read(List<Table> tables) {
        // Tables may have different headings, so each table looks up its own columns.
        var positions = new HashMap<String, List<Integer>>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            positions.computeIfAbsent(mapping.columns().get(i).column(), it -> new ArrayList<>()).add(i);
        }
        var readable = new ArrayList<MappedTable>();
        for (var table : tables) {
            var mapped = new MappedTable(table, mapping, positions);
            if (mapped.isUsable()) {
                readable.add(mapped);
            } else if (!table.rows().isEmpty()) {
                issues.add(new FileIssue(FileIssue.Reason.NO_KEY, table.line(), abbreviate(String.join(" | ", table.columns()))));
            }
        }
        readable.forEach(table -> table.table().rows().forEach(row -> table.text(row, TableField.CODE).ifPresent(codes::add)));
        for (var table : readable) {
            reportIgnored(table);
            table.table().rows().forEach(row -> readRow(table, row));
        }
        return new FileContent(Optional.empty(), Optional.empty(), entries, issues);
    }

    private void reportIgnored(MappedTable table) {
        for (var column : table.ignored()) {
            issues.add(new FileIssue(FileIssue.Reason.METADATA, table.table().line(), abbreviate(column)));
        }
    }

    private void readRow(MappedTable table, Table.Row row) {
        var cells = row.cells().stream().filter(it -> !it.isBlank()).map(Table.Cell::text).toList();
        if (cells.isEmpty()) {
            return;
        }
        var key = table.text(row, TableField.KEY);
        var code = table.text(row, TableField.CODE);
        var name = key.or(() -> code);
        if (name.isEmpty() || cells.size() > 1 && new HashSet<>(cells).size() == 1) {
            issues.add(new FileIssue(FileIssue.Reason.NO_KEY, row.line(), abbreviate(cells.get(0))));
        } else if (GROUP.matcher(name.get()).matches()) {
            issues.add(new FileIssue(FileIssue.Reason.METADATA, row.line(), name.get()));
        } else {
            var details = details(table, row, name.get());
            int messages = table.messages(row);
            for (int i = 0; i < Math.max(1, messages); i++) {
                var texts = table.texts(row, i);
                if (texts.isEmpty()) {
                    issues.add(new FileIssue(FileIssue.Reason.EMPTY, row.line(), name.get()));
                } else if (key.isPresent() && i == 0) {
                    addByKey(new FileEntry(key.get(), row.line(), texts, details));
                } else {
                    addByCode(name.get(), row.line(), texts, details);
                }
            }
        }
    }

    private void addByKey(FileEntry entry) {
        var earlier = byKey.putIfAbsent(entry.key(), entry);
        if (earlier == null) {
            entries.add(entry);
        } else if (!sameContent(earlier, entry)) {
            issues.add(new FileIssue(FileIssue.Reason.DUPLICATE_KEY, entry.line(), entry.key()));
        }
    }

    /** The key of the first message of a code is the code; each further message gets the first free suffix from {@code -2}. */
    private void addByCode(String code, int line, List<FileText> texts, FileDetails details) {
        var ofSameCode = byCode.computeIfAbsent(code, it -> new CodeMessages());
        if (!ofSameCode.messages.add(new Content(texts, details))) {
            return;
        }
        var key = code;
        while (byKey.containsKey(key) || !key.equals(code) && codes.contains(key)) {
            key = code + "-" + ofSameCode.next++;
        }
        var added = new FileEntry(key, line, texts, details);
        byKey.put(key, added);
        entries.add(added);
    }

    private static boolean sameContent(FileEntry first, FileEntry second) {
        return first.texts().equals(second.texts()) && first.details().equals(second.details());
    }

    private FileDetails details(MappedTable table, Table.Row row, String name) {
        var status = OptionalInt.empty();
        var cell = table.text(row, TableField.HTTP_STATUS);
        if (cell.isPresent()) {
            var found = STATUS.matcher(cell.get()).results().map(it -> Integer.parseInt(it.group())).distinct().toList();
            if (found.size() == 1) {
                status = OptionalInt.of(found.get(0));
            } else {
                issues.add(new FileIssue(FileIssue.Reason.METADATA, row.line(), name));
            }
        }
        Set<String> tags = table.text(row, TableField.TAGS).map(it -> SEPARATORS.splitAsStream(it).filter(tag -> !tag.isEmpty())
                .collect(Collectors.<String, Set<String>>toCollection(LinkedHashSet::new))).orElse(Set.of());
        var arguments = ArgumentCell.parse(table.text(row, TableField.ARGUMENTS).orElse(""));
        if (arguments.isEmpty()) {
            issues.add(new FileIssue(FileIssue.Reason.METADATA, row.line(), name));
        }
        return new FileDetails(table.comment(row), table.text(row, TableField.CODE), table.text(row, TableField.REASON), status,
                table.text(row, TableField.GRPC_STATUS), tags, arguments.orElse(List.of()), OptionalInt.empty());
    }

    private static String abbreviate(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME_LENGTH ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME_LENGTH)) + "…";
    }

    /** A table with its columns by field. */
    private record MappedTable(Table table, Map<TableField, List<Column>> byField, List<String> ignored) {

        private record Column(int index, Optional<LocaleTag> locale) {
        }

        MappedTable(Table table, TableMapping mapping, Map<String, List<Integer>> positions) {
            this(table, new HashMap<>(), new ArrayList<>());
            var mapped = new HashSet<Integer>();
            var columns = table.columns().stream().flatMap(it -> positions.getOrDefault(it, List.of()).stream()).sorted()
                    .map(mapping.columns()::get).toList();
            for (var column : columns) {
                int index = table.columns().indexOf(column.column());
                if (column.field() != TableField.IGNORED) {
                    byField.computeIfAbsent(column.field(), it -> new ArrayList<>()).add(new Column(index, column.locale()));
                    mapped.add(index);
                }
            }
            for (int i = 0; i < table.columns().size(); i++) {
                int index = i;
                if (!mapped.contains(i) && table.rows().stream().anyMatch(it -> !it.cells().get(index).isBlank())) {
                    ignored.add(table.columns().get(i));
                }
            }
        }

        boolean isUsable() {
            return (byField.containsKey(TableField.KEY) || byField.containsKey(TableField.CODE))
                    && byField.containsKey(TableField.MESSAGE);
        }

        private List<Column> columns(TableField field) {
            return byField.getOrDefault(field, List.of());
        }

        Optional<String> text(Table.Row row, TableField field) {
            return columns(field).stream().map(it -> row.cells().get(it.index()).text().strip()).filter(it -> !it.isEmpty()).findFirst();
        }

        /** Returns the number of messages in a row, which is more than one if a cell is a list. */
        int messages(Table.Row row) {
            return columns(TableField.MESSAGE).stream().mapToInt(it -> row.cells().get(it.index()).items().size()).max().orElse(0);
        }

        List<FileText> texts(Table.Row row, int message) {
            var texts = new ArrayList<FileText>();
            var locales = new HashSet<Optional<LocaleTag>>();
            for (var column : columns(TableField.MESSAGE)) {
                var items = row.cells().get(column.index()).items();
                if (message < items.size() && locales.add(column.locale())) {
                    texts.add(new FileText(column.locale(), new RawText.Single(items.get(message)),
                            description(row, column.locale(), message, items.size()), Optional.empty(), table.dialect()));
                }
            }
            return texts;
        }

        /** A list of descriptions belongs to a list of equally many messages; a single description belongs to every message. */
        private Optional<String> description(Table.Row row, Optional<LocaleTag> locale, int message, int messages) {
            return columns(TableField.DESCRIPTION).stream().filter(it -> it.locale().equals(locale))
                    .map(it -> row.cells().get(it.index())).filter(it -> !it.isBlank()).findFirst()
                    .map(it -> it.items().size() == messages ? it.items().get(message) : it.text());
        }

        /** A description without a locale is a note about the source text if all messages of the table have a locale. */
        Optional<String> comment(Table.Row row) {
            return columns(TableField.MESSAGE).stream().anyMatch(it -> it.locale().isEmpty()) ? Optional.empty()
                    : description(row, Optional.empty(), 0, 0);
        }
    }
}
