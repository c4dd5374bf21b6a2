package dev.parlance.formats.table.markdown;

import dev.parlance.formats.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of a document whose headings contain codes.
 *
 * <p>The title of a section is its message, and its body the description. Without a title, the items of a list at the start of the body are
 * the messages, or else the first paragraph is the message; the rest of the body is the description.
 */
final class CodeSections {
    private static final List<String> COLUMNS = List.of("key", "code", "reason", "message", "description");
    private static final int MIN_SECTIONS = 2;

    private final String file;
    private final List<Section> sections = new ArrayList<>();
    private int codeLevel;

    /** @param code empty for a section without a code between sections with codes */
    private record Section(int line, String heading, Optional<CodeHeading> code, List<Node> body) {
    }

    CodeSections(String file) {
        this.file = file;
    }

    /** Returns the sections as a table; empty if there are fewer than two sections with codes. */
    Optional<Table> read(Node document) {
        Section current = null;
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                current = open(heading, current);
            } else if (current != null && !(node instanceof HtmlBlock) && !(node instanceof ThematicBreak)) {
                current.body().add(node);
            }
        }
        if (sections.stream().filter(it -> it.code().isPresent()).count() < MIN_SECTIONS) {
            return Optional.empty();
        }
        var table = new Table.Builder(file, sections.get(0).line(), COLUMNS);
        boolean byName = hasSharedNumbers();
        sections.forEach(it -> add(table, it, byName));
        return Optional.of(table.build());
    }

    /** A deeper heading belongs to the body. A heading without a code at the level of the codes starts a section that is not imported. */
    private @Nullable Section open(Heading heading, @Nullable Section current) {
        var text = InlineText.of(heading);
        var code = CodeHeading.parse(text);
        if (code.isEmpty() && (current == null || heading.getLevel() < codeLevel)) {
            return null;
        } else if (code.isEmpty() && heading.getLevel() > codeLevel) {
            current.body().add(heading);
            return current;
        }
        codeLevel = code.isPresent() ? heading.getLevel() : codeLevel;
        var section = new Section(MarkdownLayout.line(heading), text, code, new ArrayList<>());
        sections.add(section);
        return section;
    }

    /** Returns whether several names share a number, as in documents with several enumerations; then numbers cannot be keys. */
    private boolean hasSharedNumbers() {
        var names = new HashMap<String, String>();
        var distinct = new HashSet<String>();
        boolean repeated = false;
        for (var section : sections) {
            if (section.code().isPresent() && !section.code().get().name().isEmpty()) {
                var code = section.code().get();
                var other = names.putIfAbsent(code.code(), code.name());
                repeated |= other != null && !other.equals(code.name());
                if (!distinct.add(code.name())) {
                    return false;
                }
            }
        }
        return repeated;
    }

    private void add(Table.Builder table, Section section, boolean byName) {
        if (section.code().isEmpty()) {
            table.add(section.line(), List.of(Table.Cell.BLANK, Table.Cell.BLANK, Table.Cell.BLANK, Table.Cell.of(section.heading())));
            return;
        }
        var code = section.code().get();
        var body = section.body();
        Table.Cell message;
        int used = 0;
        if (!code.title().isEmpty()) {
            message = Table.Cell.of(code.title());
        } else if (body.isEmpty() || body.get(0) instanceof TableBlock) {
            message = Table.Cell.BLANK;
        } else {
            message = body.get(0) instanceof ListBlock list ? items(list) : Table.Cell.of(InlineText.of(body.get(0)));
            used = 1;
        }
        var description = new StringBuilder();
        body.subList(used, body.size()).stream().filter(it -> !(it instanceof TableBlock)).map(InlineText::of)
                .filter(it -> !it.isEmpty()).forEach(it -> description.append(description.length() == 0 ? "" : "\n\n").append(it));
        var key = byName ? code.name().isEmpty() ? code.code() : code.name() : "";
        table.add(section.line(), List.of(Table.Cell.of(key), Table.Cell.of(code.code()), Table.Cell.of(code.name()), message,
                Table.Cell.of(description.toString())));
    }

    private static Table.Cell items(ListBlock list) {
        var items = new ArrayList<String>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var text = InlineText.of(item);
            if (!text.isEmpty()) {
                items.add(text);
            }
        }
        return new Table.Cell(items);
    }
}
