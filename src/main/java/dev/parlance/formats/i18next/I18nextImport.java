package dev.parlance.formats.i18next;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.JsonTree;
import dev.parlance.formats.tree.TreeNode;
import dev.parlance.formats.tree.TreeTexts;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads flat or nested resources in JSON v4, and combines the plural forms of a key. */
public final class I18nextImport implements ImportFormat {
    private static final Pattern SYNTAX = Pattern.compile("\\{\\{-?\\s*[\\p{L}_]|\\$t\\(");

    @Override
    public String name() {
        return "i18next";
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.I18NEXT);
    }

    @Override
    public double recognise(SourceFile file) {
        var sample = JsonTree.sample(file).filter(TreeNode.Branch.class::isInstance);
        if (sample.isEmpty() || sample.get().texts().findAny().isEmpty()) {
            return 0;
        }
        boolean syntax = sample.get().texts().anyMatch(it -> SYNTAX.matcher(it).find());
        return syntax ? 0.8 : file.extension().equals("json") ? 0.2 : 0.1;
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        TreeTexts.add(entries, JsonTree.readObject(file));
        return PluralKeys.combine(entries.content());
    }
}
