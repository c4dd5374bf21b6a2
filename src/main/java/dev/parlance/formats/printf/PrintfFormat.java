package dev.parlance.formats.printf;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import java.util.TreeSet;

/** A JSON object of printf texts by key. */
public final class PrintfFormat implements BundleFormat {

    @Override
    public String name() {
        return "printf";
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
            var writer = new PrintfMessageWriter(entry, client);
            json.put(entry.key(), writer.write().toPrintf());
            if (writer.isLossy()) {
                lossy.add(entry.key());
            }
        }
        return new FormattedBundle(json.finish(), lossy);
    }
}
