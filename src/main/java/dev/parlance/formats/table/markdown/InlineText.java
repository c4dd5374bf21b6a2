package dev.parlance.formats.table.markdown;

import dev.parlance.formats.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text of nodes without markup: code spans are literal, links are replaced with their text, and HTML tags are omitted. */
final class InlineText {
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile("</?li[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS_AROUND_BREAKS = Pattern.compile("[ \\t]*\\n[ \\t]*");
    private static final char ITEM_MARK = '\u001E';

    private InlineText() {
    }

    /** Returns the text of a cell. An HTML list, the only kind of list in a cell, produces several items. */
    static Table.Cell cell(Node cell) {
        var text = text(cell);
        if (text.indexOf(ITEM_MARK) < 0) {
            return Table.Cell.of(text);
        }
        List<String> items = new ArrayList<>();
        for (var item : text.split(String.valueOf(ITEM_MARK))) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return new Table.Cell(items);
    }

    /** Returns the text of a heading, a paragraph or another block, with nested blocks as paragraphs. */
    static String of(Node block) {
        return text(block).replace(ITEM_MARK, ' ').strip();
    }

    private static String text(Node root) {
        var text = new StringBuilder();
        for (var node = root.getFirstChild() == null ? root : root.getFirstChild(); node != null; node = NodeOrder.next(node, root)) {
            append(text, node);
            if (node == root) {
                break;
            }
        }
        return BLANKS_AROUND_BREAKS.matcher(text).replaceAll("\n").strip();
    }

    private static void append(StringBuilder text, Node node) {
        if (node instanceof Text part) {
            text.append(part.getLiteral().replace(ITEM_MARK, ' '));
        } else if (node instanceof Code code) {
            text.append(code.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            text.append(' ');
        } else if (node instanceof HardLineBreak) {
            text.append('\n');
        } else if (node instanceof HtmlInline html) {
            text.append(BREAK.matcher(html.getLiteral()).matches() ? "\n"
                    : ITEM.matcher(html.getLiteral()).matches() ? String.valueOf(ITEM_MARK) : "");
        } else if (node instanceof FencedCodeBlock code) {
            startBlock(text, code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            startBlock(text, code.getLiteral());
        } else if (node instanceof HtmlBlock) {
            startBlock(text, "");
        } else if (node instanceof Paragraph || node instanceof BlockQuote || node instanceof ListItem) {
            startBlock(text, node instanceof ListItem ? "- " : "");
        }
    }

    private static void startBlock(StringBuilder text, String start) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(start);
    }
}
