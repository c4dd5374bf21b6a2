package dev.parlance.formats.android;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.NumberedArguments;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.locales.LocaleTag;
import java.util.Map;
import java.util.regex.Pattern;

/** Android resources with texts and plurals. */
public final class AndroidFormat implements BundleFormat {
    static final String NAME = "android";
    /** Android still looks up these languages under their obsolete ISO 639 codes. */
    private static final Map<String, String> OLD_CODES = Map.of("he", "iw", "id", "in", "yi", "ji");

    private static final Pattern LANGUAGE_AND_COUNTRY = Pattern.compile("([a-z]{2,3})(?:-([A-Z]{2}))?");

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
        var simple = LANGUAGE_AND_COUNTRY.matcher(locale.value());
        if (!simple.matches()) {
            return "-b+" + locale.value().replace('-', '+');
        }
        var language = OLD_CODES.getOrDefault(simple.group(1), simple.group(1));
        return "-" + language + (simple.group(2) == null ? "" : "-r" + simple.group(2));
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var texts = new DialectWriter(MessageDialect.PRINTF, PluralSupport.FORMS, new ClientLocale(content.locale()));
        return BundleEntries.write(content, (entry, losses) -> NumberedArguments.of(texts.write(entry, losses)), new AndroidWriter());
    }
}
