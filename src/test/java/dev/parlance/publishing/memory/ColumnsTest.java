package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import dev.parlance.publishing.release.ReferenceDocument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.Syntax;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compact forms in which a snapshot keeps its values. */
class ColumnsTest {
    private static final List<String> TEXTS = List.of("", "a", "it's", "\"quoted\"", "back\\slash", "\\", "line\nbreak", "\u0001", "مرحبا",
            "żółć", "日本", "😀", "}", "{n}");

    @Test
    void storesUpTo256Values() {
        var builder = new DictionaryColumn.Builder<Integer>(300);
        for (int i = 0; i < 300; i++) {
            builder.set(i, i % 256);
        }
        var column = builder.build();
        assertThat(column.get(255)).isEqualTo(255);
        assertThat(column.get(299)).isEqualTo(43);
        assertThat(column.count(43, 300)).isEqualTo(2);
        assertThat(column.count(43, 299)).isEqualTo(1);
    }

    @Test
    void rejectsTooManyValues() {
        var builder = new DictionaryColumn.Builder<Integer>(257);
        for (int i = 0; i < 256; i++) {
            builder.set(i, i);
        }
        assertThatThrownBy(() -> builder.set(256, 256)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("more than 256");
    }

    @Test
    void findsStringsWithCollidingHashCodes() {
        var strings = new PackedStrings.Builder();
        List.of("Aa", "BB", "Aa", "C#", "").forEach(strings::add);
        var index = new PackedStringIndex(strings.build(), 5);
        assertThat(index.firstPosition("BB")).isEqualTo(1);
        assertThat(index.nextPosition(index.firstPosition("Aa"))).isEqualTo(2);
        assertThat(index.nextPosition(2)).isEqualTo(PackedStringIndex.NOT_FOUND);
        assertThat(index.firstPosition("")).isEqualTo(4);
        assertThat(index.isUnique()).isFalse();
        assertThat(IntStream.range(0, 5).filter(index::isUnique)).containsExactly(1, 3, 4);
    }

    @Test
    void findsNothingInEmptyIndex() {
        var index = new PackedStringIndex(new PackedStrings.Builder().build(), 0);
        assertThat(index.firstPosition("")).isEqualTo(PackedStringIndex.NOT_FOUND);
        assertThat(index.isUnique()).isTrue();
    }

    @Test
    void readsPatternsFromBundleInCatalogOrder() {
        var patterns = patternColumn(TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(patterns.get(i)).isEqualTo(TEXTS.get(i));
            for (var other : TEXTS) {
                assertThat(patterns.matches(i, other)).as("%s and %s", TEXTS.get(i), other).isEqualTo(other.equals(TEXTS.get(i)));
            }
            assertThat(patterns.matches(i, TEXTS.get(i) + "x")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "日本", "{\"catalog\":\"shop\"}"})
    void rejectsMalformedBundle(String bytes) {
        assertThatThrownBy(() -> PatternColumn.of(bytes.getBytes(StandardCharsets.UTF_8), definitions(0)))
                .isInstanceOf(IllegalStateException.class).hasMessage("not a bundle");
    }

    @Test
    void rendersLiteralTextsWithoutCompiledForm() {
        var compiled = new CompiledTexts(2);
        compiled.set(0, Optional.empty());
        assertThat(render(compiled, 0, "{日本}")).isEqualTo("{日本}");
        compiled.set(1, Optional.of(new Renderer().compile(Syntax.ICU, "'{'مرحبا'}'", LocaleTag.parse("ar"), ArgumentContract.EMPTY)));
        assertThat(render(compiled, 1, "not used")).isEqualTo("{مرحبا}");
        assertThat(render(compiled, 0, "żółć")).isEqualTo("żółć");
    }

    @Test
    void computesMemoizedValueOnce() {
        var calls = new AtomicInteger();
        Supplier<Integer> memoized = new Memoized<>(calls::incrementAndGet);
        assertThat(calls).hasValue(0);
        assertThat(List.of(memoized.get(), memoized.get())).containsExactly(1, 1);
    }

    @Test
    void triesAgainAfterFailure() {
        var calls = new AtomicInteger();
        var memoized = new Memoized<>(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
            }
            return calls.get();
        });
        assertThatThrownBy(memoized::get).hasMessage("first");
        assertThat(memoized.get()).isEqualTo(2);
    }

    private static String render(CompiledTexts texts, int position, String literal) {
        return texts.render(position, () -> literal, ArgumentValues.bind(ArgumentContract.EMPTY, Map.of()), ZoneOffset.UTC).text();
    }

    private static PatternColumn patternColumn(List<String> patterns) {
        var byKey = new TreeMap<String, String>();
        for (int i = 0; i < patterns.size(); i++) {
            byKey.put(key(i), patterns.get(i));
        }
        return PatternColumn.of(CanonicalJson.write(new Bundle("shop", 1, "en", byKey)), definitions(patterns.size()));
    }

    /** Returns a key whose alphabetical order is the reverse of the catalog order. */
    private static String key(int position) {
        return "k" + (99 - position);
    }

    private static MessageDefinitions definitions(int size) {
        var entries = new ArrayList<ReferenceDocument.Entry>();
        for (int i = 0; i < size; i++) {
            entries.add(new ReferenceDocument.Entry(key(i), "c", "R_" + i, 400, null, List.of(), List.of(), null, null, "en",
                    "icu", "", ""));
        }
        return MessageDefinitions.of(CanonicalJson.write(new ReferenceDocument("shop", "en", entries)));
    }
}
