package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "مرحبا\u200F", "zażółć\tgęślą\n", "日本語", "😀\uFE0F", "\u2066x\u2069"})
    void acceptsTextsOfAnyLanguage(String text) {
        assertThat(TextInput.requireAllowedCharacters("/message", text)).isEqualTo(text);
        assertThat(TextInput.optionalText("/comment", text, 20)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,U+0000", "13,U+000D", "127,U+007F", "55296,U+D800", "8238,U+202E", "65535,U+FFFF", "1114111,U+10FFFF"})
    void rejectsForbiddenCharacters(int codePoint, String character) {
        var text = "日本" + Character.toString(codePoint) + "x";
        assertThatThrownBy(() -> TextInput.requireAllowedCharacters("/message", text))
                .hasMessage("forbidden-character {pointer=/message, character=" + character + "}");
    }

    @Test
    void limitsTextsInCodePoints() {
        assertThat(TextInput.optionalText("/comment", "😀😀", 2)).isEqualTo("😀😀");
        assertThatThrownBy(() -> TextInput.optionalText("/comment", "😀😀😀", 2)).hasMessage("too-long {pointer=/comment, limit=2}");
        assertThat(TextInput.optionalText("/comment", null, 2)).isEmpty();
    }

    @Test
    void readsContentWithDefaults() {
        assertThat(TextInput.parseContent("", "مرحبا", null, null)).isEqualTo(new TextContent(Syntax.ICU, "مرحبا", ""));
        assertThat(TextInput.parseContent("", "", "日本", "printf")).isEqualTo(new TextContent(Syntax.PRINTF, "", "日本"));
    }

    @Test
    void rejectsIncompleteOrInvalidContent() {
        assertThatThrownBy(() ->
                TextInput.parseContent("/texts/0", null, "",
                null)).hasMessage("invalid-field {pointer=/texts/0/message, expected=missing}");
        assertThatThrownBy(() ->
                TextInput.parseContent("/texts/0", "a", "", "ICU"))
                        .hasMessage("invalid-field {pointer=/texts/0/syntax, expected=value, allowed=icu, printf, plain}");
        assertThatThrownBy(() ->
                TextInput.parseContent("", "a", "\u0001", null)).hasMessage("forbidden-character {pointer=/description, character=U+0001}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\t\n"})
    void requiresNonBlankTexts(String text) {
        assertThat(JsonFields.requireText("/name", "żółć", 4)).isEqualTo("żółć");
        assertThatThrownBy(() -> JsonFields.requireText("/name", text, 4)).hasMessage("invalid-field {pointer=/name, expected=missing}");
    }

    @Test
    void requiresFields() {
        assertThatThrownBy(() -> JsonFields.requireText("/name", null, 4)).hasMessage("invalid-field {pointer=/name, expected=missing}");
        assertThatThrownBy(() -> JsonFields.requireText("/name", "12345", 4)).hasMessage("too-long {pointer=/name, limit=4}");
        assertThatThrownBy(() ->
                JsonFields.requireSecret("/password", null)).hasMessage("invalid-field {pointer=/password, expected=missing}");
    }

    @Test
    void acceptsAnyCharacterInSecrets() {
        assertThat(JsonFields.requireSecret("/password", "\u0000\u202E")).isEqualTo("\u0000\u202E");
        assertThat(JsonFields.requireSecret("/password", "")).isEmpty();
    }

    @Test
    void readsChoicesByLabel() {
        assertThat(JsonFields.choice("/state", TextState.class, "approved")).contains(TextState.APPROVED);
        assertThat(JsonFields.choice("/state", TextState.class, null)).isEmpty();
        for (var unknown : new String[] {"", "APPROVED", "موافق"}) {
            assertThatThrownBy(() ->
                    JsonFields.choice("/state", TextState.class, unknown))
                            .hasMessage("invalid-field {pointer=/state, expected=value, allowed=draft, translated, approved}");
        }
    }
}
