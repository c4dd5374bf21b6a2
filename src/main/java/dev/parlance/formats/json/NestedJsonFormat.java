package dev.parlance.formats.json;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.tree.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ICU patterns in nested objects, with one level for each dot in a key.
 *
 * <p>A key that continues the key of another message is not split, because a text has no members: {@code a} beside {@code a.b}.
 */
public final class NestedJsonFormat implements BundleFormat {
    private static final char SEPARATOR = '.';

    /** Readers reject deeper files. */
    private static final int MAX_DEPTH = 24;

    @Override
    public String name() {
        return "json-nested";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var keys = new HashSet<String>();
        content.entries().forEach(it -> keys.add(it.fileKey()));
        var root = new LinkedHashMap<String, Object>();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            put(root, split(entry.fileKey(), keys), entry.pattern());
            bundle.add(entry.key(), new Losses(entry));
        }
        return bundle.build(JsonText.write(root));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, List<String> path, String text) {
        var object = root;
        for (var name : path.subList(0, path.size() - 1)) {
            object = (Map<String, Object>) object.computeIfAbsent(name, it -> new LinkedHashMap<String, Object>());
        }
        object.put(path.get(path.size() - 1), text);
    }

    private static List<String> split(String key, Set<String> keys) {
        var path = new ArrayList<String>();
        int start = 0;
        for (int dot = key.indexOf(SEPARATOR); dot >= 0; dot = key.indexOf(SEPARATOR, dot + 1)) {
            if (!keys.contains(key.substring(0, dot)) && path.size() < MAX_DEPTH) {
                path.add(key.substring(start, dot));
                start = dot + 1;
            }
        }
        path.add(key.substring(start));
        return path;
    }
}
