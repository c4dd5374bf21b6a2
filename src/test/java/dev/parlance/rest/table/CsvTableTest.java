package dev.parlance.rest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as CSV. */
class CsvTableTest {
    private static final TableColumns<String> COLUMNS = TableColumns.of(String.class).column("text", it -> it)
            .column("length", String::length);

    @Test
    void writesHeaderRowAndQuotesSeparators() {
        assertThat(write("a,b", "say \"x\"", "two\nlines")).isEqualTo(
                "text,length\r\n\"a,b\",3\r\n\"say \"\"x\"\"\",7\r\n\"two\nlines\",9\r\n");
    }

    @Test
    void preventsFormulasButKeepsNumbers() {
        assertThat(write("=1+1", "-1015", "@a")).isEqualTo("text,length\r\n'=1+1,4\r\n-1015,5\r\n'@a,2\r\n");
    }

    private static String write(String... texts) {
        return CsvTable.write(COLUMNS.table(List.of(texts), null));
    }
}
