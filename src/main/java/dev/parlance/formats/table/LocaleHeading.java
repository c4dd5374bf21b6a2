package dev.parlance.formats.table;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.LocaleDisplayNames.DialectHandling;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A heading with a locale: {@code de}, {@code de-DE}, {@code German}, {@code Deutsch}, {@code message_de}, {@code Text (German)}.
 *
 * @param field the field that the rest of the heading names; {@code MESSAGE} if the heading is only a locale
 * @param bare  whether the heading is only a locale
 */
record LocaleHeading(LocaleTag locale, TableField field, boolean bare) {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    /** A heading that ends with a locale. */
    private static final Pattern SUFFIX = 
            Pattern.compile("(?<rest>.+?)(?:\\s*[(\\[](?<inside>[^()\\[\\]]+)[)\\]]|[-_./: ](?<after>[^()]+))");
    private static final Pattern PREFIX = Pattern.compile("(?<locale>[^()]+?)[-_./: ]+(?<rest>[^-_./: ]+)");

    /** Language names in English, and some in the language itself. Loaded for the first heading that is not a known word. */
    private static final class Names {
        private static final Map<String, LocaleTag> ALL = new HashMap<>();
        private static final LocaleDisplayNames ENGLISH = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        private static final LocaleDisplayNames DIALECTS = LocaleDisplayNames.getInstance(ULocale.ENGLISH, DialectHandling.DIALECT_NAMES);
        /** Languages whose native names are recognised. Loading each takes milliseconds. */
        private static final List<String> NATIVE = List.of("ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id",
                "it",
                "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh", "zh-Hans", "zh-Hant");
        private static final Set<String> LANGUAGES = Arrays.stream(ULocale.getAvailableLocales()).map(ULocale::getLanguage)
                .filter(it -> !it.isEmpty()).collect(Collectors.toSet());

        static {
            for (var locale : ULocale.getAvailableLocales()) {
                if (!locale.getLanguage().isEmpty() && locale.getVariant().isEmpty()) {
                    var tag = LocaleTag.parse(locale.toLanguageTag());
                    ALL.putIfAbsent(HeadingWords.normalize(ENGLISH.localeDisplayName(locale)), tag);
                    ALL.putIfAbsent(HeadingWords.normalize(DIALECTS.localeDisplayName(locale)), tag);
                }
            }
            for (var language : NATIVE) {
                var locale = ULocale.forLanguageTag(language);
                ALL.putIfAbsent(HeadingWords.normalize(locale.getDisplayName(locale)), LocaleTag.parse(language));
            }
        }

        private Names() {
        }
    }

    static Optional<LocaleHeading> parse(String heading) {
        if (!TAG.matcher(heading.strip()).matches() && HeadingWords.isKnown(heading)) {
            return Optional.empty();
        }
        var whole = locale(heading);
        if (whole.isPresent()) {
            return Optional.of(new LocaleHeading(whole.get(), TableField.MESSAGE, true));
        }
        for (var pattern : new Pattern[] {SUFFIX, PREFIX}) {
            var matcher = pattern.matcher(heading.strip());
            if (matcher.matches()) {
                var name = pattern == PREFIX ? matcher.group("locale")
                        : matcher.group("inside") != null ? matcher.group("inside") : matcher.group("after");
                var locale = locale(name);
                var field = field(matcher.group("rest"));
                if (locale.isPresent() && field.isPresent()) {
                    return Optional.of(new LocaleHeading(locale.get(), field.get(), false));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<TableField> field(String rest) {
        var scores = HeadingWords.match(rest);
        double message = scores.getOrDefault(TableField.MESSAGE, 0.0);
        double description = scores.getOrDefault(TableField.DESCRIPTION, 0.0);
        return message == 0 && description == 0 ? Optional.empty()
                : Optional.of(message >= description ? TableField.MESSAGE : TableField.DESCRIPTION);
    }

    private static Optional<LocaleTag> locale(String name) {
        var stripped = name.strip();
        if (TAG.matcher(stripped).matches()) {
            try {
                var tag = LocaleTag.parse(stripped);
                if (Names.LANGUAGES.contains(tag.toULocale().getLanguage())) {
                    return Optional.of(tag);
                }
            } catch (ProblemException notATag) {
                return Optional.ofNullable(Names.ALL.get(HeadingWords.normalize(stripped)));
            }
        }
        return Optional.ofNullable(Names.ALL.get(HeadingWords.normalize(stripped)));
    }
}
