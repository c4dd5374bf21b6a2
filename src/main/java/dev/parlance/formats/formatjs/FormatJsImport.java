package dev.parlance.formats.formatjs;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.JsonTree;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Sequence;
import dev.parlance.formats.tree.TreeNode.Text;
import dev.parlance.formats.tree.TreeNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads messages by id, either as strings or as the objects that FormatJS extracts from source code. */
public final class FormatJsImport implements ImportFormat {
    private static final String ID = "id";
    private static final String MESSAGE = "defaultMessage";
    private static final String DESCRIPTION = "description";
    /**
     * Only FormatJS quotes tags in patterns. Flat files without quoted tags can be read as JSON in the ICU dialect, with the same result.
     */
    private static final String QUOTED_TAG = "'<";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*[\\w-]+\\s*,\\s*(?:plural|select|selectordinal|number|date|time)\\b");
    private static final Set<String> MEMBERS = Set.of(ID, MESSAGE, DESCRIPTION);

    @Override
    public String name() {
        return "formatjs";
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.ICU);
    }

    @Override
    public double recognise(SourceFile file) {
        var sample = JsonTree.sample(file).orElse(null);
        if (sample instanceof Branch branch) {
            return branch.share(FormatJsImport::isMessage) > 0.5 ? 0.95 : branch.share(Text.class::isInstance) < 1 ? 0
                    : branch.texts().anyMatch(ARGUMENT.asPredicate()) && branch.texts().anyMatch(it -> it.contains(QUOTED_TAG)) ? 0.7 : 0.3;
        }
        return sample instanceof Sequence sequence && sequence.items().stream().findFirst().filter(FormatJsImport::isMessage).isPresent()
                ? 0.95 : 0;
    }

    private static boolean isMessage(TreeNode node) {
        return node instanceof Branch branch && branch.text(MESSAGE).isPresent();
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        var tree = JsonTree.read(file);
        if (tree instanceof Branch branch) {
            branch.members().forEach((id, node) -> readMessage(entries, id, node));
        } else if (tree instanceof Sequence sequence) {
            sequence.items().forEach(it -> readMessage(entries, it instanceof Branch item ? item.text(ID).orElse("") : "", it));
        }
        return entries.content();
    }

    private static void readMessage(EntryCollector entries, String id, TreeNode node) {
        if (node instanceof Text text) {
            entries.add(id, node.line(), toRawText(text.value()), FileDetails.NONE);
        } else if (node instanceof Branch message) {
            readObject(entries, id, message);
        } else {
            entries.report(Reason.NOT_A_TEXT, node.line(), id);
        }
    }

    private static void readObject(EntryCollector entries, String id, Branch message) {
        message.members().forEach((name, member) -> {
            if (!MEMBERS.contains(name) || name.equals(DESCRIPTION) && !(member instanceof Text)) {
                entries.report(Reason.METADATA, member.line(), id + "." + name);
            }
        });
        if (message.text(MESSAGE).isPresent()) {
            entries.add(id, message.line(), toRawText(message.text(MESSAGE).get()),
                    message.text(DESCRIPTION).map(FileDetails::comment).orElse(FileDetails.NONE));
        } else {
            entries.report(message.members().containsKey(MESSAGE) ? Reason.NOT_A_TEXT : Reason.EMPTY, message.line(), id);
        }
    }

    private static RawText toRawText(String text) {
        return new RawText.Single(TagQuotes.remove(text));
    }
}
