package dev.parlance.formats.formatjs;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import java.util.TreeSet;

/** A bundle for {@code intl-messageformat}, and so for {@code react-intl} and all of FormatJS. */
public final class FormatJsFormat implements BundleFormat {

    @Override
    public String name() {
        return "formatjs";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var client = new ClientLocale(content.locale());
        var json = new FlatJsonWriter();
        var lossy = new TreeSet<String>();
        for (var entry : content.entries()) {
            var writer = new FormatJsMessageWriter(entry, client);
            json.put(entry.key(), writer.write());
            if (writer.isLossy()) {
                lossy.add(entry.key());
            }
        }
        return new FormattedBundle(json.finish(), lossy);
    }
}
