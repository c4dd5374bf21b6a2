package dev.parlance.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final String ID = "0123456789abcdef";
    private static final String SECRET = ID.repeat(4);

    @Test
    void whatIsHandedOutIsReadAgain() {
        var made = KeyText.random();
        assertThat(KeyText.parse(made.text())).contains(made);
        assertThat(KeyText.random()).isNotEqualTo(made);
        assertThat(made).asString().contains(made.id()).doesNotContain(made.secret());
    }

    /** CRC-32 as everybody counts it, so that a scanner for leaked keys can. */
    @Test
    void theChecksumIsOfWhatStandsBeforeIt() {
        assertThat(new KeyText(ID, SECRET).text()).isEqualTo("prlc_" + ID + "_" + SECRET + "_51790393");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 25, 80, 90, 94})
    void oneWrongLetterIsNoticed(int place) {
        var text = new StringBuilder(new KeyText(ID, SECRET).text());
        text.setCharAt(place, text.charAt(place) == '0' ? '1' : '0');
        assertThat(KeyText.parse(text.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prlc_", "prlc_0123456789abcdef", "PRLC_0123456789abcdef", "理"})
    void whatLooksOtherwiseIsNoKey(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
        assertThat(KeyText.parse(new KeyText(ID, SECRET).text() + text + " ")).isEmpty();
    }
}
