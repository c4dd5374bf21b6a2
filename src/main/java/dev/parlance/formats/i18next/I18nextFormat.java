package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FlatJson;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.formats.Written;
import java.util.HashSet;
import java.util.TreeSet;

/** A resource of i18next, JSON v4: the forms of a message under its key and their suffixes. */
public final class I18nextFormat implements BundleFormat {

    @Override
    public String name() {
        return "i18next";
    }

    @Override
    public String mediaType() {
        return FlatJson.MEDIA_TYPE;
    }

    @Override
    public Written write(BundleContent content) {
        var taken = new HashSet<String>();
        content.entries().forEach(entry -> taken.add(entry.key()));
        var reader = new ReadingLocale(content.locale());
        var json = new FlatJson();
        var lossy = new TreeSet<String>();
        for (var entry : content.entries()) {
            var forms = new I18nextForms(entry, reader);
            for (var form : forms.write().entrySet()) {
                var key = entry.key() + form.getKey();
                if (form.getKey().isEmpty() || taken.add(key)) {
                    json.put(key, form.getValue());
                } else {
                    lossy.add(entry.key());
                }
            }
            if (forms.lossy()) {
                lossy.add(entry.key());
            }
        }
        return new Written(json.bytes(), lossy);
    }
}
