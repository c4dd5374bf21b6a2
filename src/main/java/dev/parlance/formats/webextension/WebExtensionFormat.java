package dev.parlance.formats.webextension;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.tree.JsonText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code messages.json} of a browser extension. */
public final class WebExtensionFormat implements BundleFormat {
    private static final Pattern ARGUMENT = Pattern.compile("\\$([1-9])");

    @Override
    public String name() {
        return "webextension";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return "_locales/" + locale.value().replace('-', '_') + "/messages.json";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var writer = new DialectWriter(MessageDialect.WEBEXTENSION, PluralSupport.NONE, new ClientLocale(content.locale()));
        var members = new LinkedHashMap<String, Object>();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            members.put(entry.fileKey(), toMessage(entry, ((Single) writer.write(entry, losses)).text()));
            bundle.add(entry.key(), losses);
        }
        return bundle.build(JsonText.write(members));
    }

    /** In texts with an escaped dollar sign, arguments stay positions, because browsers take the next dollar sign for the end of a name. */
    private static Map<String, Object> toMessage(BundleContent.Entry entry, String text) {
        var arguments = entry.contract().arguments();
        boolean named = !text.contains("$$") && arguments.stream().map(Argument::name).allMatch(Placeholders::isName)
                && arguments.stream().map(it -> it.name().toUpperCase(Locale.ROOT)).distinct().count() == arguments.size();
        var placeholders = new LinkedHashMap<String, Object>();
        var message = new LinkedHashMap<String, Object>();
        message.put(WebExtensionImport.MESSAGE, !named ? text : ARGUMENT.matcher(text).replaceAll(it -> {
            int position = Integer.parseInt(it.group(1)) - 1;
            return Matcher.quoteReplacement(position >= arguments.size() ? it.group() : name(arguments, position, placeholders));
        }));
        entry.details().description().ifPresent(it -> message.put(WebExtensionImport.DESCRIPTION, it));
        if (!placeholders.isEmpty()) {
            message.put(WebExtensionImport.PLACEHOLDERS, placeholders);
        }
        return message;
    }

    private static String name(List<Argument> arguments, int position, Map<String, Object> placeholders) {
        var argument = arguments.get(position);
        var placeholder = new LinkedHashMap<String, Object>();
        placeholder.put(WebExtensionImport.CONTENT, "$" + (position + 1));
        if (!argument.example().isEmpty()) {
            placeholder.put(WebExtensionImport.EXAMPLE, argument.example());
        }
        placeholders.put(argument.name(), placeholder);
        return "$" + argument.name().toUpperCase(Locale.ROOT) + "$";
    }
}
