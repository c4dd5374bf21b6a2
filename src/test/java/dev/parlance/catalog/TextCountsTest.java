package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCountsTest {

    @ParameterizedTest
    @CsvSource({"DRAFT,1,0,0", "TRANSLATED,0,1,0", "APPROVED,0,0,1"})
    void countsTextByState(TextState state, int drafts, int translated, int approved) {
        assertThat(TextCounts.of(text(state, OptionalInt.empty()), false)).isEqualTo(new TextCounts(drafts, translated, approved, 0, 0, 0));
    }

    @Test
    void countsFaultyTextOnce() {
        assertThat(TextCounts.of(text(TextState.DRAFT, OptionalInt.of(7)), true)).isEqualTo(new TextCounts(1, 0, 0, 1, 1, 1));
        assertThat(TextCounts.of(text(TextState.DRAFT, OptionalInt.of(0)), false)).isEqualTo(new TextCounts(1, 0, 0, 0, 0, 0));
    }

    @Test
    void addsAndSubtracts() {
        var one = new TextCounts(1, 2, 3, 4, 5, 6);
        assertThat(one.plus(one, 1)).isEqualTo(new TextCounts(2, 4, 6, 8, 10, 12));
        assertThat(one.plus(one, -1)).isEqualTo(TextCounts.NONE);
        assertThat(one.total()).isEqualTo(6);
    }

    private static MessageText text(TextState state, OptionalInt findings) {
        var text = new MessageText(new CatalogName("shop"), new MessageKey("limit"), DE, 0);
        text.updateContent(content("Eins"), state, null, Confirmations.NONE, "ann");
        findings.ifPresent(it -> text.recordFindings(it, it));
        return text;
    }
}
