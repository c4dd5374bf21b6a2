package dev.parlance.formats.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML document. Every scalar is a text. */
public sealed interface YamlValue {

    /** Returns the line of the value, from 1. */
    int line();

    /** @param isNull whether the text is a notation of null */
    record Text(int line, String text, boolean isNull) implements YamlValue {
    }

    record Sequence(int line, List<YamlValue> items) implements YamlValue {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** @param members in the order of the file */
    record Mapping(int line, Map<String, YamlValue> members) implements YamlValue {
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
