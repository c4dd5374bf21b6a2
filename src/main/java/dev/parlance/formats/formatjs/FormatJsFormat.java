package dev.parlance.formats.formatjs;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import java.util.Optional;

/** A bundle for {@code intl-messageformat}, {@code react-intl} and all other FormatJS libraries. */
public final class FormatJsFormat implements BundleFormat {
    /** Writes {@code <link>…</link>} as tags, which the app handles with functions. */
    private static final FormatJsFormat RICH = new FormatJsFormat(true);

    private final boolean richTags;

    /** Creates the format that writes tags as text. */
    public FormatJsFormat() {
        this(false);
    }

    private FormatJsFormat(boolean richTags) {
        this.richTags = richTags;
    }

    @Override
    public String name() {
        return "formatjs";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public Optional<BundleFormat> withRichTags() {
        return Optional.of(RICH);
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var client = new ClientLocale(content.locale());
        var json = new FlatJsonWriter();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            json.put(entry.fileKey(), new FormatJsMessageWriter(entry, client, losses, richTags).write());
            bundle.add(entry.key(), losses);
        }
        return bundle.build(json.finish());
    }
}
