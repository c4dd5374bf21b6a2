package dev.parlance.formats.json;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import java.util.Optional;

/** A JSON object of texts by key: by default ICU patterns, the canonical bundle without its header. */
public final class JsonFormat implements BundleFormat {
    private final MessageDialect dialect;

    public JsonFormat() {
        this(MessageDialect.ICU);
    }

    private JsonFormat(MessageDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public Optional<BundleFormat> withDialect(MessageDialect other) {
        return Optional.of(new JsonFormat(other));
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var json = new FlatJsonWriter();
        var writer = new DialectWriter(dialect, PluralSupport.NONE, new ClientLocale(content.locale()));
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            json.put(entry.fileKey(), dialect == MessageDialect.ICU ? entry.pattern() : writer.writeSingle(entry, losses));
            bundle.add(entry.key(), losses);
        }
        return bundle.build(json.finish());
    }
}
