package dev.parlance.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.parlance.locales.LocaleTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A streaming writer of bundles, and of the changes between two of them, in the form of {@link CanonicalJson}. */
public final class BundleWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    /**
     * Optional details of a message in a bundle.
     *
     * @param description an ICU pattern with arguments by their declared names, in the language of the text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MessageDetails(@Nullable String code, @Nullable String reason, @Nullable String description,
                                 @Nullable PublishedAdvice advice) {
    }

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

    /**
     * Returns the changes between two bundles in a client format, which are JSON objects of strings in UTF-8.
     *
     * <p>The earlier one is held as a map, because the order of keys depends on the format.
     */
    public static byte[] changes(String catalog, int release, int since, String locale, byte[] before, byte[] after) {
        var removed = new TreeMap<String, String>();
        forEachString(before, removed::put);
        var writer = changes(catalog, release, since, locale);
        forEachString(after, (key, text) -> {
            if (!text.equals(removed.remove(key))) {
                writer.add(key, text);
            }
        });
        return writer.finish(new Bundle.FallbackKeys(LocaleTag.parse(locale)), removed.keySet());
    }

    private static void forEachString(byte[] document, BiConsumer<String, String> consumer) {
        CanonicalJson.read(document, json -> {
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                consumer.accept(key, json.nextTextValue());
            }
        });
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
     * Ends a bundle with details of its messages and returns it.
     *
     * @param details by key, in the order of the patterns
     */
    public byte[] finish(Bundle.FallbackKeys fallback, Iterator<Map.Entry<String, MessageDetails>> details) {
        write(() -> {
            json.writeEndObject();
            fallback.writeTo(json);
            json.writeObjectFieldStart("details");
            while (details.hasNext()) {
                var message = details.next();
                json.writeObjectField(message.getKey(), message.getValue());
            }
            json.writeEndObject();
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
            writeArray("removed", removed);
            fallback.writeTo(json);
            json.writeEndObject();
            json.close();
        });
        return bytes.toByteArray();
    }

    private void writeArray(String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void write(JsonWriting writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
