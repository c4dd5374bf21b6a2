package dev.parlance.formats.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes nested mappings of texts.
 *
 * <p>Every text is quoted, so that no YAML version reads {@code no}, {@code 012} or {@code 1.10} as another type. A key is plain only if
 * every YAML version reads it as text.
 */
final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> OTHER_TYPES = Set.of("y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True", "TRUE",
            "false", "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF", "null", "Null", "NULL");

    private final StringBuilder text = new StringBuilder();
    private final Emitter emitter;

    private YamlWriter() {
        var settings = DumpSettings.builder().setSplitLines(false).setWidth(Integer.MAX_VALUE).setUseUnicodeEncoding(true)
                .setMaxSimpleKeyLength(1024).build();
        emitter = new Emitter(settings, new StreamDataWriter() {
            @Override
            public void write(String part) {
                text.append(part);
            }

            @Override
            public void write(String part, int offset, int length) {
                text.append(part, offset, offset + length);
            }
        });
    }

    /** Writes a document. Values are texts, or mappings of texts and mappings. */
    static byte[] write(Map<String, Object> root) {
        var writer = new YamlWriter();
        writer.emitter.emit(new StreamStartEvent());
        writer.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.value(root);
        writer.emitter.emit(new DocumentEndEvent(false));
        writer.emitter.emit(new StreamEndEvent());
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> members) {
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            members.forEach((name, member) -> {
                var key = (String) name;
                scalar(key, PLAIN.matcher(key).matches() && !OTHER_TYPES.contains(key) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
                value(member);
            });
            emitter.emit(new MappingEndEvent());
        } else {
            scalar((String) value, ScalarStyle.DOUBLE_QUOTED);
        }
    }

    private void scalar(String value, ScalarStyle style) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), value, style));
    }
}
