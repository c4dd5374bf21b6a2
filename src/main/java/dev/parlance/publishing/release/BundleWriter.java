package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A streaming writer of bundles, and of the changes between two of them, in the form of {@link CanonicalJson}. */
public final class BundleWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    private interface JsonWriting {
        void write() throws IOException;
    }

    private BundleWriter() {
        try {
            json = CanonicalJson.generator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a {@link Bundle}. */
    public static BundleWriter bundle(String catalog, int release, String locale) {
        var writer = new BundleWriter();
        writer.write(() -> {
            writer.json.writeStartObject();
            writer.json.writeStringField("catalog", catalog);
            writer.json.writeNumberField("release", release);
            writer.json.writeStringField("locale", locale);
            writer.json.writeObjectFieldStart("messages");
        });
        return writer;
    }

    /** Starts the changes that turn the bundle of release {@code since} into that of {@code release}. */
    public static BundleWriter changes(String catalog, int release, int since, String locale) {
        var writer = new BundleWriter();
        writer.write(() -> {
            writer.json.writeStartObject();
            writer.json.writeStringField("catalog", catalog);
            writer.json.writeNumberField("release", release);
            writer.json.writeNumberField("since", since);
            writer.json.writeStringField("locale", locale);
            writer.json.writeObjectFieldStart("changed");
        });
        return writer;
    }

    /** Adds a pattern. The caller adds them in the order of their keys. */
    public void add(String key, String pattern) {
        write(() -> json.writeStringField(key, pattern));
    }

    /** Ends a bundle and returns it. */
    public byte[] finish(Bundle.FallbackKeys fallback) {
        write(() -> {
            json.writeEndObject();
            fallback.writeTo(json);
            json.writeEndObject();
            json.close();
        });
        return bytes.toByteArray();
    }

    /**
     * Ends a list of changes and returns it.
     *
     * @param fallback the locales of the changed texts
     * @param removed  the removed keys, sorted
     */
    public byte[] finish(Bundle.FallbackKeys fallback, Iterable<String> removed) {
        write(() -> {
            json.writeEndObject();
            json.writeArrayFieldStart("removed");
            for (var key : removed) {
                json.writeString(key);
            }
            json.writeEndArray();
            fallback.writeTo(json);
            json.writeEndObject();
            json.close();
        });
        return bytes.toByteArray();
    }

    private void write(JsonWriting writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
