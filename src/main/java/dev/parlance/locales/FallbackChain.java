package dev.parlance.locales;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fallback chain of a locale by CLDR parent locales: {@code es-MX} → {@code es-419} → {@code es}.
 *
 * <p>The chain starts with the locale itself and excludes the root. If the region determines the script ({@code zh-TW},
 * {@code sr-ME}), the script is made explicit before the parents are followed.
 */
public final class FallbackChain {
    /** Location of ICU4J's data. It is not public API; {@code OfferedLocalesTest} fails if it moves. */
    private static final String ICU_DATA = "com/ibm/icu/impl/data/icudata";
    private static final Map<ULocale, ULocale> PARENTS = loadParents();

    private FallbackChain() {
    }

    /** Returns the chain, nearest locale first. */
    public static List<LocaleTag> of(LocaleTag tag) {
        var chain = new ArrayList<LocaleTag>();
        chain.add(tag);
        for (var next = withScript(tag.toULocale()); !next.equals(ULocale.ROOT); next = parent(next)) {
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
        return script.equals(likelyScript(locale))
                ? locale
                : new ULocale.Builder().setLocale(locale).setScript(script).build();
    }

    /** Unless CLDR lists another parent, the root is the parent of a language in an uncommon script. */
    private static ULocale parent(ULocale locale) {
        var parent = PARENTS.get(locale);
        if (parent != null) {
            return parent;
        }
        boolean inUncommonScript = locale.getCountry().isEmpty() && !locale.getScript().isEmpty()
                && !locale.getScript().equals(likelyScript(locale));
        return inUncommonScript ? ULocale.ROOT : new ULocale(ULocale.getFallback(locale.getBaseName()));
    }

    private static String likelyScript(ULocale locale) {
        return ULocale.addLikelySubtags(new ULocale(locale.getLanguage())).getScript();
    }

    private static Map<ULocale, ULocale> loadParents() {
        var bundle = UResourceBundle.getBundleInstance(ICU_DATA, "supplementalData", UResourceBundle.class.getClassLoader())
                .get("parentLocales");
        var parents = new HashMap<ULocale, ULocale>();
        for (int i = 0; i < bundle.getSize(); i++) {
            var entry = bundle.get(i);
            for (var child : children(entry)) {
                parents.put(new ULocale(child), new ULocale(entry.getKey()));
            }
        }
        return Map.copyOf(parents);
    }

    private static String[] children(UResourceBundle entry) {
        return entry.getType() == UResourceBundle.STRING ? new String[] {entry.getString()} : entry.getStringArray();
    }
}
