package dev.parlance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRepresentationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                                            | JSON
            */*                                                             | JSON
            application/json, text/plain, */*                               | JSON
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML
            text/plain                                                      | TEXT
            text/markdown, text/html;q=0.9                                  | MARKDOWN
            text/*                                                          | HTML
            text/html;q=0.5, application/json                               | JSON
            """)
    void negotiates(String accept, PageRepresentation representation) {
        assertThat(PageRepresentation.negotiate(accept, List.of(PageRepresentation.values()))).isEqualTo(representation);
    }

    @Test
    void recognizesSuffixes() {
        assertThat(PageRepresentation.bySuffix("a.b.md")).contains(new PageRepresentation.Suffixed("a.b", PageRepresentation.MARKDOWN));
        assertThat(PageRepresentation.bySuffix("-1015.json")).contains(new PageRepresentation.Suffixed("-1015", PageRepresentation.JSON));
        assertThat(PageRepresentation.bySuffix("a.html")).isEmpty();
        assertThat(PageRepresentation.bySuffix("a")).isEmpty();
    }
}
