package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    record Document(String name, int number, Map<String, String> texts) {
    }

    @Test
    void writesMembersInOrderWithoutWhitespace() {
        var document = new Document("żółć", 7, new TreeMap<>(Map.of("b", "日本", "a", "\"\\\n\u0001</😀")));
        var written = CanonicalJson.write(document);
        assertThat(written).asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"name\":\"żółć\",\"number\":7,\"texts\":{\"a\":\"\\\"\\\\\\n\\u0001</\\uD83D\\uDE00\",\"b\":\"日本\"}}");
        assertThat(CanonicalJson.read(written, Document.class)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"name\":7}", "{\"name\":true}", "{\"nmae\":\"a\"}", "日本"})
    void rejectsOtherDocuments(String json) {
        assertThatThrownBy(() ->
                CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), Document.class)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void readsStringAtOffset() {
        var bytes = "{\"مفتاح\":\"a\\\"b\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(CanonicalJson.readString(bytes, 1)).isEqualTo("مفتاح");
        assertThat(CanonicalJson.readString(bytes, bytes.length - 7)).isEqualTo("a\"b");
    }

    @Test
    void readsPatternsOfBundleInDocumentOrder() {
        var bundle = CanonicalJson.write(new Bundle("shop", 3, "ja", new TreeMap<>(Map.of("b", "", "a", "{n} 件", "messages", "żółć"))));
        assertThat(Bundle.readPatterns(bundle)).containsExactly(Map.entry("a", "{n} 件"), Map.entry("b", ""), Map.entry("messages", "żółć"));
        assertThat(Bundle.readPatterns(CanonicalJson.write(new Bundle("messages", 3, "ja", new TreeMap<>())))).isEmpty();
    }
}
