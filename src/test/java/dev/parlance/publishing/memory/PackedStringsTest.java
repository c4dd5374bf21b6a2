package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackedStringsTest {

    @Property(seed = "1", tries = 500)
    void returnsEveryString(@ForAll("strings") List<String> strings, @ForAll("string") String other) {
        var slab = slab(strings);
        for (int i = 0; i < strings.size(); i++) {
            assertThat(slab.get(i)).isEqualTo(strings.get(i));
            assertThat(slab.matches(i, strings.get(i))).isTrue();
            assertThat(slab.matches(i, strings.get(i) + "a")).isFalse();
            assertThat(slab.matches(i, other)).isEqualTo(other.equals(strings.get(i)));
        }
    }

    @Property(seed = "1", tries = 500)
    void findsAllPositionsOfAString(@ForAll("strings") List<String> strings, @ForAll("string") String other) {
        var index = new PackedStringIndex(slab(strings), strings.size());
        for (var it : strings) {
            assertThat(positions(index, it)).isEqualTo(positions(strings, it));
        }
        assertThat(positions(index, other)).isEqualTo(positions(strings, other));
        assertThat(index.isUnique()).isEqualTo(strings.stream().distinct().count() == strings.size());
    }

    @Property(seed = "1", tries = 500)
    void returnsValueAtEachPosition(@ForAll("strings") List<String> strings) {
        var writer = new DictionaryColumn.Builder<String>(strings.size());
        for (int i = 0; i < strings.size(); i++) {
            writer.set(i, strings.get(i));
        }
        var values = writer.build();
        for (int i = 0; i < strings.size(); i++) {
            assertThat(values.get(i)).isEqualTo(strings.get(i));
            assertThat(values.count(strings.get(i), strings.size())).isEqualTo(positions(strings, strings.get(i)).size());
        }
    }

    @Provide
    Arbitrary<List<String>> strings() {
        return string().list().ofMinSize(1).ofMaxSize(70);
    }

    /** Generates short strings from a small alphabet, so that many are equal or share a prefix. */
    @Provide
    Arbitrary<String> string() {
        return Arbitraries.of("", "a", "b", "é", "日本", "😀", "-1015").list().ofMaxSize(3).map(it -> String.join("", it));
    }

    private static PackedStrings slab(List<String> strings) {
        var writer = new PackedStrings.Builder();
        strings.forEach(writer::add);
        return writer.build();
    }

    private static List<Integer> positions(PackedStringIndex index, String text) {
        var found = new ArrayList<Integer>();
        for (int i = index.firstPosition(text); i != PackedStringIndex.NOT_FOUND; i = index.nextPosition(i)) {
            found.add(i);
        }
        return found;
    }

    private static List<Integer> positions(List<String> strings, String text) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < strings.size(); i++) {
            if (strings.get(i).equals(text)) {
                found.add(i);
            }
        }
        return found;
    }
}
