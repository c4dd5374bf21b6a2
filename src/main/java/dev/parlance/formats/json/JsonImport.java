package dev.parlance.formats.json;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.JsonTree;
import dev.parlance.formats.tree.TreeNode;
import dev.parlance.formats.tree.TreeTexts;

/** Reads flat or nested texts by key. */
public final class JsonImport implements ImportFormat {

    @Override
    public String name() {
        return "json";
    }

    /** Returns a moderate probability, because formats with specific members are more certain. */
    @Override
    public double recognise(SourceFile file) {
        boolean texts = JsonTree.sample(file).filter(TreeNode.Branch.class::isInstance).stream().flatMap(TreeNode::texts)
                .findAny().isPresent();
        return !texts ? 0 : file.extension().equals("json") ? 0.6 : 0.4;
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        TreeTexts.add(entries, JsonTree.readObject(file));
        return entries.content();
    }
}
