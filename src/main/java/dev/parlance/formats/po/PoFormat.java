package dev.parlance.formats.po;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.locales.LocaleTag;

/** A gettext catalog with printf texts. */
public final class PoFormat implements BundleFormat {
    static final String NAME = "po";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "text/x-gettext-translation;charset=UTF-8";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value().replace('-', '_') + ".po";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var texts = new DialectWriter(MessageDialect.PRINTF, PluralSupport.FORMS, new ClientLocale(content.locale()));
        return BundleEntries.write(content, texts::write, new PoWriter(content.locale(), content.sourceLocale()));
    }
}
