package dev.parlance.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.locales.LocaleTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            messages_{locale}.properties,     messages_pt_BR.properties,       pt-BR
            messages_{locale}.properties,     messages_zh_Hant.properties,     zh-Hant
            messages_{locale}.properties,     messages.properties,
            messages_{locale}.properties,     messages_validation.properties,
            messages_{locale}.properties,     other/messages_de.properties,
            i18n/{locale}.json,               i18n/de-AT.json,                 de-AT
            i18n/{locale}/*.json,             i18n/ja/errors.json,             ja
            i18n/{locale}/*.json,             i18n/ja/deep/errors.json,
            i18n/{locale}/**/*.json,          i18n/ja/deep/errors.json,        ja
            **/messages_{locale}.properties,  a/b/messages_ru.properties,      ru
            res/values-{locale}/strings.xml,  res/values-pt-rBR/strings.xml,   pt-BR
            res/values-{locale}/strings.xml,  res/values-b+sr+Latn/strings.xml, sr-Latn
            {locale}.lproj/Main.strings,      zh-Hans.lproj/Main.strings,      zh-Hans
            """)
    void findsTheLocaleInThePath(String pattern, String path, String locale) {
        var match = FilePattern.of(pattern).match(path);
        assertThat(match.flatMap(FilePattern.Match::locale).map(LocaleTag::value).orElse(null)).isEqualTo(locale);
        assertThat(match.isPresent()).isEqualTo(locale != null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            messages_{locale}.properties,    pt-BR,   messages_pt_BR.properties
            i18n/{locale}.json,              pt-BR,   i18n/pt-BR.json
            res/values-{locale}/strings.xml, pt-BR,   res/values-pt-rBR/strings.xml
            res/values-{locale}/strings.xml, sr-Latn, res/values-b+sr+Latn/strings.xml
            res/values-{locale}/strings.xml, de,      res/values-de/strings.xml
            i18n/{locale}/*.json,            de,
            """)
    void namesNewFiles(String pattern, String locale, String path) {
        assertThat(FilePattern.of(pattern).pathOf(new LocaleTag(locale)).orElse(null)).isEqualTo(path);
    }

    @Test
    void rejectsPathsOutsideOfTheFolder() {
        assertThatThrownBy(() -> FilePattern.of("../other/{locale}.json")).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> FilePattern.of("/etc/{locale}.json")).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> FilePattern.of("{locale}/{locale}.json")).hasMessageContaining("twice");
    }
}
