package dev.parlance.client.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Formats texts without ICU4J, for apps that cannot afford its size.
 *
 * <p>It inserts arguments, selects the branches of {@code select} and of exact numbers ({@code =1}), and groups digits with
 * {@link java.text.NumberFormat}. Everything else is simplified: plurals use the branch {@code other}, and styles of numbers and dates
 * are ignored. Use it only for catalogs whose texts have no plural forms.
 */
public final class SimpleFormatter implements TextFormatter {
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES = new HashSet<>(Arrays.asList("ar", "arc", "ckb", "dv", "fa", "he", "iw",
            "ks", "ps", "sd", "syr", "ug", "ur", "yi"));
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = new HashSet<>(Arrays.asList("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc",
            "Thaa"));

    @Override
    public CompiledText compile(String pattern, String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag);
        boolean rightToLeft = isRightToLeft(locale);
        SimplePattern.Node text = new SimplePattern(pattern, locale).parse();
        return (arguments, zone) -> {
            TextOutput output = new TextOutput(arguments, zone, rightToLeft);
            text.print(output);
            return output;
        };
    }

    private static boolean isRightToLeft(Locale locale) {
        return locale.getScript().isEmpty() ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }
}
