package dev.parlance.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts of one locale in one release. Immutable. */
final class Bundle {
    private final String catalog;
    private final int createdIn;
    private final String locale;
    private final TreeMap<String, String> messages;
    /** The languages of texts that are not in the locale. */
    private final Map<String, String> languages;
    private final String digest;

    private Bundle(String catalog, int createdIn, String locale, TreeMap<String, String> messages, Map<String, String> languages,
            String digest) {
        this.catalog = catalog;
        this.createdIn = createdIn;
        this.locale = locale;
        this.messages = messages;
        this.languages = languages;
        this.digest = digest;
    }

    /**
     * Reads a bundle as the service delivers it.
     *
     * @param digest the SHA-256 digest of the content in hexadecimal digits
     * @throws IOException if the digest does not match, or the content is not a bundle of the catalog
     */
    static Bundle read(String catalog, byte[] content, String digest) throws IOException {
        if (!Digests.sha256(content).equals(digest)) {
            throw new IOException("the bundle does not have the digest " + digest);
        }
        Map<String, Object> document = Json.readObject(content);
        if (!catalog.equals(Json.string(document, "catalog"))) {
            throw new IOException("a bundle of another catalog");
        }
        return new Bundle(catalog, Json.integer(document, "release"), Json.string(document, "locale"),
                strings(Json.object(document, "messages")), languagesByKey(document), digest);
    }

    /**
     * Applies the changes of a delta.
     *
     * @param release the release in which the content of the result was created
     */
    Bundle apply(Map<String, ?> delta, int release) throws IOException {
        TreeMap<String, String> changed = strings(Json.object(delta, "changed"));
        TreeMap<String, String> result = new TreeMap<>(messages);
        Map<String, String> resultLanguages = new HashMap<>(languages);
        for (Object key : Json.array(delta, "removed")) {
            result.remove(String.valueOf(key));
            resultLanguages.remove(String.valueOf(key));
        }
        result.putAll(changed);
        resultLanguages.keySet().removeAll(changed.keySet());
        resultLanguages.putAll(languagesByKey(delta));
        return of(catalog, release, locale, result, resultLanguages);
    }

    private static Bundle of(String catalog, int createdIn, String locale, TreeMap<String, String> messages,
            Map<String, String> languages) {
        Bundle unnamed = new Bundle(catalog, createdIn, locale, messages, languages, "");
        return new Bundle(catalog, createdIn, locale, messages, languages, Digests.sha256(unnamed.content()));
    }

    private static TreeMap<String, String> strings(Map<String, Object> object) throws IOException {
        TreeMap<String, String> strings = new TreeMap<>();
        for (String key : object.keySet()) {
            strings.put(key, Json.string(object, key));
        }
        return strings;
    }

    private static Map<String, String> languagesByKey(Map<String, ?> document) throws IOException {
        Map<String, Object> fallback = Json.object(document, "fallback");
        Map<String, String> languages = new HashMap<>();
        for (String language : fallback.keySet()) {
            for (Object key : Json.array(fallback, language)) {
                languages.put(String.valueOf(key), language);
            }
        }
        return languages;
    }

    /** Returns the canonical bytes, whose digest is {@link #digest()}. */
    byte[] content() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("catalog", catalog);
        document.put("release", createdIn);
        document.put("locale", locale);
        document.put("messages", messages);
        if (!languages.isEmpty()) {
            TreeMap<String, List<String>> fallback = new TreeMap<>();
            for (String key : messages.keySet()) {
                String language = languages.get(key);
                if (language != null) {
                    fallback.computeIfAbsent(language, it -> new ArrayList<>()).add(key);
                }
            }
            document.put("fallback", fallback);
        }
        return Json.write(document);
    }

    String locale() {
        return locale;
    }

    String digest() {
        return digest;
    }

    /** Returns the pattern of a message, or null. */
    String pattern(String key) {
        return messages.get(key);
    }

    /** Returns the language whose rules format the text. */
    String languageOf(String key) {
        return languages.getOrDefault(key, locale);
    }

    List<String> keys() {
        return new ArrayList<>(messages.keySet());
    }
}
