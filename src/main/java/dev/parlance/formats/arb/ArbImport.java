package dev.parlance.formats.arb;

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
import dev.parlance.formats.tree.TreeNode.Text;
import dev.parlance.formats.tree.TreeNode;
import dev.parlance.locales.KnownLanguages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads Application Resource Bundles of Flutter. */
public final class ArbImport implements ImportFormat {
    static final String LOCALE = "@@locale";
    static final String METADATA = "@";
    static final String DESCRIPTION = "description";
    static final String PLACEHOLDERS = "placeholders";
    static final String TYPE = "type";
    static final String EXAMPLE = "example";

    private static final Set<String> NUMBERS = Set.of("int", "num", "double");
    static final String DATE = "DateTime";
    static final String FORMAT = "format";

    /** The only value of the attribute {@code type} in use. */
    private static final String TEXT = "text";

    @Override
    public String name() {
        return "arb";
    }

    /** An apostrophe is literal unless the project enables escaping, which is not visible in the file. */
    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.BRACES);
    }

    @Override
    public double recognise(SourceFile file) {
        if (!(JsonTree.sample(file).orElse(null) instanceof Branch sample)) {
            return 0;
        }
        boolean metadata = sample.members().keySet().stream().anyMatch(it -> it.startsWith(METADATA) && it.length() > 1);
        return sample.text(LOCALE).isPresent() ? 0.99 : file.extension().equals("arb") ? 0.95 : metadata ? 0.85 : 0;
    }

    @Override
    public FileContent read(SourceFile file) {
        var entries = new EntryCollector(file);
        var root = JsonTree.readObject(file);
        root.members().forEach((key, node) -> {
            if (!key.startsWith(METADATA)) {
                readMessage(entries, root, key, node);
            } else if (key.equals(LOCALE)) {
                if (readLocale(node).isEmpty()) {
                    entries.report(Reason.INVALID_LOCALE, node.line(), key);
                }
            } else if (key.startsWith(METADATA + METADATA) || !root.members().containsKey(key.substring(METADATA.length()))) {
                entries.report(Reason.METADATA, node.line(), key);
            }
        });
        return entries.content(Optional.ofNullable(root.members().get(LOCALE)).flatMap(it -> readLocale(it)), Optional.empty());
    }

    private static Optional<LocaleTag> readLocale(TreeNode node) {
        try {
            return node instanceof Text text ? Optional.of(LocaleTag.parse(text.value())).filter(KnownLanguages::isKnown)
                    : Optional.empty();
        } catch (ProblemException malformed) {
            return Optional.empty();
        }
    }

    private static void readMessage(EntryCollector entries, Branch root, String key, TreeNode node) {
        if (node instanceof Text text) {
            var metadata = root.members().get(METADATA + key);
            entries.add(key, text.line(), new RawText.Single(text.value()),
                    metadata instanceof Branch attributes ? readDetails(entries, key, attributes) : FileDetails.NONE);
            if (metadata != null && !(metadata instanceof Branch)) {
                entries.report(Reason.METADATA, metadata.line(), METADATA + key);
            }
        } else {
            entries.report(Reason.NOT_A_TEXT, node.line(), key);
        }
    }

    private static FileDetails readDetails(EntryCollector entries, String key, Branch attributes) {
        var arguments = new ArrayList<Argument>();
        attributes.members().forEach((name, node) -> {
            if (name.equals(PLACEHOLDERS) && node instanceof Branch placeholders) {
                placeholders.members().forEach((placeholder, it) ->
                        readPlaceholder(entries, key, placeholder, it).ifPresent(arguments::add));
            } else if (!(name.equals(DESCRIPTION) && node instanceof Text)
                    && !(name.equals(TYPE) && TEXT.equals(attributes.text(TYPE).orElse("")))) {
                entries.report(Reason.METADATA, node.line(), METADATA + key + "." + name);
            }
        });
        return new FileDetails(attributes.text(DESCRIPTION).filter(it -> !it.isBlank()), Optional.empty(), Optional.empty(),
                OptionalInt.empty(), Set.of(), arguments, OptionalInt.empty());
    }

    private static Optional<Argument> readPlaceholder(EntryCollector entries, String key, String name, TreeNode node) {
        var attributes = node instanceof Branch branch ? branch : new Branch(Map.of(), node.line());
        var place = METADATA + key + "." + PLACEHOLDERS + "." + name;
        attributes.members().forEach((attribute, it) -> {
            if (!List.of(TYPE, EXAMPLE).contains(attribute) || !(it instanceof Text)) {
                entries.report(Reason.METADATA, it.line(), place + "." + attribute);
            }
        });
        var type = attributes.text(TYPE).orElse("");
        try {
            return Optional.of(new Argument(name, NUMBERS.contains(type) ? ArgumentType.NUMBER
                    : type.equals(DATE) ? ArgumentType.DATETIME : ArgumentType.STRING, attributes.text(EXAMPLE).orElse("")));
        } catch (IllegalArgumentException invalidName) {
            entries.report(Reason.METADATA, node.line(), place);
            return Optional.empty();
        }
    }
}
