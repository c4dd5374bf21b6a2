package dev.parlance.formats.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes human-readable JSON: one member per line, indented by two spaces, with a final line feed. */
public final class JsonText {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer(prettyPrinter());

    private JsonText() {
    }

    /**
     * Writes an object in UTF-8.
     *
     * @param members strings and maps, in the order of the file
     */
    public static byte[] write(Map<String, ?> members) {
        try {
            return (WRITER.writeValueAsString(members) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter);
    }
}
