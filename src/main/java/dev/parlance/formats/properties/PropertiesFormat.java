package dev.parlance.formats.properties;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A Java resource bundle with texts in the syntax of {@code java.text.MessageFormat}. */
public final class PropertiesFormat implements BundleFormat {
    /** For {@code ResourceBundle} since Java 9. */
    public static final PropertiesFormat UTF_8 = new PropertiesFormat("properties", StandardCharsets.UTF_8, MessageDialect.JAVA);
    /** For {@code ResourceBundle} before Java 9, and for {@code Properties.load} from a stream. */
    public static final PropertiesFormat ASCII = new PropertiesFormat("properties-ascii", StandardCharsets.US_ASCII, MessageDialect.JAVA);

    private final String name;
    private final Charset charset;
    private final MessageDialect dialect;

    private PropertiesFormat(String name, Charset charset, MessageDialect dialect) {
        this.name = name;
        this.charset = charset;
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=" + charset.name();
    }

    /** Java falls back to the file without a locale. */
    @Override
    public String path(LocaleTag locale, boolean source) {
        return source ? "messages.properties" : "messages_" + locale.value().replace('-', '_') + ".properties";
    }

    @Override
    public Optional<BundleFormat> withDialect(MessageDialect other) {
        return Optional.of(new PropertiesFormat(name, charset, other));
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var writer = new DialectWriter(dialect, PluralSupport.NONE, new ClientLocale(content.locale()));
        var lines = new StringBuilder();
        var line = new PropertyLineWriter(charset.equals(StandardCharsets.US_ASCII));
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            entry.details().description().ifPresent(it -> line.appendComment(lines, it));
            line.append(lines, entry.fileKey(), writer.writeSingle(entry, losses));
            bundle.add(entry.key(), losses);
        }
        return bundle.build(lines.toString().getBytes(charset));
    }
}
