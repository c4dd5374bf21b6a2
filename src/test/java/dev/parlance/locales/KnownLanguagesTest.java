package dev.parlance.locales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-Hant", "zh_hans_SG", "es-419", "sr-Latn-ME", "yue-HK", "nn", "fil", "haw", "tlh", "en-150",
        "qaa", "qtz-XK", "en-XA", "ar-XB", "de-x-formal", "th-u-nu-thai", "de-1996", "en-Qaaa", "eo", "la"})
    void acceptsLanguagesOfCldrAndPrivateUse(String tag) {
        assertThat(KnownLanguages.parse("/sourceLocale", tag)).isEqualTo(LocaleTag.parse(tag));
    }

    @ParameterizedTest
    @CsvSource({"english,en", "English,en", "deutsch,de", "German,de", "jp,ja", "cn,zh", "gr,el", "cz,cs", "dk,da", "ua,uk", "Polski,pl",
        "russian,ru", "русский,ru", "日本語,ja", "français,fr", "allemand,de", "türkçe,tr", "العربية,ar", "Brazilian Portuguese,pt-BR",
        "Simplified Chinese,zh-Hans", "english-US,en", "en-Abcd,en", "pt-QA1,pt"})
    void suggestsTag(String text, String suggestion) {
        assertThat(problem(text).arguments()).containsEntry("locale", text).containsEntry("suggestion", suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xq", "klingonese", "zzz", "abcdefgh", "qua-t"})
    void rejectsUnknownLanguages(String text) {
        assertThat(problem(text).type()).isIn(ProblemType.UNKNOWN_LANGUAGE, ProblemType.INVALID_LOCALE);
    }

    @ParameterizedTest
    @CsvSource({"ger,de", "eng,en", "iw,he", "fre,fr"})
    void replacesAliases(String alias, String tag) {
        assertThat(KnownLanguages.parse("", alias).value()).isEqualTo(tag);
    }

    @Test
    void pointsAtTheField() {
        assertThat(problem("abcdefgh").members()).containsEntry("pointer", "/locales/0");
        assertThat(problem("abcdefgh").arguments()).containsEntry("suggestion", "none");
    }

    private static ProblemException problem(String text) {
        return catchThrowableOfType(ProblemException.class, () -> KnownLanguages.parse("/locales/0", text));
    }
}
