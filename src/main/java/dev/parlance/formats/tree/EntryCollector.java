package dev.parlance.formats.tree;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Sequence;
import dev.parlance.formats.tree.TreeNode.Text;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the entries and issues of a file with one text for each key. The first one of two entries with the same key counts. */
public final class EntryCollector {
    /** The largest catalogs that are planned for have 100,000 messages. */
    private static final int MAX_ENTRIES = 100_000;
    private static final String SEPARATOR = ".";

    private final SourceFile file;
    private final Map<String, FileEntry> entries = new LinkedHashMap<>();
    private final List<FileIssue> issues = new ArrayList<>();

    public EntryCollector(SourceFile file) {
        this.file = file;
    }

    /** Adds an entry. */
    public void add(String key, int line, RawText text, FileDetails details) {
        if (key.isBlank()) {
            report(FileIssue.Reason.NO_KEY, line, key);
            return;
        }
        var entry = new FileEntry(key, line, List.of(new FileText(text)), details);
        var earlier = entries.putIfAbsent(key, entry);
        if (earlier != null && !earlier.texts().equals(entry.texts())) {
            report(FileIssue.Reason.DUPLICATE_KEY, line, key);
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, line, "more than " + MAX_ENTRIES + " messages");
        }
    }

    /**
     * Adds the strings of a tree, with the names on the way as key, separated by dots. Items of arrays are named by their position from 0.
     *
     * @param prefix the key of the branch; empty at the root
     */
    public void addTree(Optional<String> prefix, TreeNode node) {
        var key = prefix.orElse("");
        if (node instanceof Text text) {
            add(key, text.line(), new RawText.Single(text.value()), FileDetails.NONE);
        } else if (node instanceof Branch branch) {
            branch.members().forEach((name, member) -> addTree(Optional.of(join(prefix, name)), member));
        } else if (node instanceof Sequence sequence) {
            int position = 0;
            for (var item : sequence.items()) {
                addTree(Optional.of(join(prefix, Integer.toString(position++))), item);
            }
        } else {
            report(FileIssue.Reason.NOT_A_TEXT, node.line(), key);
        }
    }

    /** Reports a part of the file that is not imported. */
    public void report(FileIssue.Reason reason, int line, String key) {
        issues.add(new FileIssue(reason, line, key));
    }

    /** Returns the content of a file that declares no locale. */
    public FileContent content() {
        return content(Optional.empty());
    }

    /** Returns the content. */
    public FileContent content(Optional<LocaleTag> locale) {
        issues.sort(Comparator.comparing(FileIssue::line));
        return new FileContent(locale, Optional.empty(), List.copyOf(entries.values()), issues);
    }

    private static String join(Optional<String> prefix, String name) {
        return prefix.map(it -> it + SEPARATOR + name).orElse(name);
    }
}
