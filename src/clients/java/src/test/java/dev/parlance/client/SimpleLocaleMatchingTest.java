package dev.parlance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.client.icu.IcuLocaleMatching;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleLocaleMatchingTest {
    private static final List<String> OFFERED = List.of("ar", "de", "en", "es", "es-419", "fr", "he", "ja", "nb", "pt-BR", "sr",
            "sr-Latn", "zh-Hans", "zh-Hant");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-TW | zh-Hant
            zh-HK | zh-Hant
            zh-MO | zh-Hant
            zh-CN | zh-Hans
            zh    | zh-Hans
            zh_TW | zh-Hant
            de-AT | de
            es-MX | es-419
            es-ES | es
            nn    | nb
            no    | nb
            iw    | he
            sr-ME | sr-Latn
            pt-PT | pt-BR
            fi    |
            fi, ja;q=0.5 | ja
            en;q=0.3, ja;q=0.5 | ja
            """)
    void matchesAsTheServiceDoes(String requested, String locale) {
        assertThat(new SimpleLocaleMatching().findBest(requested, OFFERED)).isEqualTo(locale);
        assertThat(new IcuLocaleMatching().findBest(requested, OFFERED)).isEqualTo(locale);
    }
}
