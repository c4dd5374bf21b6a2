package dev.parlance.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTokenTest {
    private static final String ID = "0123456789abcdef";
    private static final String SECRET = ID.repeat(4);

    @Test
    void parsesGeneratedKeys() {
        var generated = ApiKeyToken.generate();
        assertThat(ApiKeyToken.parse(generated.token())).contains(generated);
        assertThat(ApiKeyToken.generate()).isNotEqualTo(generated);
        assertThat(generated).asString().contains(generated.id()).doesNotContain(generated.secret());
    }

    /** The standard CRC-32, so that scanners for leaked keys can verify it. */
    @Test
    void appendsCrc32Checksum() {
        assertThat(new ApiKeyToken(ID, SECRET).token()).isEqualTo("prlc_" + ID + "_" + SECRET + "_51790393");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 25, 80, 90, 94})
    void rejectsModifiedKeys(int index) {
        var text = new StringBuilder(new ApiKeyToken(ID, SECRET).token());
        text.setCharAt(index, text.charAt(index) == '0' ? '1' : '0');
        assertThat(ApiKeyToken.parse(text.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prlc_", "prlc_0123456789abcdef", "PRLC_0123456789abcdef", "理"})
    void rejectsMalformedKeys(String text) {
        assertThat(ApiKeyToken.parse(text)).isEmpty();
        assertThat(ApiKeyToken.parse(new ApiKeyToken(ID, SECRET).token() + text + " ")).isEmpty();
    }
}
