package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of a bundle whose texts fell back, by the locale of the text.
 *
 * <p>It is the member {@code fallback} of a bundle, and is omitted if no text fell back. Clients need it to format numbers and to
 * choose plural forms by the rules of the language of the text.
 */
public final class FallbackKeys {
    private static final String MEMBER = "fallback";

    private final LocaleTag bundle;
    private final SortedMap<String, List<String>> keysByLocale = new TreeMap<>();

    /** @param bundle the locale of the bundle */
    public FallbackKeys(LocaleTag bundle) {
        this.bundle = bundle;
    }

    /** Adds a key if its text is in another locale than the bundle. The caller adds keys in their order in the bundle. */
    public void add(String key, LocaleTag text) {
        if (!text.equals(bundle)) {
            keysByLocale.computeIfAbsent(text.value(), it -> new ArrayList<>()).add(key);
        }
    }

    SortedMap<String, List<String>> keysByLocale() {
        return keysByLocale;
    }

    /** Writes the member, unless it is empty. */
    void writeTo(JsonGenerator json) throws IOException {
        if (!keysByLocale.isEmpty()) {
            json.writeObjectField(MEMBER, keysByLocale);
        }
    }
}
