package dev.parlance.formats.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.tree.TreeNode.Branch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads TOML files. */
public final class TomlTree {
    private static final TomlFactory FACTORY = new TomlFactory();

    /** Contained in the parser's message for a duplicate key, which it detects only after the line feed. */
    private static final String DUPLICATE = "Duplicate key";

    /** The start of a line with a key. A line of a multi-line text may look the same, which only makes the sample useless. */
    private static final Pattern VALUE = Pattern.compile("^(?:[\\w.-]+|\"[^\"\\n]*\"|'[^'\\n]*')\\s*=", Pattern.MULTILINE);

    private TomlTree() {
    }

    /**
     * Reads a file.
     *
     * @throws FileFormatException if the file is not valid TOML
     */
    public static Branch read(SourceFile file) {
        var text = file.text();
        var lines = TomlLines.of(file, text);
        var builder = new TreeBuilder(file, (parser, depth) -> lines.find(parser.getParsingContext().pathAsPointer()));
        try (var parser = FACTORY.createParser(text)) {
            builder.readAll(parser);
        } catch (StreamConstraintsException e) {
            boolean deep = String.valueOf(e.getOriginalMessage()).contains("depth");
            throw new FileFormatException(file.path(), deep ? FileFault.TOO_DEEP : FileFault.TOO_LARGE, 0, e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            boolean before = e.getOriginalMessage().startsWith(DUPLICATE) && e.getLocation().getColumnNr() == 1;
            throw new FileFormatException(file.path(), FileFault.MALFORMED, e.getLocation().getLineNr() - (before ? 1 : 0),
                    e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.root().filter(Branch.class::isInstance).map(Branch.class::cast)
                .orElseGet(() -> new Branch(new LinkedHashMap<>(), 1));
    }

    /** Returns the start of a file up to the last complete table or value; empty if it is not TOML. Never throws. */
    public static Optional<Branch> sample(SourceFile file) {
        var text = file.sample();
        if (!file.isLongerThanSample()) {
            return parse(file, text);
        }
        return parse(file, text.substring(0, Math.max(text.lastIndexOf("\n["), 0))).filter(it -> !it.members().isEmpty())
                .or(() -> parse(file, text.substring(0, startOfLastValue(text))));
    }

    private static int startOfLastValue(String text) {
        return VALUE.matcher(text).results().mapToInt(MatchResult::start).max().orElse(0);
    }

    private static Optional<Branch> parse(SourceFile file, String text) {
        var builder = new TreeBuilder(file, (JsonParser parser, int depth) -> 1);
        try (var parser = FACTORY.createParser(text)) {
            builder.readAll(parser);
        } catch (IOException | FileFormatException notToml) {
            return Optional.empty();
        }
        return builder.root().filter(Branch.class::isInstance).map(Branch.class::cast);
    }
}
