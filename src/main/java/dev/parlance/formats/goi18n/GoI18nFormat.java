package dev.parlance.formats.goi18n;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.tree.JsonText;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A message file of go-i18n 2. */
public final class GoI18nFormat implements BundleFormat {
    public static final GoI18nFormat JSON = new GoI18nFormat("go-i18n", FlatJsonWriter.MEDIA_TYPE, ".json", JsonText::write);
    public static final GoI18nFormat TOML = new GoI18nFormat("go-i18n-toml", "application/toml", ".toml", GoI18nFormat::writeToml);

    private static final TomlMapper TOML_MAPPER = new TomlMapper();
    private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many", GoMessages.OTHER);

    private final String name;
    private final String mediaType;
    private final String extension;
    private final Function<Map<String, Object>, byte[]> writer;

    private GoI18nFormat(String name, String mediaType, String extension, Function<Map<String, Object>, byte[]> writer) {
        this.name = name;
        this.mediaType = mediaType;
        this.extension = extension;
        this.writer = writer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return "active." + locale.value() + extension;
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var texts = new DialectWriter(MessageDialect.GO, PluralSupport.FORMS, new ClientLocale(content.locale()));
        var members = new LinkedHashMap<String, Object>();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            var message = toMessage(texts.write(entry, losses), losses);
            entry.details().description().ifPresent(it -> message.put(GoMessages.DESCRIPTION, it));
            boolean text = message.size() == 1 && message.containsKey(GoMessages.OTHER) && !GoMessages.RESERVED.contains(entry.fileKey());
            members.put(entry.fileKey(), text ? message.get(GoMessages.OTHER) : message);
            bundle.add(entry.key(), losses);
        }
        return bundle.build(writer.apply(members));
    }

    /** Converts a text. go-i18n supports neither ordinals nor forms for single numbers. */
    private static Map<String, String> toMessage(RawText text, Losses losses) {
        var message = new LinkedHashMap<String, String>();
        if (text instanceof Single single) {
            message.put(GoMessages.OTHER, single.text());
        } else if (text instanceof PluralForms plural) {
            losses.addIf(plural.ordinal() || !FORMS.containsAll(plural.forms().keySet()), LossReason.PLURAL_FORM, plural.argument());
            FORMS.stream().filter(it -> plural.forms().containsKey(it) && (!plural.ordinal() || it.equals(GoMessages.OTHER)))
                    .forEach(it -> message.put(it, plural.forms().get(it)));
        }
        return message;
    }

    private static byte[] writeToml(Map<String, Object> members) {
        try {
            // The library would write an empty table as a key without a name.
            return members.isEmpty() ? new byte[0] : TOML_MAPPER.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
