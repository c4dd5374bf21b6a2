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
import dev.parlance.formats.table.Table;
import dev.parlance.formats.yaml.YamlParser;
import dev.parlance.formats.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads documents in JSON, TOML and YAML. */
final class CodeDocument {
    private static final int MAX_DEPTH = 64;
    /** Ten per message of the largest file. A value takes about a hundred bytes. */
    private static final int MAX_VALUES = 1_000_000;
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
            var root = new FileParser(file, parser).read(0);
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

    private static final class FileParser {
        private final SourceFile file;
        private final JsonParser parser;
        private int values;

        FileParser(SourceFile file, JsonParser parser) {
            this.file = file;
            this.parser = parser;
        }

        CodeNode read(int depth) throws IOException {
            int line = line(parser);
            if (depth > MAX_DEPTH) {
                throw new FileFormatException(file.path(), FileFault.TOO_DEEP, line, "nested deeper than " + MAX_DEPTH);
            } else if (++values > MAX_VALUES) {
                throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, line, "more than " + MAX_VALUES + " values");
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                var members = new LinkedHashMap<String, CodeNode>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    if (members.size() == Table.MAX_ROWS) {
                        throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, line(parser), "more than " + Table.MAX_ROWS
                                + " entries");
                    }
                    var name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(depth + 1));
                }
                return new CodeNode.Members(line, members);
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                var items = new ArrayList<CodeNode>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(depth + 1));
                }
                return new CodeNode.Items(line, items);
            }
            return new CodeNode.Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
        }
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
