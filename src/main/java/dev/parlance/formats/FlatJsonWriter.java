package dev.parlance.formats;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A writer of one JSON object, text by key.
 *
 * <p>Members are written in the order in which they are added. The output is UTF-8 without whitespace.
 */
public final class FlatJsonWriter {
    public static final String MEDIA_TYPE = "application/json";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    public FlatJsonWriter() {
        try {
            json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(String key, String text) {
        try {
            json.writeStringField(key, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the object and returns its bytes. */
    public byte[] finish() {
        try {
            json.writeEndObject();
            json.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
