package dev.parlance.rest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import dev.parlance.rest.input.MediaRanges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                    | JSON
            text/csv                               | CSV
            text/plain                             | TEXT
            text/*                                 | TEXT
            application/json, text/plain, */*      | JSON
            text/html, application/xml;q=0.9, */*;q=0.8 | JSON
            text/csv, application/json;q=0.5       | CSV
            """)
    void negotiatesByAccept(String accept, ListFormat format) {
        assertThat(ListFormat.select(null, MediaRanges.parse(accept))).isEqualTo(format);
    }

    @Test
    void prefersParameterOverAccept() {
        assertThat(ListFormat.select("csv", MediaRanges.parse("text/plain"))).isEqualTo(ListFormat.CSV);
        assertThat(ListFormat.select(null, List.of())).isEqualTo(ListFormat.JSON);
        assertThatThrownBy(() -> ListFormat.select("xml", List.of())).isInstanceOf(ProblemException.class);
    }
}
