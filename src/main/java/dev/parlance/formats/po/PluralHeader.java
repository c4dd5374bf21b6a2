package dev.parlance.formats.po;

import com.ibm.icu.text.PluralRules;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The values of {@code Plural-Forms} by locale. */
final class PluralHeader {
    private static final String ONE_FORM = "nplurals=1; plural=0;";
    private static final String SINGULAR_ONE = "nplurals=2; plural=(n != 1);";
    private static final String SINGULAR_ZERO_ONE = "nplurals=2; plural=(n > 1);";
    private static final String RUSSIAN = "nplurals=3; "
            + "plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";

    /** The expressions of the gettext manual, which tools compare as text. */
    private static final Map<String, String> BY_LANGUAGE = new LinkedHashMap<>();

    static {
        put(ONE_FORM, "ja", "ko", "zh", "th", "id", "ms", "my", "lo", "km");
        put(SINGULAR_ONE, "en", "de", "nl", "sv", "da", "no", "nb", "nn", "es", "it", "pt-PT", "el", "fi", "et", "hu", "bg", "eo",
                "ca", "gl",
                "tr", "eu", "af", "sq", "ka", "az", "kk", "uz", "ur", "ta", "te", "ml", "mr");
        put(SINGULAR_ZERO_ONE, "fr", "pt", "fa", "hi", "bn", "gu", "kn", "am", "zu");
        put(RUSSIAN, "ru", "uk", "be", "sr", "hr", "bs");
        put("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", "pl");
        put("nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;", "cs", "sk");
        put("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);", "lt");
        put("nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);", "ro");
        put("nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);", "sl");
        put("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);", "ar");
    }

    private PluralHeader() {
    }

    private static void put(String header, String... languages) {
        for (var language : languages) {
            BY_LANGUAGE.put(language, header);
        }
    }

    /** Returns the value for files in a locale. */
    static String of(LocaleTag locale) {
        return Stream.of(locale.value(), locale.toULocale().getLanguage()).map(BY_LANGUAGE::get).filter(it -> it != null).findFirst()
                .orElseGet(() -> derive(PluralRules.forLocale(locale.toULocale())));
    }

    /** Returns a language whose files have the same plural forms. */
    static Optional<LocaleTag> languageOf(PluralIndex index) {
        return BY_LANGUAGE.entrySet().stream().filter(it -> PluralIndex.parse(it.getValue()).sameAs(index)).findFirst()
                .map(it -> LocaleTag.parse(it.getKey()));
    }

    static List<String> languages() {
        return List.copyOf(BY_LANGUAGE.keySet());
    }

    /** Derives an expression from the CLDR rules, with a form for each category of the numbers up to 200. */
    private static String derive(PluralRules rules) {
        var present = new TreeSet<String>();
        for (int n = 0; n <= 200; n++) {
            present.add(rules.select(n));
        }
        var categories = Stream.of("zero", "one", "two", "few", "many", "other").filter(present::contains).toList();
        var expression = new StringBuilder();
        var conditions = new ArrayList<String>();
        for (int i = 0; i < categories.size() - 1; i++) {
            conditions.add(CldrCondition.toC(rules.getRules(categories.get(i))) + " ? " + i + " : ");
        }
        conditions.forEach(expression::append);
        return "nplurals=" + categories.size() + "; plural=(" + expression + (categories.size() - 1) + ");";
    }
}
