package dev.parlance.rest.delivery;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parlance.formats.Loss;
import dev.parlance.publishing.delivery.ClientShape;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.SortedSet;

/** The list of all losses of a bundle: as JSON, or as lines of key, reason and argument, separated by tabs. */
final class LossDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private LossDocument() {
    }

    static byte[] write(Snapshot snapshot, PublishedLocale locale, ClientShape shape, SortedMap<String, SortedSet<Loss>> losses,
            boolean asText) {
        return asText ? writeText(losses) : writeJson(snapshot, locale, shape, losses);
    }

    private static byte[] writeText(SortedMap<String, SortedSet<Loss>> losses) {
        var lines = new StringBuilder();
        losses.forEach((key, all) -> all.forEach(it -> lines.append(key).append('\t').append(it.reason().label()).append('\t')
                .append(it.argument()).append('\n')));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] writeJson(Snapshot snapshot, PublishedLocale locale, ClientShape shape,
            SortedMap<String, SortedSet<Loss>> losses) {
        var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("catalog", snapshot.catalog().value());
            json.writeNumberField("release", snapshot.release());
            json.writeStringField("locale", locale.locale().value());
            json.writeStringField("requestedLocale", shape.client().value());
            json.writeStringField("format", shape.format().name());
            json.writeArrayFieldStart("losses");
            for (var message : losses.entrySet()) {
                for (var loss : message.getValue()) {
                    writeLoss(json, message.getKey(), loss);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeLoss(JsonGenerator json, String key, Loss loss) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeStringField("reason", loss.reason().label());
        if (!loss.argument().isEmpty()) {
            json.writeStringField("argument", loss.argument());
        }
        json.writeEndObject();
    }
}
