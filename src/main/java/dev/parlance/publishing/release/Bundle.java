package dev.parlance.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The document of one locale that apps fetch: a pattern for each key, fallbacks resolved.
 *
 * @param release  the release in which these bytes were created, which may be older than the release being served
 * @param messages ICU patterns by key; arguments have their declared names
 * @param fallback the sorted keys of texts in other locales, by the locale of the text; omitted when empty, as in bundles created
 *                 before this member existed
 */
public record Bundle(String catalog, int release, String locale, SortedMap<String, String> messages,
                     @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<String>> fallback) {

    /** Creates a bundle without texts in other locales. */
    public Bundle(String catalog, int release, String locale, SortedMap<String, String> messages) {
        this(catalog, release, locale, messages, Collections.emptySortedMap());
    }

    /** Returns the patterns of a serialized bundle by key, in the order of the document. */
    static Map<String, String> readPatterns(byte[] bundle) {
        var patterns = new LinkedHashMap<String, String>();
        CanonicalJson.read(bundle, json -> {
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            while (!"messages".equals(json.nextFieldName())) {
                json.nextToken();
            }
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                patterns.put(key, json.nextTextValue());
            }
        });
        return patterns;
    }

    /**
     * The keys of a bundle whose texts fell back, by the locale of the text.
     *
     * <p>It is the member {@code fallback} of a bundle, and is omitted if no text fell back. Clients need it to format numbers and to
     * choose plural forms by the rules of the language of the text.
     */
    public static final class FallbackKeys {
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
}
