package dev.parlance.rest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as lines with aligned columns. */
class TextTableTest {
    private record Row(String key, Integer status, String text) {
    }

    private static final TableColumns<Row> COLUMNS = TableColumns.of(Row.class).column("key", Row::key).column("status", Row::status)
            .column("text", Row::text);

    @Test
    void alignsColumnsByDisplayWidth() {
        assertThat(write(new Row("注文", 400, "a"), new Row("e\u0301te\u0301", 5, "b"), new Row("long-key", 429, "c"))).isEqualTo("""
                key       status  text
                注文         400  a
                e\u0301te\u0301            5  b
                long-key     429  c
                """);
    }

    @Test
    void showsEmptyCells() {
        assertThat(write(new Row("a", 1, ""))).isEqualTo("""
                key  status  text
                a         1  -
                """);
    }

    @Test
    void writesOnlyNamesOfEmptyList() {
        assertThat(write()).isEqualTo("key  status  text\n");
    }

    @Test
    void escapesWhatATerminalWouldExecute() {
        assertThat(write(new Row("a", 1, "x\ny\t\u001b[2J\u009b\u202ez\u2028\ud800")))
                .endsWith("  x\\ny\\t\\u001b[2J\\u009b\\u202ez\\u2028\\ud800\n");
    }

    @Test
    void keepsCellsBeyondTheAlignedWidthWhole() {
        var longKey = "k".repeat(TextTable.MAX_ALIGNED_WIDTH + 1);
        assertThat(write(new Row(longKey, 1, "a"), new Row("b", 2, "c"))).isEqualTo(
                "key  status  text\n" + longKey + "       1  a\nb         2  c\n");
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "注文,4", "ｶﾅ,2", "Ａ,2", "é,1", "e\u0301,1", "नमस्ते,4", "\u1112\u1161\u11ab,2",
            "한,2", "\u200b\u2067,0", "😀,2", "ß,1"})
    void countsColumnsOfATerminal(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void joinsCollectionsByBlanks() {
        var columns = TableColumns.of(List.class).column("all", it -> it);
        assertThat(columns.table(List.of(List.of("a", "b")), null).rows()).containsExactly(List.of("a b"));
    }

    private static String write(Row... rows) {
        return TextTable.write(COLUMNS.table(Arrays.asList(rows), null));
    }
}
