package dev.parlance.formats.table.codemap;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Converts the entries of a document to a table.
 *
 * <p>Columns are JSON pointers relative to an entry. The member name of an entry is {@code 0#}, as in relative JSON pointers. An entry that
 * is itself a text has the empty pointer, displayed as {@code 0}.
 */
final class CodeTable {
    static final String NAME = "0#";
    static final String VALUE = "0";
    private static final int SEARCH_DEPTH = 4;
    private static final int MAX_POINTERS = 1000;
    private static final int MAX_NAME_LENGTH = 1000;

    private final String file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** @param name the member name, prefixed with those of its parents; empty in arrays */
    private record Entry(String name, int line, Map<String, String> values) {
    }

    /** A container with the number of its entries. Objects are preferred to texts, because texts may be the members of a single entry. */
    private record EntryContainer(CodeNode container, boolean objects, int entries) {
        private static final Comparator<EntryContainer> ORDER =
                Comparator.comparing(EntryContainer::objects).thenComparingInt(EntryContainer::entries);
    }

    private CodeTable(String file) {
        this.file = file;
    }

    /** Returns the table of the container with the most entries. */
    static Optional<Table> of(String file, CodeNode root) {
        return find(root, 0).map(it -> {
            var table = new CodeTable(file);
            table.addContainer("", it.container());
            return table.build();
        });
    }

    private static Optional<EntryContainer> find(CodeNode node, int depth) {
        var children = children(node);
        int entries = entries(children);
        boolean objects = children.stream().anyMatch(it -> it instanceof CodeNode.Members);
        Optional<EntryContainer> best = entries > 0 ? Optional.of(new EntryContainer(node, objects, entries)) : Optional.empty();
        if (depth < SEARCH_DEPTH) {
            for (var child : children) {
                var found = find(child, depth + 1);
                if (found.isPresent() && (best.isEmpty() || EntryContainer.ORDER.compare(found.get(), best.get()) > 0)) {
                    best = found;
                }
            }
        }
        return best;
    }

    /** Returns the number of children that are entries: objects that share a member name, or texts if there are no objects. */
    private static int entries(Collection<CodeNode> children) {
        var names = new HashMap<String, Integer>();
        int objects = 0;
        for (var child : children) {
            if (child instanceof CodeNode.Members object) {
                objects++;
                object.members().forEach((name, member) -> {
                    if (!(member instanceof CodeNode.Members)) {
                        names.merge(name, 1, Integer::sum);
                    }
                });
            }
        }
        int shared = names.values().stream().mapToInt(it -> it).max().orElse(0);
        return objects > 0 ? shared * 2 >= children.size() ? shared : 0
                : children.stream().allMatch(it -> it instanceof CodeNode.Scalar) ? children.size() : 0;
    }

    private static Collection<CodeNode> children(CodeNode node) {
        return node instanceof CodeNode.Members object ? object.members().values()
                : node instanceof CodeNode.Items array ? array.items() : List.of();
    }

    private void addContainer(String prefix, CodeNode container) {
        if (container instanceof CodeNode.Members object) {
            object.members().forEach((name, member) -> addEntry(prefix + name, member));
        } else if (container instanceof CodeNode.Items array) {
            array.items().forEach(it -> addEntry("", it));
        }
    }

    /** Adds an entry and the entries nested in it, such as the subclasses of an error. */
    private void addEntry(String name, CodeNode node) {
        if (entries.size() >= Table.MAX_ROWS) {
            throw new FileFormatException(file, FileFault.TOO_MANY_MESSAGES, node.line(), "more than " + Table.MAX_ROWS + " entries");
        }
        checkName(name, node.line());
        var values = new LinkedHashMap<String, String>();
        var below = new ArrayList<CodeNode>();
        if (node instanceof CodeNode.Members object) {
            var own = object.members().entrySet().stream().filter(it -> !(it.getValue() instanceof CodeNode.Members))
                    .map(Map.Entry::getKey).collect(Collectors.toCollection(LinkedHashSet::new));
            addValues("", object, values, own, below);
        } else {
            text(node).ifPresent(it -> put(values, VALUE, it));
        }
        entries.add(new Entry(name, node.line(), values));
        below.forEach(it -> addContainer(name.isEmpty() ? "" : name + ".", it));
    }

    private void addValues(String pointer, CodeNode.Members object, Map<String, String> values, Set<String> own, List<CodeNode> below) {
        object.members().forEach((name, member) -> {
            var path = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            checkName(path, member.line());
            if (member instanceof CodeNode.Members nested) {
                if (isContainer(nested, own)) {
                    below.add(nested);
                } else {
                    addValues(path, nested, values, own, below);
                }
            } else {
                text(member).ifPresent(it -> put(values, path, it));
            }
        });
    }

    /** Names of outer objects are part of all inner names, so the names may be far longer than the file. */
    private void checkName(String name, int line) {
        if (name.length() > MAX_NAME_LENGTH) {
            throw new FileFormatException(file, FileFault.TOO_LARGE, line, "a name of more than " + MAX_NAME_LENGTH + " characters");
        }
    }

    /** Returns whether an object contains entries of the same kind as its own entry. */
    private static boolean isContainer(CodeNode.Members object, Set<String> own) {
        return !object.members().isEmpty() && object.members().values().stream().allMatch(it -> it instanceof CodeNode.Members entry
                && entry.members().entrySet().stream().anyMatch(member -> own.contains(member.getKey())
                        && !(member.getValue() instanceof CodeNode.Members)));
    }

    /** Returns a scalar, or an array of scalars as a multi-line text. */
    private static Optional<String> text(CodeNode node) {
        if (node instanceof CodeNode.Items array) {
            return array.items().stream().allMatch(it -> it instanceof CodeNode.Scalar) && !array.items().isEmpty()
                    ? Optional.of(array.items().stream().map(it -> ((CodeNode.Scalar) it).text()).collect(Collectors.joining("\n")))
                    : Optional.empty();
        }
        return Optional.of(((CodeNode.Scalar) node).text().strip());
    }

    private void put(Map<String, String> values, String pointer, String text) {
        columns.putIfAbsent(pointer, columns.size());
        if (columns.size() > MAX_POINTERS) {
            throw new FileFormatException(file, FileFault.TOO_LARGE, 0, "more than " + MAX_POINTERS + " different members");
        }
        values.put(pointer, text);
    }

    private Table build() {
        boolean named = entries.stream().anyMatch(it -> !it.name().isEmpty());
        var headings = new ArrayList<>(named ? List.of(NAME) : List.<String>of());
        headings.addAll(columns.keySet());
        var table = new Table.Builder(file, 1, headings);
        for (var entry : entries) {
            var cells = new ArrayList<>(named ? List.of(Table.Cell.of(entry.name())) : List.<Table.Cell>of());
            columns.keySet().forEach(it -> cells.add(Table.Cell.of(entry.values().getOrDefault(it, ""))));
            table.add(entry.line(), cells);
        }
        return table.build();
    }
}
