package dev.parlance.formats.android;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.locales.LocaleTag;
import java.util.Map;

/** Resources of an Android app with texts and plurals. */
public final class AndroidFormat implements BundleFormat {
    static final String NAME = "android";
    /** Android still looks up these languages under their codes of 1988. */
    private static final Map<String, String> OLD_CODES = Map.of("he", "iw", "id", "in", "yi", "ji");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return "values" + (source ? "" : qualifier(locale)) + "/strings.xml";
    }

    private static String qualifier(LocaleTag locale) {
        var tag = locale.toULocale();
        if (!tag.getScript().isEmpty() || !tag.getVariant().isEmpty() || tag.getCountry().length() > 2) {
            return "-b+" + locale.value().replace('-', '+');
        }
        return "-" + OLD_CODES.getOrDefault(tag.getLanguage(), tag.getLanguage())
                + (tag.getCountry().isEmpty() ? "" : "-r" + tag.getCountry());
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var texts = new DialectWriter(MessageDialect.PRINTF, PluralSupport.FORMS, new ClientLocale(content.locale()));
        return BundleEntries.write(content, texts::write, new AndroidWriter());
    }
}
