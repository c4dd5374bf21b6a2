package dev.parlance.formats.goi18n;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.RawText;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Sequence;
import dev.parlance.formats.tree.TreeNode.Text;
import dev.parlance.formats.tree.TreeNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads messages like go-i18n: an object with a string under a reserved name is a message, and any other object a group of messages. */
record GoMessages(EntryCollector entries) {
    static final String ID = "id";
    static final String DESCRIPTION = "description";
    static final String LEFT_DELIMITER = "leftdelim";
    static final String RIGHT_DELIMITER = "rightdelim";
    static final String OTHER = "other";
    /** The number by which go-i18n selects the form, unless the program passes its own data. */
    private static final String COUNT = "PluralCount";
    private static final Set<String> FORMS = Set.of("zero", "one", "two", "few", "many", OTHER);

    /** The digest of the source text, which go-i18n recomputes on each merge. */
    private static final String HASH = "hash";
    static final Set<String> RESERVED = Set.of(ID, DESCRIPTION, HASH, LEFT_DELIMITER, RIGHT_DELIMITER, "zero", "one", "two", "few",
            "many", OTHER);
    private static final String SEPARATOR = ".";

    static boolean isPlural(TreeNode node) {
        return node instanceof Branch branch && branch.text(OTHER).isPresent() && isMessage(branch);
    }

    private static boolean isMessage(Branch branch) {
        return branch.members().entrySet().stream()
                .anyMatch(it -> RESERVED.contains(it.getKey().toLowerCase(Locale.ROOT)) && it.getValue() instanceof Text);
    }

    void readFile(TreeNode root) {
        if (root instanceof Sequence list) {
            list.items().forEach(it -> {
                if (it instanceof Branch message) {
                    readMessage(message.text(ID).orElse(""), message);
                } else {
                    entries.report(Reason.NOT_A_TEXT, it.line(), "");
                }
            });
        } else if (root instanceof Branch group) {
            readGroup(Optional.empty(), group);
        }
    }

    private void readGroup(Optional<String> prefix, Branch group) {
        group.members().forEach((name, node) -> {
            var id = prefix.map(it -> it + SEPARATOR + name).orElse(name);
            if (node instanceof Text text) {
                entries.add(id, text.line(), new RawText.Single(text.value()), FileDetails.NONE);
            } else if (node instanceof Branch branch && isMessage(branch)) {
                readMessage(id, branch);
            } else if (node instanceof Branch branch) {
                readGroup(Optional.of(id), branch);
            } else {
                entries.report(Reason.NOT_A_TEXT, node.line(), id);
            }
        });
    }

    private void readMessage(String id, Branch message) {
        var forms = new TreeMap<String, String>();
        var attributes = new TreeMap<String, String>();
        message.members().forEach((name, node) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!RESERVED.contains(lower) || !(node instanceof Text text)) {
                entries.report(FORMS.contains(lower) ? Reason.NOT_A_TEXT : Reason.METADATA, node.line(), id + SEPARATOR + name);
            } else if (FORMS.contains(lower)) {
                forms.put(lower, text.value());
            } else {
                attributes.put(lower, text.value());
            }
        });
        if (forms.isEmpty()) {
            entries.report(Reason.EMPTY, message.line(), id);
            return;
        }
        forms.replaceAll((form, text) -> withDefaultDelimiters(text, attributes));
        var other = forms.getOrDefault(OTHER, "");
        boolean counted = forms.values().stream().anyMatch(it -> it.contains("." + COUNT));
        boolean single = forms.size() == 1 && forms.containsKey(OTHER) && !counted;
        entries.add(id, message.line(), single ? new RawText.Single(other) : new RawText.PluralForms(counted ? COUNT : "", false, forms),
                FileDetails.comment(attributes.getOrDefault(DESCRIPTION, "")));
    }

    private static String withDefaultDelimiters(String text, Map<String, String> attributes) {
        var opened = replace(text, attributes.getOrDefault(LEFT_DELIMITER, ""), "{{");
        return replace(opened, attributes.getOrDefault(RIGHT_DELIMITER, ""), "}}");
    }

    private static String replace(String text, String delimiter, String usual) {
        return delimiter.isEmpty() ? text : text.replace(delimiter, usual);
    }
}
