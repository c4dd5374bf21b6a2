package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final List<String> QUERY = List.of("messages", "shop", "de");

    @ParameterizedTest
    @ValueSource(strings = {"", "order.failed", "مفتاح", "zażółć", "鍵", "😀", "a b/c?d=e&f"})
    void returnsEncodedKey(String key) {
        var cursor = Cursor.encode(key, QUERY);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor, QUERY)).contains(key);
    }

    @Test
    void startsFromBeginningWithoutCursor() {
        assertThat(Cursor.decode(null, QUERY)).isEmpty();
    }

    @Test
    void rejectsCursorOfAnotherQuery() {
        var cursor = Cursor.encode("a", QUERY);
        for (var query : List.of(List.<String>of(), List.of("messages", "shop"), List.of("messages", "shop", "de", ""),
                List.of("messages", "sho", "pde"))) {
            assertRejected(cursor, query);
        }
    }

    @Test
    void rejectsCursorWithAnyCharacterChanged() {
        var cursor = Cursor.encode("order.failed", QUERY);
        for (int i = 0; i < cursor.length(); i++) {
            assertRejected(cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1), QUERY);
        }
    }

    @Test
    void rejectsCursorCutShort() {
        var cursor = Cursor.encode("order.failed", QUERY);
        for (int length = 0; length < cursor.length(); length++) {
            assertRejected(cursor.substring(0, length), QUERY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!", "日本", "===="})
    void rejectsMalformedCursor(String text) {
        assertRejected(text, QUERY);
    }

    @Test
    void rejectsKeyWithForbiddenCharacter() {
        assertRejected(Cursor.encode("a\u0000", QUERY), QUERY);
    }

    @Test
    void rejectsKeyThatParserRejects() {
        assertThat(Cursor.decode(Cursor.encode("12", QUERY), QUERY, Integer::parseInt)).contains(12);
        var forged = Cursor.encode("twelve", QUERY);
        assertThatThrownBy(() ->
                Cursor.decode(forged, QUERY, Integer::parseInt)).hasMessageStartingWith("invalid-parameter {parameter=cursor");
    }

    @Test
    void changesChecksumWithKey() {
        var checksums = List.of("a", "b", "ab").stream().map(it -> Cursor.encode(it, QUERY)).map(CursorTest::checksum).toList();
        assertThat(checksums).doesNotHaveDuplicates();
    }

    private static String checksum(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).substring(0, 12);
    }

    private static void assertRejected(String cursor, List<String> query) {
        assertThatThrownBy(() -> Cursor.decode(cursor, query)).as(cursor)
                .hasMessage(ProblemType.INVALID_PARAMETER.with("cursor", cursor, ProblemType.NONE).getMessage());
    }
}
