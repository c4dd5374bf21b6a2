package dev.parlance.formats.table.html;

import dev.parlance.formats.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of a cell as a browser displays it: blanks are collapsed, and line breaks and blocks start a new line. */
final class CellText implements NodeVisitor {
    private static final Set<String> BLOCKS = Set.of("p", "div", "ul", "ol", "li", "dl", "dt", "dd", "tr", "table", "pre", "blockquote",
            "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "details", "summary");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern LINE_ENDS = Pattern.compile("(?<! ) *\\n *");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private final StringBuilder text = new StringBuilder();
    private int preformatted;

    private CellText() {
    }

    /** Returns the text of a cell, or the items if the cell consists of a list. */
    static Table.Cell of(Element cell) {
        var children = cell.children();
        boolean list = children.size() == 1 && cell.ownText().isBlank()
                && (children.get(0).normalName().equals("ul") || children.get(0).normalName().equals("ol"));
        if (!list) {
            return Table.Cell.of(text(cell));
        }
        List<String> items = new ArrayList<>();
        for (var item : children.get(0).children()) {
            var text = text(item);
            if (!text.isEmpty()) {
                items.add(text);
            }
        }
        return new Table.Cell(items);
    }

    private static String text(Element element) {
        var visitor = new CellText();
        element.traverse(visitor);
        var lines = LINE_ENDS.matcher(visitor.text).replaceAll("\n");
        return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode part) {
            append(part.getWholeText());
        } else if (node.normalName().equals("br")) {
            text.append('\n');
        } else if (depth > 0 && BLOCKS.contains(node.normalName())) {
            startLine();
            preformatted += node.normalName().equals("pre") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (depth > 0 && BLOCKS.contains(node.normalName())) {
            startLine();
            preformatted -= node.normalName().equals("pre") ? 1 : 0;
        }
    }

    private void append(String part) {
        if (preformatted > 0) {
            text.append(part);
            return;
        }
        var joined = BLANKS.matcher(part).replaceAll(" ");
        boolean afterBlank = text.length() == 0 || text.charAt(text.length() - 1) == ' ' || text.charAt(text.length() - 1) == '\n';
        text.append(afterBlank && joined.startsWith(" ") ? joined.substring(1) : joined);
    }

    private void startLine() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
