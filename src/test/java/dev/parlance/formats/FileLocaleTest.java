package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileLocaleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            messages_pt_BR.properties                  | pt-BR
            messages_de.properties                     | de
            Base_zh_Hant_HK.properties                 | zh-Hant-HK
            res/_messages_zh_cn.prop                   | zh-CN
            messages_iw.properties                     | he
            messages_in.properties                     | id
            messages_ji.properties                     | yi
            messages_es_419.properties                 | es-419
            messages_sr-Latn.properties                | sr-Latn
            messages_ca_ES_valencia.properties         | ca-ES-valencia
            org/acme/error_no_en.json                  | en
            app_to_de.json                             | de
            app_de.arb                                 | de
            intl_zh_Hans.arb                           | zh-Hans
            active.de.toml                             | de
            messages.pt-BR.xlf                         | pt-BR
            validators.ru.xlf                          | ru
            simple_form.en.yml                         | en
            de.po                                      | de
            pt_BR.po                                   | pt-BR
            postgres-15-ru.po                          | ru
            sr@latin.po                                | sr-Latn
            new.json                                   | new
            messages_deu.properties                    | de
            messages_eng.properties                    | en
            DE.json                                    | de
            locale/sr_RS@latin/LC_MESSAGES/django.po   | sr-Latn-RS
            locale/ca@valencia/LC_MESSAGES/django.po   | ca-valencia
            usr/share/de_AT.UTF-8@euro/LC_MESSAGES/a.po | de-AT
            res/values-pt-rBR/strings.xml              | pt-BR
            res/values-b+sr+Latn/strings.xml           | sr-Latn
            res/values-b+es+419-night/strings.xml      | es-419
            res/values-mcc310-mnc004-de/strings.xml    | de
            res/values-de-land/strings.xml             | de
            res/values-fil/strings.xml                 | fil
            res/values-iw/strings.xml                  | he
            App/de.lproj/Localizable.strings           | de
            App/pt-BR.lproj/InfoPlist.strings          | pt-BR
            _locales/pt_BR/messages.json               | pt-BR
            extension/_locales/es_419/messages.json    | es-419
            locales/de/x.json                          | de
            locales/de/admin/no.json                   | de
            locales/en/en-GB.json                      | en-GB
            public/locales/zh-Hant/common.json         | zh-Hant
            src/app/zh-Hant/common.json                | zh-Hant
            i18n/new/common.json                       | new
            de/common.json                             | de
            translations/exchange/ja.json              | ja
            en-XA.json                                 | en-XA
            """)
    void findsLocale(String path, String locale) {
        assertThat(FileLocale.of(path)).contains(LocaleTag.parse(locale));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "errors_old.properties", "errors_new.properties", "errors_v2.json", "app_test.arb",
        "translation.json", "package.json", "en_common.json", "Base.lproj/Main.strings", "App/Base.lproj/Localizable.strings",
        "res/values/strings.xml", "res/values-night/strings.xml", "res/values-car/strings.xml", "res/values-sw600dp/strings.xml",
        "res/values-v21/strings.xml", "res/values-land/strings.xml", "res/values-mcc310/strings.xml", "Localizable.xcstrings",
        "src/messages.json", "errors_src.json", "messages_mac.json", "res/x.json",
        "errors_IT.csv",
        "src/is/messages.json", "src/my/app/errors.json", "locales/english/x.json", "english.json", "en@quot.po", "xx.json",
        "messages_xx.properties", "a.b", "", "/", "..", "._-", "@", "_@latin.po", "values-/x.xml", "values-b+/x.xml", "de_.json",
        "\u0000.json", "😀_😀.json", "messages_🇩🇪.json"})
    void ignoresNamesThatOnlyLookLikeLocales(String path) {
        assertThat(FileLocale.of(path)).isEmpty();
    }
}
