package dev.parlance.client.icu;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import dev.parlance.client.LocaleMatching;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Selects a locale by the data of CLDR, as the service does. */
public final class IcuLocaleMatching implements LocaleMatching {

    @Override
    public String findBest(String acceptLanguage, Collection<String> offered) {
        Map<ULocale, String> tags = new HashMap<>();
        LocaleMatcher.Builder builder = LocaleMatcher.builder().setNoDefaultLocale();
        for (String tag : offered) {
            ULocale locale = ULocale.forLanguageTag(tag);
            tags.put(locale, tag);
            builder.addSupportedULocale(locale);
        }
        try {
            ULocale best = builder.build().getBestMatch(LocalePriorityList.add(acceptLanguage.replace('_', '-')).build());
            return best == null ? null : tags.get(best);
        } catch (IllegalArgumentException e) { // not a list of language ranges
            return null;
        }
    }
}
