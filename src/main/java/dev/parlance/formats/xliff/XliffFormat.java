package dev.parlance.formats.xliff;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.RawText;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.locales.LocaleTag;

/** XLIFF 2.0 with ICU patterns. */
public final class XliffFormat implements BundleFormat {
    static final String NAME = "xliff";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/xliff+xml";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + ".xlf";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        return BundleEntries.write(content, (entry, losses) -> new RawText.Single(entry.pattern()),
                new XliffWriter(content.locale(), content.sourceLocale()));
    }
}
