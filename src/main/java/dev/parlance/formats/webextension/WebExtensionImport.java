package dev.parlance.formats.webextension;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.JsonTree;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code _locales/…/messages.json} of browser extensions. */
public final class WebExtensionImport implements ImportFormat {
    /** A text that repeats a placeholder may be far longer than its file. */
    private static final int MAX_CHARACTERS = 100_000;
    static final String MESSAGE = "message";
    static final String DESCRIPTION = "description";
    static final String PLACEHOLDERS = "placeholders";
    static final String CONTENT = "content";
    static final String EXAMPLE = "example";

    @Override
    public String name() {
        return "webextension";
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.WEBEXTENSION);
    }

    @Override
    public double recognise(SourceFile file) {
        boolean found = JsonTree.sample(file).orElse(null) instanceof Branch sample
                && sample.share(it -> it instanceof Branch entry && entry.text(MESSAGE).isPresent()) > 0.5;
        return !found ? 0 : file.path().contains("_locales/") ? 0.99 : 0.9;
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        JsonTree.readObject(file).members().forEach((key, node) -> {
            if (node instanceof Branch entry) {
                readEntry(file, entries, key, entry);
            } else {
                entries.report(Reason.NOT_A_TEXT, node.line(), key);
            }
        });
        return entries.content();
    }

    private static void readEntry(SourceFile file, EntryCollector entries, String key, Branch entry) {
        var message = entry.text(MESSAGE);
        entry.members().forEach((name, node) -> {
            if (!(List.of(MESSAGE, DESCRIPTION).contains(name) ? node instanceof Text : name.equals(PLACEHOLDERS)
                    && node instanceof Branch)) {
                entries.report(Reason.METADATA, node.line(), key + "." + name);
            }
        });
        if (message.isEmpty()) {
            entries.report(Reason.EMPTY, entry.line(), key);
            return;
        }
        var placeholders = Placeholders.read(entries, key, entry.branch(PLACEHOLDERS).orElseGet(() -> new Branch(Map.of(), 0)));
        if (placeholders.lengthIn(message.get()) > MAX_CHARACTERS) {
            throw new FileFormatException(file.path(), FileFault.TOO_LARGE, entry.line(), "a text of more than " + MAX_CHARACTERS
                    + " characters");
        }
        entries.add(key, entry.line(), new RawText.Single(placeholders.insertInto(message.get())),
                new FileDetails(entry.text(DESCRIPTION).filter(it -> !it.isBlank()), Optional.empty(), Optional.empty(),
                OptionalInt.empty(),
                        Set.of(), placeholders.arguments(), OptionalInt.empty()));
    }
}
