package dev.parlance.locales;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The locales to look in, nearest first, by CLDR's parent locales: {@code es-MX} → {@code es-419} → {@code es}. The
 * locale itself is first, the root is left out. Where the region decides the script ({@code zh-TW}, {@code sr-ME}), the
 * script is made explicit before walking.
 */
public final class FallbackChain {
    private static final Map<ULocale, ULocale> PARENTS = parents();

    private FallbackChain() {
    }

    public static List<LocaleTag> of(LocaleTag tag) {
        var chain = new ArrayList<LocaleTag>();
        chain.add(tag);
        for (var next = withScript(tag.icu()); !next.equals(ULocale.ROOT); next = parent(next)) {
            var step = LocaleTag.of(next);
            if (!chain.contains(step)) {
                chain.add(step);
            }
        }
        return List.copyOf(chain);
    }

    private static ULocale withScript(ULocale locale) {
        if (!locale.getScript().isEmpty() || locale.getCountry().isEmpty()) {
            return locale;
        }
        var script = ULocale.addLikelySubtags(locale).getScript();
        var usual = ULocale.addLikelySubtags(new ULocale(locale.getLanguage())).getScript();
        return script.equals(usual) ? locale : new ULocale.Builder().setLocale(locale).setScript(script).build();
    }

    private static ULocale parent(ULocale locale) {
        var parent = PARENTS.get(locale);
        return parent != null ? parent : new ULocale(ULocale.getFallback(locale.getBaseName()));
    }

    private static Map<ULocale, ULocale> parents() {
        var data = "com/ibm/icu/impl/data/icudt" + VersionInfo.ICU_VERSION.getMajor() + "b";
        var bundle = UResourceBundle.getBundleInstance(data, "supplementalData").get("parentLocales");
        var parents = new HashMap<ULocale, ULocale>();
        for (int i = 0; i < bundle.getSize(); i++) {
            var entry = bundle.get(i);
            var parent = entry.getKey().equals("root") ? ULocale.ROOT : new ULocale(entry.getKey());
            for (var child : children(entry)) {
                parents.put(new ULocale(child), parent);
            }
        }
        return Map.copyOf(parents);
    }

    private static String[] children(UResourceBundle entry) {
        return entry.getType() == UResourceBundle.STRING ? new String[] {entry.getString()} : entry.getStringArray();
    }
}
