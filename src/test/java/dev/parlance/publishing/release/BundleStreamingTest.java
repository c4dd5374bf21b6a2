package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.locales.LocaleTag;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that streaming reads and writes the same bytes as the records of canonical JSON. */
class BundleStreamingTest {
    private static final Bundle BUNDLE = new Bundle("exchange", 7, "ja", new TreeMap<>(Map.of("a", "日本 😀", "b", "\"\\/\n\t\u0001\u2028",
            "c", "", "messages", "{n, plural, other {#}}")), new TreeMap<>(Map.of("en", List.of("c"), "ko", List.of("a", "b"))));
    private static final Bundle.FallbackKeys FALLBACK = new Bundle.FallbackKeys(LocaleTag.parse("ja"));

    static {
        FALLBACK.add("a", LocaleTag.parse("ko"));
        FALLBACK.add("b", LocaleTag.parse("ko"));
        FALLBACK.add("c", LocaleTag.parse("en"));
        FALLBACK.add("messages", LocaleTag.parse("ja"));
    }

    @Test
    void writesCanonicalJson() {
        var writer = BundleWriter.bundle("exchange", 7, "ja");
        BUNDLE.messages().forEach(writer::add);
        assertThat(writer.finish(FALLBACK)).isEqualTo(CanonicalJson.write(BUNDLE));
    }

    @Test
    void writesChangesInCanonicalForm() {
        var writer = BundleWriter.changes("exchange", 7, 5, "ja");
        writer.add("a", "日本");
        assertThat(writer.finish(FALLBACK, List.of("x", "y"))).asString(StandardCharsets.UTF_8).isEqualTo(
                "{\"catalog\":\"exchange\",\"release\":7,\"since\":5,\"locale\":\"ja\","
                + "\"changed\":{\"a\":\"日本\"},\"removed\":[\"x\",\"y\"],\"fallback\":{\"en\":[\"c\"],\"ko\":[\"a\",\"b\"]}}");
    }

    @Test
    void readsAcceptedPatternsInOrder() {
        var bytes = CanonicalJson.write(BUNDLE);
        var read = new TreeMap<String, String>();
        try (var patterns = new PatternReader(bytes, key -> !key.equals("b"))) {
            while (patterns.next()) {
                read.put(patterns.key(), patterns.pattern());
            }
            assertThat(patterns.next()).isFalse();
        }
        var expected = new TreeMap<>(BUNDLE.messages());
        expected.remove("b");
        assertThat(read).isEqualTo(expected);
        assertThat(PatternReader.releaseOf(bytes)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"messages\":[]}", "{\"messages\":{\"a\":1}}", "{\"messages\":{\"a\":\"b\""})
    void rejectsOtherDocuments(String text) {
        assertThatThrownBy(() -> {
            try (var patterns = new PatternReader(text.getBytes(StandardCharsets.UTF_8), key -> true)) {
                while (patterns.next()) {
                    assertThat(patterns.key()).isNotEmpty();
                }
            }
        }).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"catalog\":\"a\"}", "{\"release\":"})
    void rejectsBundlesWithoutRelease(String text) {
        assertThatThrownBy(() -> PatternReader.releaseOf(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(UncheckedIOException.class);
    }
}
