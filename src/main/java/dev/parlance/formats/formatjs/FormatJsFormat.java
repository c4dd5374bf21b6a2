package dev.parlance.formats.formatjs;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FlatJson;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.formats.Written;
import java.util.TreeSet;

/** Message by key for {@code intl-messageformat}, and so for {@code react-intl} and all of FormatJS. */
public final class FormatJsFormat implements BundleFormat {

    @Override
    public String name() {
        return "formatjs";
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
            var text = new FormatJsText(entry, reader);
            json.put(entry.key(), text.write());
            if (text.lossy()) {
                lossy.add(entry.key());
            }
        }
        return new Written(json.bytes(), lossy);
    }
}
