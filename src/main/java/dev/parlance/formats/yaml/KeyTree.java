package dev.parlance.formats.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts by key, as nested mappings with one level per dot in a key. */
final class KeyTree {
    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> mappings = new HashSet<>();
    /** Mappings with a member that is not a plural category. */
    private final Set<String> ordinary = new HashSet<>();

    /** Reserves a key. All keys must be reserved before the first text is added. */
    void reserve(String key) {
        keys.add(key);
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            int next = key.indexOf('.', dot + 1);
            var segment = key.substring(dot + 1, next < 0 ? key.length() : next);
            mappings.add(key.substring(0, dot));
            if (next >= 0 || !YamlMessages.CATEGORIES.contains(segment)) {
                ordinary.add(key.substring(0, dot));
            }
        }
    }

    /**
     * Adds a text or a mapping of plural forms.
     *
     * @return false if the key is not split, because its segments would be read differently
     */
    boolean put(String key, Object value) {
        var segments = List.of(key.split("\\.", -1));
        int last = key.lastIndexOf('.');
        boolean nested = !mappings.contains(key) && segments.stream().noneMatch(String::isEmpty) && !hasParentText(key)
                && (last < 0 || ordinary.contains(key.substring(0, last)));
        if (!nested) {
            root.put(key, value);
            return segments.size() == 1 && !mappings.contains(key);
        }
        var mapping = root;
        for (var segment : segments.subList(0, segments.size() - 1)) {
            mapping = child(mapping, segment);
        }
        mapping.put(segments.get(segments.size() - 1), value);
        return true;
    }

    private boolean hasParentText(String key) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (keys.contains(key.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> mapping, String segment) {
        return (Map<String, Object>) mapping.computeIfAbsent(segment, it -> new LinkedHashMap<String, Object>());
    }

    Map<String, Object> root() {
        return root;
    }
}
