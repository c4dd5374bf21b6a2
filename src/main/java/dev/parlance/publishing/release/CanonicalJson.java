package dev.parlance.publishing.release;

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
import java.io.UncheckedIOException;

/** Published documents as bytes: UTF-8, no blanks, members in the order of their record, maps in their own order. */
public final class CanonicalJson {
    /** Jackson would read a number as a string; a document that holds one is damaged. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .withCoercionConfig(LogicalType.Textual, it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
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

    /** A reader of values of this type from a parser that stands at their start. */
    static ObjectReader readerFor(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    /** As a whole. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a document while it is read. */
    interface TokenReader {
        void read(JsonParser json) throws IOException;
    }

    /** Token by token: for documents that would be many times their bytes as a whole. */
    static void read(byte[] document, TokenReader reading) {
        read(document, 0, reading);
    }

    /** The string that begins with the quotation mark at this offset. */
    public static String readString(byte[] document, int offset) {
        var result = new String[1];
        read(document, offset, json -> result[0] = json.nextTextValue());
        return result[0];
    }

    /** Reads on: the next must be such a token. */
    static void expect(JsonParser json, JsonToken token) throws IOException {
        var actual = json.nextToken();
        if (actual != token) {
            throw new IOException("a document with " + actual + " instead of " + token + " at " + json.currentTokenLocation());
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
