package dev.parlance.formats.goi18n;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileLocale;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.tree.JsonTree;
import dev.parlance.formats.tree.TomlTree;
import dev.parlance.formats.tree.TreeNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads message files of go-i18n 2 in JSON or TOML. */
public final class GoI18nImport implements ImportFormat {
    public static final GoI18nImport JSON = new GoI18nImport("go-i18n", "json", JsonTree::read, JsonTree::sample);
    public static final GoI18nImport TOML = new GoI18nImport("go-i18n-toml", "toml", TomlTree::read,
            it -> TomlTree.sample(it).map(Function.identity()));

    private static final Pattern SYNTAX = Pattern.compile("\\{\\{-?\\s*\\.[A-Za-z_]");
    private static final Pattern FILE_NAME = Pattern.compile("(active|translate)\\..*");

    private final String name;
    private final String extension;
    private final Function<SourceFile, TreeNode> reader;
    private final Function<SourceFile, Optional<TreeNode>> sampler;

    private GoI18nImport(String name, String extension, Function<SourceFile, TreeNode> reader,
            Function<SourceFile, Optional<TreeNode>> sampler) {
        this.name = name;
        this.extension = extension;
        this.reader = reader;
        this.sampler = sampler;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.GO);
    }

    @Override
    public double recognise(SourceFile file) {
        var sample = sampler.apply(file);
        if (sample.flatMap(it -> it.texts().findAny()).isEmpty()) {
            return 0;
        } else if (FILE_NAME.matcher(file.name()).matches() || sample.get().texts().anyMatch(it -> SYNTAX.matcher(it).find())) {
            return 0.9;
        } else if (sample.get() instanceof TreeNode.Branch branch && branch.share(GoMessages::isPlural) > 0.5) {
            return 0.7;
        } else if (extension.equals("toml") && FileLocale.of(file.path()).isPresent()) {
            // No other translation format uses TOML, and the names of configuration files contain no locale.
            return 0.4;
        }
        return file.extension().equals(extension) ? 0.2 : 0.1;
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        new GoMessages(entries).readFile(reader.apply(file));
        return entries.content();
    }
}
