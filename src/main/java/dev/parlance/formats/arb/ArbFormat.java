package dev.parlance.formats.arb;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.tree.JsonText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import java.util.LinkedHashMap;
import java.util.Map;

/** An Application Resource Bundle of Flutter. */
public final class ArbFormat implements BundleFormat {
    /** Flutter requires a format for dates. */
    private static final String DATE_FORMAT = "yMd";

    @Override
    public String name() {
        return "arb";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return "app_" + toFlutter(locale) + ".arb";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var members = new LinkedHashMap<String, Object>();
        members.put(ArbImport.LOCALE, toFlutter(content.locale()));
        var writer = new DialectWriter(MessageDialect.BRACES, PluralSupport.NONE, new ClientLocale(content.locale()));
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            members.put(entry.fileKey(), ((Single) writer.write(entry, losses)).text());
            var metadata = metadata(entry);
            if (!metadata.isEmpty()) {
                members.put(ArbImport.METADATA + entry.fileKey(), metadata);
            }
            losses.addIf(entry.fileKey().startsWith(ArbImport.METADATA), LossReason.KEY_CONFLICT, "");
            bundle.add(entry.key(), losses);
        }
        return bundle.build(JsonText.write(members));
    }

    private static String toFlutter(LocaleTag locale) {
        return locale.value().replace('-', '_');
    }

    private static Map<String, Object> metadata(BundleContent.Entry entry) {
        var metadata = new LinkedHashMap<String, Object>();
        entry.details().description().ifPresent(it -> metadata.put(ArbImport.DESCRIPTION, it));
        var placeholders = new LinkedHashMap<String, Object>();
        entry.contract().arguments().forEach(it -> placeholders.put(it.name(), toPlaceholder(it)));
        if (!placeholders.isEmpty()) {
            metadata.put(ArbImport.PLACEHOLDERS, placeholders);
        }
        return metadata;
    }

    private static Map<String, Object> toPlaceholder(Argument argument) {
        var placeholder = new LinkedHashMap<String, Object>();
        switch (argument.type()) {
            case STRING, CURRENCY -> placeholder.put(ArbImport.TYPE, "String");
            case NUMBER -> placeholder.put(ArbImport.TYPE, "num");
            case DATETIME -> {
                placeholder.put(ArbImport.TYPE, ArbImport.DATE);
                placeholder.put(ArbImport.FORMAT, DATE_FORMAT);
            }
        }
        if (!argument.example().isEmpty()) {
            placeholder.put(ArbImport.EXAMPLE, argument.example());
        }
        return placeholder;
    }
}
