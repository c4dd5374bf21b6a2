package dev.parlance.formats.printf;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FlatJson;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.formats.Written;
import java.util.TreeSet;

/** printf text by key. */
public final class PrintfFormat implements BundleFormat {

    @Override
    public String name() {
        return "printf";
    }

    @Override
    public String mediaType() {
        return FlatJson.MEDIA_TYPE;
    }

    @Override
    public Written write(BundleContent content) {
        var reader = new ReadingLocale(content.locale());
        var json = new FlatJson();
        var lossy = new TreeSet<String>();
        for (var entry : content.entries()) {
            var pattern = new PrintfPattern(entry, reader);
            json.put(entry.key(), pattern.write().toPrintf());
            if (pattern.lossy()) {
                lossy.add(entry.key());
            }
        }
        return new Written(json.bytes(), lossy);
    }
}
