package dev.parlance.locales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that a search treats as equal, and those that it does not. */
class AccentFoldingTest {
    @ParameterizedTest
    @CsvSource({"LIMIT,lımıt", "İşlem,islem", "Straße,STRASSE", "É,e\u0301", "é,e", "ﾁｭｳﾓﾝ,チュウモン", "ｶﾞ,ガ", "％s,%s", "ё,е",
            "Tiếng Việt,tieng viet", "مَرْحَبًا,مرحبا", "שָׁלוֹם,שלום", "ΛΌΓΟΣ,λογος", "a\u00ADb,ab", "한국어,한국어", "𝒳,x"})
    void ignoresCaseAccentsAndWidth(String first, String second) {
        assertThat(AccentFolding.fold(first)).isEqualTo(AccentFolding.fold(second));
    }

    @ParameterizedTest
    @CsvSource({"か,が", "हिन्दी,हन्द", "ไม้,ไม", "注文,註文", "o,ø", "한,하"})
    void keepsOtherLettersApart(String first, String second) {
        assertThat(AccentFolding.fold(first)).isNotEqualTo(AccentFolding.fold(second));
    }

    @Test
    void foldsSingleCharactersAsWithNeighbours() {
        var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder();
            int limit = i % 2 == 0 ? 0x600 : 0x10000;
            for (int length = random.nextInt(6); length >= 0; length--) {
                text.append((char) random.nextInt(limit));
            }
            assertThat(AccentFolding.fold(text.toString())).as("%s", text).isEqualTo(AccentFolding.foldWithNeighbours(text.toString()));
        }
    }
}
