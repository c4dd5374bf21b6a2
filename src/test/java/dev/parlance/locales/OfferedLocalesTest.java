package dev.parlance.locales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedLocalesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en,de,fr | de-AT,fr;q=0.8      | fr
            en,de,fr | fr;q=0.1,de;q=0.2   | de
            en,de,fr | DE                  | de
            en,de,fr | de-AT,xx            |
            en,de,fr | *                   | en
            en,de,fr | ,,,                 | en
            en,he    | iw                  | he
            """)
    void findsFirstRangeThatIsOfferedItself(String offered, String header, String exact) {
        assertThat(offered(offered).findExact(Optional.of(header)).map(LocaleTag::value)).isEqualTo(Optional.ofNullable(exact));
        assertThat(offered(offered).findExact(Optional.empty())).contains(LocaleTag.parse("en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en,de,fr            | de-AT,de;q=0.8     | de
            en,de,fr            | fr;q=0,de;q=0.1    | de
            en,de,fr            | *                  | en
            en,de,fr            | fr-CA,en;q=0.9     | fr
            en,fr-CA            | fr-FR              | fr-CA
            en,zh-Hans,zh-Hant  | zh-TW              | zh-Hant
            en,zh-Hans,zh-Hant  | zh-HK              | zh-Hant
            en,zh-CN,zh-TW      | zh-HK              | zh-TW
            en,zh-Hans,zh-Hant  | zh                 | zh-Hans
            en,pt-BR,pt-PT      | pt-AO              | pt-PT
            en,pt-BR,pt-PT      | pt                 | pt-BR
            en,es,es-419        | es-MX              | es-419
            en,es,es-419        | es-ES              | es
            en,en-GB            | en-AU              | en-GB
            en,en-GB            | en-CA              | en
            en,nb               | no                 | nb
            en,nb               | nn                 | nb
            en,da               | nb                 | da
            en,he               | iw                 | he
            en,fil              | tl                 | fil
            en,sr,sr-Latn       | sr-ME              | sr-Latn
            en,sr,hr            | bs                 | hr
            en,ru               | uk                 | en
            en,ru               | be                 | ru
            en,es               | ca                 | es
            en,de               | gsw                | de
            en,ar               | ar-XB              | en
            en,az-Cyrl          | az                 | en
            en,fil              | fi                 | en
            en,fi               | fil                | en
            en,de               | en;q=2,de          | en
            en,de               | de;q=abc           | en
            en,de               | de;q=0.5;x=1       | en
            en,de               | *;q=0              | en
            en,de               | ,,,                | en
            en,de               | %$&/               | en
            en,de               | und-DE             | en
            en,de               | und-DE, de         | de
            """)
    void negotiatesLikeCldr(String offered, String header, String best) {
        assertThat(offered(offered).negotiate(Optional.of(header)).offered()).hasToString(best);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            en,zh-Hans,zh-Hant  | zh-HK       | zh-Hant
            en,zh-Hans,zh-Hant  | zh_TW       | zh-Hant
            en,zh-Hans,zh-Hant  | zh          | zh-Hans
            en,zh-Hans,zh-Hant  | zh-SG       | zh-Hans
            en,zh-Hans          | zh-TW       | -
            en,zh-Hans,zh-Hant  | yue         | zh-Hant
            en,zh-Hans,zh-Hant  | yue-HK      | zh-Hant
            en,zh-CN,zh-TW      | yue-CN      | zh-CN
            en,pt-BR            | pt          | pt-BR
            en,pt-BR            | pt-AO       | pt-BR
            en,es               | es-MX       | es
            en,es,es-419        | es-MX       | es-419
            en,nb               | no          | nb
            en,nb               | nn          | nb
            en,nn               | nb-NO       | nn
            en,da               | nn          | -
            en,da               | nb          | da
            en,en-GB            | en-AU       | en-GB
            en,en-GB            | en-CA       | en
            en,hi-Latn          | hi-Latn-IN  | hi-Latn
            en,pt-BR,pt-PT      | pt-AO       | pt-PT
            en,sr,hr            | bs          | hr
            en,de               | gsw-CH      | de
            en,he               | iw          | he
            en,de               | DE-de       | de
            en,de               | de-u-nu-arab | de
            en,de               | sv          | -
            en,de               | pl          | -
            en,de               | haw         | en
            en,ja               | ko          | -
            en,ru               | uk          | -
            en,ru               | be          | ru
            en,fil              | fi          | -
            en,sr-Latn          | sr          | sr-Latn
            en,az-Cyrl          | az          | -
            """)
    void findsBestMatchOfCldr(String offered, String asked, String found) {
        assertThat(offered(offered).find(LocaleTag.parse(asked)).map(LocaleTag::value)).isEqualTo(Optional.ofNullable(found));
    }

    /** A tag and a header with this tag alone select the same locale, or none. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "zh-HK", "zh", "yue-HK", "nn", "no", "nb", "pt", "pt-AO", "es-MX", "es-ES", "en-AU", "en-CA", "sr-ME",
        "bs", "be", "uk", "ca", "gsw", "iw", "tl", "pl", "hi-Latn", "az", "fi", "ko", "de-AT"})
    void findsWhatNegotiationSelects(String tag) {
        for (var tags : List.of("en,zh-Hans,zh-Hant", "en,nb,pt-BR,pt-PT", "en,es,es-419,en-GB", "en,sr-Latn,hr,ru,de",
                "en,he,fil,da,hi")) {
            var locales = offered(tags);
            var negotiated = locales.negotiate(Optional.of(tag)).offered();
            assertThat(locales.find(LocaleTag.parse(tag)).orElse(locales.source())).as(tags).isEqualTo(negotiated);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx_YY!", "und", "x-private", "en--US", "../../etc", "en\r\nSet-Cookie:a=b", "日本",
        "en-aaaaaaaaa"})
    void rejectsInvalidTags(String tag) {
        assertThatThrownBy(() -> LocaleTag.parse(tag)).isInstanceOf(ProblemException.class).hasMessageStartingWith("invalid-locale");
    }

    @ParameterizedTest
    @CsvSource({"pt_br,pt-BR", "iw,he", "ZH-hant,zh-Hant", "sr-latn-me,sr-Latn-ME", "en-US-POSIX,en-US", "de-u-co-phonebk,de"})
    void parsesTagsInAnySpelling(String written, String tag) {
        assertThat(LocaleTag.parse(written)).hasToString(tag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            zh-Hant-HK  | zh-Hant-HK,zh-Hant
            zh-HK       | zh-HK,zh-Hant-HK,zh-Hant
            zh-Hant-MO  | zh-Hant-MO,zh-Hant-HK,zh-Hant
            pt-AO       | pt-AO,pt-PT,pt
            es-MX       | es-MX,es-419,es
            en-AU       | en-AU,en-001,en
            en-DE       | en-DE,en-150,en-001,en
            sr-Latn     | sr-Latn
            hi-Latn     | hi-Latn,en-IN,en-001,en
            nb          | nb,no
            az-Cyrl     | az-Cyrl
            fr-CA       | fr-CA,fr
            ja          | ja
            """)
    void followsCldrParentLocales(String tag, String chain) {
        assertThat(FallbackChain.of(LocaleTag.parse(tag))).map(LocaleTag::value).containsExactly(chain.split(","));
    }

    private static OfferedLocales offered(String tags) {
        return new OfferedLocales(LocaleTag.parse("en"), Arrays.stream(tags.split(",")).map(LocaleTag::parse).toList());
    }
}
