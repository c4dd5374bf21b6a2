package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.locales.LocaleTag;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * An i18next resource in JSON v4.
 *
 * <p>The key of each form is the key of the message with a suffix.
 */
public final class I18nextFormat implements BundleFormat {

    @Override
    public String name() {
        return "i18next";
    }

    @Override
    public String mediaType() {
        return FlatJsonWriter.MEDIA_TYPE;
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + "/translation.json";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var messages = new TreeSet<String>();
        content.entries().forEach(entry -> messages.add(entry.fileKey()));
        var keys = new HashSet<>(messages);
        var client = new ClientLocale(content.locale());
        var json = new FlatJsonWriter();
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            var message = new I18nextMessageWriter(entry, client, losses);
            var forms = message.write();
            forms.forEach((suffix, text) -> {
                if (suffix.isEmpty() || keys.add(entry.fileKey() + suffix)) {
                    json.put(entry.fileKey() + suffix, text);
                } else {
                    losses.add(LossReason.KEY_CONFLICT, "");
                }
            });
            message.contextName().filter(it -> hasConflictingKeys(messages, entry.fileKey(), forms.keySet()))
                    .ifPresent(it -> losses.add(LossReason.KEY_CONFLICT, it));
            bundle.add(entry.key(), losses);
        }
        return bundle.build(json.finish());
    }

    /** Returns whether a context without a branch may select another message, as {@code old} selects {@code item_old} for {@code item}. */
    private static boolean hasConflictingKeys(NavigableSet<String> messages, String key, Set<String> suffixes) {
        var prefix = key + I18nextMessageWriter.SEPARATOR;
        return messages.tailSet(prefix, true).stream().takeWhile(it -> it.startsWith(prefix))
                .anyMatch(it -> !suffixes.contains(it.substring(key.length())));
    }
}
