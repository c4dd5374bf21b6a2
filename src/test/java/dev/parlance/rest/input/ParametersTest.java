package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.locales.LocaleTag;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @CsvSource({"1,1", "007,7", "100,100", "000000099,99"})
    void parsesIntegersWithinRange(String value, int expected) {
        assertThat(Parameters.parseInteger("limit", value, 1, 100)).isEqualTo(OptionalInt.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "+1", "1.0", "1e1", " 1", "٣", "一", "0000000001", "99999999999999999999"})
    void rejectsIntegersOutOfRange(String value) {
        assertThatThrownBy(() -> Parameters.parseInteger("limit", value, 1, 100))
                .hasMessage("invalid-parameter {parameter=limit, value=" + value + ", allowed=1–100}");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false"})
    void parsesBooleans(String value, boolean expected) {
        assertThat(Parameters.parseBoolean("all", value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "1", "yes", "نعم"})
    void rejectsOtherBooleans(String value) {
        assertThatThrownBy(() -> Parameters.parseBoolean("all", value)).hasMessageStartingWith("invalid-parameter {parameter=all, value="
                + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "مرحبا", "żółć", "日本語", "😀😀😀😀😀"})
    void acceptsTextsUpToLimitInCodePoints(String value) {
        assertThat(Parameters.parseText("q", value, 5)).contains(value);
    }

    @Test
    void rejectsTextsThatAreTooLongOrHaveForbiddenCharacters() {
        assertThatThrownBy(() -> Parameters.parseText("q", "😀😀😀", 2)).hasMessage("parameter-too-long {parameter=q, limit=2}");
        assertThatThrownBy(() -> Parameters.parseText("q", "a\u202E", 2)).hasMessage("forbidden-character {pointer=q, character=U+202E}");
    }

    @Test
    void treatsAbsentParametersAsDefaults() {
        assertThat(Parameters.parseInteger("limit", null, 1, 100)).isEmpty();
        assertThat(Parameters.parseBoolean("all", null)).isFalse();
        assertThat(Parameters.parseText("q", null, 0)).isEmpty();
        assertThat(Parameters.parseTag("tag", null)).isEmpty();
    }

    @Test
    void acceptsOnlyValidTags() {
        assertThat(Parameters.parseTag("tag", "rate-limit")).contains("rate-limit");
        for (var invalid : new String[] {"", "Order", "a b", "標籤", "-a"}) {
            assertThatThrownBy(() -> Parameters.parseTag("tag", invalid)).hasMessageStartingWith("invalid-parameter {parameter=tag, value="
                    + invalid);
        }
    }

    @Test
    void requiresLocale() {
        assertThat(Parameters.parseLocale("zh-hant")).isEqualTo(LocaleTag.parse("zh-Hant"));
        assertThatThrownBy(() -> Parameters.parseLocale(null)).hasMessage("missing-parameter {parameter=locale, example=pt-BR}");
        assertThatThrownBy(() -> Parameters.parseLocale("日本")).hasMessage("invalid-locale {locale=日本}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "1.0", "1000000000", "١"})
    void rejectsNumbersThatAreNotCanonical(String value) {
        assertThat(Parameters.number("release", "999999999")).isEqualTo(999_999_999);
        assertThatThrownBy(() -> Parameters.number("release", value)).hasMessageStartingWith("invalid-parameter {parameter=release, value="
                + value);
    }
}
