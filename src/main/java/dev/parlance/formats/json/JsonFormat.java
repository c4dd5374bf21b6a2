package dev.parlance.formats.json;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FlatJson;
import dev.parlance.formats.Written;
import java.util.Collections;

/** ICU pattern by key, as the canonical bundle has it and without its head. */
public final class JsonFormat implements BundleFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return FlatJson.MEDIA_TYPE;
    }

    @Override
    public Written write(BundleContent content) {
        var json = new FlatJson();
        content.entries().forEach(entry -> json.put(entry.key(), entry.pattern()));
        return new Written(json.bytes(), Collections.emptySortedSet());
    }
}
