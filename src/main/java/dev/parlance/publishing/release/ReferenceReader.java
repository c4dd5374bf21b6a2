package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.function.Consumer;

/** A streaming reader of reference documents. As one object, a large document would take many times its size in memory. */
public final class ReferenceReader {
    private static final ObjectReader ENTRIES = CanonicalJson.readerFor(ReferenceDocument.Entry.class);

    private ReferenceReader() {
    }

    /**
     * Passes each entry to the consumer, in document order.
     *
     * @throws java.io.UncheckedIOException if the bytes are not a reference document
     */
    public static void read(byte[] reference, Consumer<ReferenceDocument.Entry> consumer) {
        CanonicalJson.read(reference, json -> {
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                switch (name) {
                    case "catalog", "locale" -> CanonicalJson.expect(json, JsonToken.VALUE_STRING);
                    case "messages" -> {
                        CanonicalJson.expect(json, JsonToken.START_ARRAY);
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            consumer.accept(ENTRIES.readValue(json));
                        }
                    }
                    default -> throw new IOException("unknown member of a reference document: " + name);
                }
            }
        });
    }
}
