package dev.parlance.formats.table.codemap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.yaml.YamlParser;
import dev.parlance.formats.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** The reading of documents in JSON, TOML and YAML. */
final class CodeDocument {
    private static final int MAX_DEPTH = 64;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
    static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    static final JsonFactory TOML = TomlFactory.builder().streamReadConstraints(LIMITS).build();

    private CodeDocument() {
    }

    /** @throws FileFormatException if the file violates the format or exceeds a limit */
    static CodeNode parse(SourceFile file, JsonFactory factory) {
        try (var parser = factory.createParser(file.text())) {
            if (parser.nextToken() == null) {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, 1, "empty document");
            }
            var root = read(parser, file, 0);
            if (parser.nextToken() != null) {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, line(parser), "text after the document");
            }
            return root;
        } catch (StreamConstraintsException e) {
            boolean deep = e.getOriginalMessage().contains("nesting depth");
            throw new FileFormatException(file.path(), deep ? FileFault.TOO_DEEP : FileFault.TOO_LARGE, line(e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, line(e), String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CodeNode parseYaml(SourceFile file) {
        return convert(YamlParser.parse(file));
    }

    private static CodeNode read(JsonParser parser, SourceFile file, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new FileFormatException(file.path(), FileFault.TOO_DEEP, line(parser), "nested deeper than " + MAX_DEPTH);
        }
        int line = line(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var members = new LinkedHashMap<String, CodeNode>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser, file, depth + 1));
            }
            return new CodeNode.Members(line, members);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            var items = new ArrayList<CodeNode>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser, file, depth + 1));
            }
            return new CodeNode.Items(line, items);
        }
        return new CodeNode.Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private static int line(JsonParser parser) {
        return Math.max(0, parser.currentTokenLocation().getLineNr());
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private static CodeNode convert(YamlValue value) {
        if (value instanceof YamlValue.Mapping mapping) {
            var members = new LinkedHashMap<String, CodeNode>();
            mapping.members().forEach((name, member) -> members.put(name, convert(member)));
            return new CodeNode.Members(value.line(), members);
        } else if (value instanceof YamlValue.Sequence sequence) {
            return new CodeNode.Items(value.line(), sequence.items().stream().map(CodeDocument::convert).toList());
        }
        var text = (YamlValue.Text) value;
        return new CodeNode.Scalar(text.line(), text.isNull() ? "" : text.text());
    }
}
