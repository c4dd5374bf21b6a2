package dev.parlance.formats.apple;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.formats.writing.EntryWriter;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A {@code .strings} file, written in UTF-8. */
public final class StringsFormat implements BundleFormat {
    static final String NAME = "apple-strings";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=UTF-8";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + ".lproj/Localizable.strings";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var texts = new DialectWriter(MessageDialect.APPLE, PluralSupport.NONE, new ClientLocale(content.locale()));
        return BundleEntries.write(content, texts::write, new Writer());
    }

    /** Writes pairs of quoted strings. */
    static final class Writer implements EntryWriter {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void write(FileEntry entry, Losses losses) {
            entry.details().comment().ifPresent(it -> out.append("/* ").append(it.replace("*/", "* /")).append(" */\n"));
            out.append(quote(entry.key())).append(" = ").append(quote(((RawText.Single) entry.texts().get(0).text()).text())).append(";\n");
        }

        @Override
        public byte[] finish() {
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static String quote(String text) {
            var quoted = new StringBuilder("\"");
            text.chars().forEach(c -> {
                switch (c) {
                    case '"', '\\' -> quoted.append('\\').append((char) c);
                    case '\n' -> quoted.append("\\n");
                    case '\t' -> quoted.append("\\t");
                    case '\r' -> quoted.append("\\r");
                    default -> {
                        if (Character.isISOControl(c)) {
                            quoted.append(String.format(Locale.ROOT, "\\U%04x", c));
                        } else {
                            quoted.append((char) c);
                        }
                    }
                }
            });
            return quoted.append('"').toString();
        }
    }
}
