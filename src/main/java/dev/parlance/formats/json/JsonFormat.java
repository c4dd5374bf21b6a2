package dev.parlance.formats.json;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;

/** A JSON object of ICU patterns by key: the canonical bundle without its header. */
public final class JsonFormat implements BundleFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var json = new FlatJsonWriter();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            json.put(entry.fileKey(), entry.pattern());
            bundle.add(entry.key(), new Losses(entry));
        }
        return bundle.build(json.finish());
    }
}
