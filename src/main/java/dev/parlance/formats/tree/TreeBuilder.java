package dev.parlance.formats.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Scalar;
import dev.parlance.formats.tree.TreeNode.Sequence;
import dev.parlance.formats.tree.TreeNode.Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a tree from the tokens of a parser. After an error, the partial tree remains available. */
final class TreeBuilder {
    private static final int MAX_DEPTH = 32;

    /** Six per message of the largest file. A value takes about a hundred bytes. */
    private static final int MAX_VALUES = 600_000;

    private final SourceFile file;
    private final LineOf lines;
    private final Deque<Consumer<TreeNode>> open = new ArrayDeque<>();
    private String name = "";
    private int nameLine;
    private int values;
    private @Nullable TreeNode root;

    /** Returns the line of the current token of a parser. */
    interface LineOf {
        int line(JsonParser parser, int depth);
    }

    TreeBuilder(SourceFile file, LineOf lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads all tokens. */
    void readAll(JsonParser parser) throws IOException {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (root != null && open.isEmpty()) {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, line(parser), "content after the end");
            }
            read(parser, token);
        }
    }

    Optional<TreeNode> root() {
        return Optional.ofNullable(root);
    }

    private void read(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> {
                nameLine = line(parser);
                name = parser.currentName();
                file.checkCharacters(name, nameLine);
            }
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, TreeNode>();
                add(new Branch(members, valueLine(parser)));
                open(it -> members.put(name, it), parser);
            }
            case START_ARRAY -> {
                var items = new ArrayList<TreeNode>();
                add(new Sequence(items, valueLine(parser)));
                open(items::add, parser);
            }
            case END_OBJECT, END_ARRAY -> {
                open.pop();
                nameLine = 0;
            }
            case VALUE_STRING -> {
                var text = parser.getText();
                file.checkCharacters(text, valueLine(parser));
                add(new Text(text, valueLine(parser)));
            }
            default -> add(new Scalar(valueLine(parser)));
        }
    }

    private void open(Consumer<TreeNode> container, JsonParser parser) {
        if (open.size() == MAX_DEPTH) {
            throw new FileFormatException(file.path(), FileFault.TOO_DEEP, line(parser), "more than " + MAX_DEPTH + " levels");
        }
        open.push(container);
        nameLine = 0;
    }

    private void add(TreeNode node) {
        if (++values > MAX_VALUES) {
            throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, node.line(), "more than " + MAX_VALUES + " values");
        }
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().accept(node);
        }
    }

    private int line(JsonParser parser) {
        return lines.line(parser, open.size());
    }

    private int valueLine(JsonParser parser) {
        return nameLine > 0 ? nameLine : line(parser);
    }
}
