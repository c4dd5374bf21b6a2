package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FlatJsonWriter;
import dev.parlance.formats.FormattedBundle;
import java.util.HashSet;
import java.util.TreeSet;

/**
 * An i18next resource in JSON v4.
 *
 * <p>Each form of a message has the key of the message and a suffix.
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
    public FormattedBundle write(BundleContent content) {
        var keys = new HashSet<String>();
        content.entries().forEach(entry -> keys.add(entry.key()));
        var client = new ClientLocale(content.locale());
        var json = new FlatJsonWriter();
        var lossy = new TreeSet<String>();
        for (var entry : content.entries()) {
            var forms = new I18nextMessageWriter(entry, client);
            for (var form : forms.write().entrySet()) {
                var key = entry.key() + form.getKey();
                if (form.getKey().isEmpty() || keys.add(key)) {
                    json.put(key, form.getValue());
                } else {
                    lossy.add(entry.key());
                }
            }
            if (forms.isLossy()) {
                lossy.add(entry.key());
            }
        }
        return new FormattedBundle(json.finish(), lossy);
    }
}
