package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Serialization of published documents: UTF-8 without whitespace, members in record order, maps in their own order. */
public final class CanonicalJson {
    /** Rejects numbers and booleans where a string is declared. Jackson would coerce them, but such a document is corrupt. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .withCoercionConfig(LogicalType.Textual, it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean,
                    CoercionAction.Fail))
            .build();

    private CanonicalJson() {
    }

    public static byte[] write(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a reader of single values, for use with a parser positioned at their start. */
    static ObjectReader readerFor(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    /**
     * Reads a whole document.
     *
     * @throws UncheckedIOException if the bytes are not a document of this type
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a document to be read token by token. Closing the parser closes the stream. */
    static JsonParser open(InputStream document) throws IOException {
        return MAPPER.createParser(document);
    }

    /** A callback that reads a document token by token. */
    interface TokenReader {
        void read(JsonParser json) throws IOException;
    }

    /**
     * Reads a document token by token. As an object, a large document would take many times its size in memory.
     *
     * @throws UncheckedIOException if the document cannot be parsed
     */
    static void read(byte[] document, TokenReader reading) {
        read(document, 0, reading);
    }

    /** Returns the JSON string whose opening quotation mark is at this offset. */
    public static String readString(byte[] document, int offset) {
        var result = new String[1];
        read(document, offset, json -> result[0] = json.nextTextValue());
        return result[0];
    }

    public static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    /** Advances the parser and requires this token. */
    static void expect(JsonParser json, JsonToken token) throws IOException {
        var actual = json.nextToken();
        if (actual != token) {
            throw new IOException("found " + actual + " instead of " + token + " at " + json.currentTokenLocation());
        }
    }

    private static void read(byte[] document, int offset, TokenReader reading) {
        try (var json = MAPPER.createParser(document, offset, document.length - offset)) {
            reading.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
