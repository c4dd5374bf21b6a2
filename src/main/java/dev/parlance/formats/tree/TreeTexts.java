package dev.parlance.formats.tree;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.RawText;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Sequence;
import dev.parlance.formats.tree.TreeNode.Text;
import java.util.Optional;

/** Converts the strings of a tree to messages. */
public final class TreeTexts {
    private static final String SEPARATOR = ".";

    private TreeTexts() {
    }

    /**
     * Adds the strings of a tree. Keys are the names on the path to a string, separated by dots; an array item is named by its position
     * from 0. Other values are reported.
     */
    public static void add(EntryCollector entries, TreeNode root) {
        add(entries, Optional.empty(), root);
    }

    private static void add(EntryCollector entries, Optional<String> prefix, TreeNode node) {
        var key = prefix.orElse("");
        if (node instanceof Text text) {
            entries.add(key, text.line(), new RawText.Single(text.value()), FileDetails.NONE);
        } else if (node instanceof Branch branch) {
            branch.members().forEach((name, member) -> add(entries, Optional.of(join(prefix, name)), member));
        } else if (node instanceof Sequence sequence) {
            int position = 0;
            for (var item : sequence.items()) {
                add(entries, Optional.of(join(prefix, Integer.toString(position++))), item);
            }
        } else {
            entries.report(Reason.NOT_A_TEXT, node.line(), key);
        }
    }

    private static String join(Optional<String> prefix, String name) {
        return prefix.map(it -> it + SEPARATOR + name).orElse(name);
    }
}
