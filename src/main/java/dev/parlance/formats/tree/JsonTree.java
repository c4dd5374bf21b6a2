package dev.parlance.formats.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.tree.TreeNode.Branch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads JSON files. */
public final class JsonTree {
    /** Comments are accepted, because browsers accept them in extensions, and editors in configuration files. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(1000).build())
            .build();

    /** The part of a Jackson message that repeats the location. */
    private static final Pattern LOCATION = Pattern.compile("\\[Source: [^;]*; (line: \\d+, column: \\d+)]");

    private JsonTree() {
    }

    /**
     * Reads a file.
     *
     * @throws FileFormatException if the file is not valid JSON, or not an object or array
     */
    public static TreeNode read(SourceFile file) {
        var builder = new TreeBuilder(file, (parser, depth) -> parser.currentTokenLocation().getLineNr());
        var text = file.text();
        try (var parser = FACTORY.createParser(text)) {
            readAll(file, parser, builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.root().filter(it -> it instanceof Branch || it instanceof TreeNode.Sequence)
                .orElseThrow(() -> new FileFormatException(file.path(), FileFault.MALFORMED, 1, "neither an object nor an array"));
    }

    /**
     * Reads an object.
     *
     * @throws FileFormatException if the file is not valid JSON, or not an object
     */
    public static Branch readObject(SourceFile file) {
        if (read(file) instanceof Branch branch) {
            return branch;
        }
        throw new FileFormatException(file.path(), FileFault.MALFORMED, 1, "not an object");
    }

    /** Returns the valid part at the start of a file. Never throws. */
    public static Optional<TreeNode> sample(SourceFile file) {
        var builder = new TreeBuilder(file, (parser, depth) -> 1);
        try (var parser = FACTORY.createParser(file.sample())) {
            builder.readAll(parser);
        } catch (IOException | FileFormatException endOfSample) {
            return builder.root();
        }
        return builder.root();
    }

    private static void readAll(SourceFile file, JsonParser parser, TreeBuilder builder) throws IOException {
        try {
            builder.readAll(parser);
        } catch (StreamConstraintsException e) {
            throw new FileFormatException(file.path(), FileFault.TOO_LARGE, parser.currentLocation().getLineNr(), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, Math.max(e.getLocation().getLineNr(), 0),
                    LOCATION.matcher(e.getOriginalMessage()).replaceAll("$1"));
        }
    }
}
