package dev.parlance.locales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | ja      | Japanese
            en              | pt-BR   | Brazilian Portuguese
            de              | ja      | Japanisch
            de-AT,de;q=0.9  | zh-Hant | Chinesisch (traditionell)
            fr              | en      | Anglais
            ja              | de      | ドイツ語
            ar              | he      | العبرية
            xx              | ja      | Japanese
            nonsense;q=     | ja      | Japanese
            """)
    void namesLocaleInLanguageOfReader(String acceptLanguage, String locale, String name) {
        var header = acceptLanguage.isEmpty() ? Optional.<String>empty() : Optional.of(acceptLanguage);
        assertThat(LocaleNames.negotiate(header).name(LocaleTag.parse(locale))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"de,Deutsch", "ja,日本語", "ru,Русский", "ar,العربية", "he,עברית", "hi,हिन्दी", "zh-Hant,繁體中文", "fr-CA,Français canadien"})
    void namesLocaleInItsOwnLanguage(String locale, String name) {
        assertThat(LocaleNames.nativeName(LocaleTag.parse(locale))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "xx-YY", "qaa"})
    void namesUnknownLanguageByItsTag(String locale) {
        assertThat(LocaleNames.nativeName(LocaleTag.parse(locale))).isNotEmpty();
        assertThat(LocaleNames.negotiate(Optional.empty()).name(LocaleTag.parse(locale))).isNotEmpty();
    }

    @Test
    void returnsLanguageOfNames() {
        assertThat(LocaleNames.negotiate(Optional.of("de-CH,fr;q=0.5")).language()).hasToString("de-CH");
    }
}
