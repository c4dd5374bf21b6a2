package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final List<String> QUERY = List.of("terms", "shop");

    @Test
    void hasNoNextPageIfAllRowsFit() {
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
        assertThat(page(List.of("a", "b"), 2)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void continuesAfterLastItemOfThePage() {
        var page = page(List.of("a", "日本", "c"), 2);
        assertThat(page.items()).containsExactly("a", "日本");
        assertThat(Cursor.decode(page.next(), QUERY)).contains("日本");
    }

    @Test
    void mapsItems() {
        assertThat(page(List.of("a", "bb", "ccc"), 2).items(String::length)).containsExactly(1, 2);
    }

    @Test
    void endsBeforeItIsTooLargeAndThenContinues() {
        var rows = IntStream.range(0, 9).mapToObj(it -> it + "語".repeat(100_000)).toList();
        var page = Page.of(rows, 8, Function.<String>identity(), it -> it.substring(0, 1), QUERY);
        assertThat(page.items()).hasSize(3);
        assertThat(Cursor.decode(page.next(), QUERY)).contains("2");
        var last = Page.of(rows.subList(7, 9), 8, Function.<String>identity(), it -> it.substring(0, 1), QUERY);
        assertThat(last.items()).hasSize(2);
        assertThat(last.next()).isNull();
    }

    @Test
    void hasOneItemEvenIfItIsTooLarge() {
        var rows = List.of("a".repeat(2_000_000), "b");
        var page = Page.of(rows, 8, Function.<String>identity(), it -> it.substring(0, 1), QUERY);
        assertThat(page.items()).hasSize(1);
        assertThat(Cursor.decode(page.next(), QUERY)).contains("a");
    }

    private static Page<String> page(List<String> rows, int maxItems) {
        return Page.of(rows, maxItems, Function.identity(), QUERY);
    }
}
