package dev.parlance.formats.printf;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;

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
        var writer = new DialectWriter(MessageDialect.PRINTF, PluralSupport.NONE, new ClientLocale(content.locale()));
        var json = new FlatJsonWriter();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            json.put(entry.key(), writer.writeSingle(entry, losses));
            bundle.add(entry.key(), losses);
        }
        return bundle.build(json.finish());
    }
}
