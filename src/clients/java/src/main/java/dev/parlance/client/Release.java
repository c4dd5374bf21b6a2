package dev.parlance.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All texts of the client, from one release. It is replaced as a whole, so texts of two releases are never mixed. */
final class Release {
    private static final int MAX_MATCHES = 1000;

    private final int number;
    /** By the requested locale, in the order of the configuration. */
    private final Map<String, LocaleTexts> texts;
    private final LocaleMatching matching;
    private final Map<String, LocaleTexts> matches = new ConcurrentHashMap<>();

    Release(int number, Map<String, LocaleTexts> texts, LocaleMatching matching) {
        this.number = number;
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        this.matching = matching;
    }

    int number() {
        return number;
    }

    /** Returns the texts for a requested locale as configured, or null. */
    LocaleTexts requested(LocaleRequest request) {
        return texts.get(request.value());
    }

    LocaleTexts first() {
        return texts.values().iterator().next();
    }

    /** Returns the texts of the loaded locale that matches best, or those of the first one. */
    LocaleTexts match(String acceptLanguage) {
        LocaleTexts known = matches.get(acceptLanguage);
        if (known == null) {
            known = findMatch(acceptLanguage);
            if (matches.size() < MAX_MATCHES) {
                matches.put(acceptLanguage, known);
            }
        }
        return known;
    }

    private LocaleTexts findMatch(String acceptLanguage) {
        if (texts.containsKey(acceptLanguage)) {
            return texts.get(acceptLanguage);
        }
        Map<String, LocaleTexts> byLocale = new HashMap<>();
        texts.values().forEach(it -> byLocale.putIfAbsent(it.bundle().locale(), it));
        String best = matching.findBest(acceptLanguage, byLocale.keySet());
        return best == null ? first() : byLocale.get(best);
    }

    Collection<Bundle> bundles() {
        List<Bundle> bundles = new ArrayList<>();
        texts.values().forEach(it -> bundles.add(it.bundle()));
        return bundles;
    }

    boolean hasSameContent(Release other) {
        return other != null && number == other.number && digests().equals(other.digests());
    }

    private List<String> digests() {
        List<String> digests = new ArrayList<>();
        bundles().forEach(it -> digests.add(it.digest()));
        return digests;
    }
}
