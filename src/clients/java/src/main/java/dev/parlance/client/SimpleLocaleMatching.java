package dev.parlance.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Selects a locale without ICU4J.
 *
 * <p>The tables hold the likely scripts and the parent locales of CLDR that catalogs need most often. The service has the complete data:
 * this class decides only until its first response.
 */
final class SimpleLocaleMatching implements LocaleMatching {
    private static final Map<String, String> SCRIPTS = pairs("zh Hans", "zh-TW Hant", "zh-HK Hant", "zh-MO Hant", "yue Hant", "sr Cyrl",
            "sr-ME Latn", "uz Latn", "az Latn", "pa Guru", "pa-PK Arab", "mn Cyrl", "bs Latn");
    private static final Map<String, String> SUBSTITUTES = pairs("nn nb", "no nb", "nb no", "iw he", "he iw", "in id", "tl fil", "fil tl",
            "yue zh", "sh sr", "mo ro", "gsw de", "lb de");
    private static final Set<String> LATIN_AMERICA = new LinkedHashSet<>(Arrays.asList("AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU",
            "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV", "US", "UY", "VE"));

    @Override
    public String findBest(String acceptLanguage, Collection<String> offered) {
        for (String range : ranges(acceptLanguage)) {
            Locale wanted = new Locale.Builder().setLanguageTag(range).clearExtensions().build();
            String found = find(wanted, offered);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String find(Locale wanted, Collection<String> offered) {
        for (String candidate : chain(wanted)) {
            for (String tag : offered) {
                if (tag.equalsIgnoreCase(candidate)) {
                    return tag;
                }
            }
        }
        String script = scriptOf(wanted);
        for (String tag : offered) {
            Locale locale = Locale.forLanguageTag(tag);
            if (locale.getLanguage().equals(wanted.getLanguage()) && scriptOf(locale).equals(script)) {
                return tag;
            }
        }
        String substitute = SUBSTITUTES.get(wanted.getLanguage());
        if (substitute == null || offered.isEmpty()) {
            return null;
        }
        Locale next = new Locale.Builder().setLanguage(substitute).setScript(script).build();
        for (String tag : offered) {
            Locale locale = Locale.forLanguageTag(tag);
            if (locale.getLanguage().equals(next.getLanguage()) && (script.isEmpty() || scriptOf(locale).equals(script))) {
                return tag;
            }
        }
        return null;
    }

    /** Returns the locale and its parents: {@code zh-HK} → {@code zh-Hant-HK} → {@code zh-Hant}, {@code es-MX} → {@code es-419}. */
    private static List<String> chain(Locale locale) {
        String language = locale.getLanguage();
        String script = scriptOf(locale);
        Set<String> chain = new LinkedHashSet<>();
        chain.add(locale.toLanguageTag());
        if (!script.isEmpty()) {
            chain.add(language + "-" + script + (locale.getCountry().isEmpty() ? "" : "-" + locale.getCountry()));
            chain.add(language + "-" + script);
        }
        if (!locale.getCountry().isEmpty()) {
            chain.add(language + "-" + locale.getCountry());
            if (language.equals("es") && LATIN_AMERICA.contains(locale.getCountry())) {
                chain.add("es-419");
            } else if (language.equals("pt") && !locale.getCountry().equals("BR")) {
                chain.add("pt-PT");
            } else if (language.equals("en") && !locale.getCountry().equals("US")) {
                chain.add("en-001");
            }
        }
        if (script.isEmpty() || script.equals(SCRIPTS.get(language))) {
            chain.add(language);
        }
        return new ArrayList<>(chain);
    }

    private static String scriptOf(Locale locale) {
        if (!locale.getScript().isEmpty()) {
            return locale.getScript();
        }
        String regional = SCRIPTS.get(locale.getLanguage() + "-" + locale.getCountry());
        return regional == null ? SCRIPTS.getOrDefault(locale.getLanguage(), "") : regional;
    }

    /** Returns the language tags of a header in order of preference, without wildcards and those of quality 0. */
    private static List<String> ranges(String acceptLanguage) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage.replace('_', '-'));
        } catch (IllegalArgumentException e) {
            return new ArrayList<>();
        }
        List<String> tags = new ArrayList<>();
        for (Locale.LanguageRange range : ranges) {
            Locale locale = Locale.forLanguageTag(range.getRange());
            if (range.getWeight() > 0 && !locale.getLanguage().isEmpty()) {
                tags.add(locale.toLanguageTag());
            }
        }
        return tags;
    }

    private static Map<String, String> pairs(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (String pair : pairs) {
            int space = pair.indexOf(' ');
            map.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return map;
    }
}
