package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.HistoryState.RecordedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final MessageKey LIMIT = new MessageKey("limit");
    private static final Confirmations CONFIRMED = new Confirmations(List.of(new Confirmation("numbers", "", "ben")));

    private final MessageText text = new MessageText(SHOP, LIMIT, DE, 4);

    @ParameterizedTest
    @ValueSource(strings = {"", "Eins", "مرحبا", "łąka", "注文"})
    void writesContentAsNextVersion(String message) {
        write(message, TextState.TRANSLATED, "ann");
        assertThat(text.version()).isEqualTo(5);
        assertThat(text.content()).isEqualTo(content(message));
        assertThat(text.author()).isEqualTo("ann");
        assertThat(text.errors()).isEmpty();
    }

    @Test
    void forgetsFindingsWhenContentChanges() {
        write("Eins", TextState.DRAFT, "ann");
        text.recordFindings(1, 2);
        write("Zwei", TextState.DRAFT, "ann");
        assertThat(text.errors()).isEmpty();
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void keepsAuthorAndFindingsWhenOnlyStateChanges() {
        write("Eins", TextState.TRANSLATED, "ann");
        text.recordFindings(0, 2);
        write("Eins", TextState.APPROVED, "ben");
        assertThat(text.author()).isEqualTo("ann");
        assertThat(text.approvedBy()).contains("ben");
        assertThat(text.warnings()).hasValue(2);
    }

    @Test
    void withdrawsApprovalAndConfirmations() {
        text.updateContent(content("Eins"), TextState.APPROVED, "hash", CONFIRMED, "ann");
        write("Eins", TextState.TRANSLATED, "ben");
        assertThat(text.approvedBy()).isEmpty();
        assertThat(text.confirmations()).isEqualTo(Confirmations.NONE);
    }

    @Test
    void takesAttributionFromHistory() {
        var state = new RecordedText(content("Eins"), TextState.APPROVED, null, CONFIRMED, new RecordedText.Attribution("ann", "ben"));
        text.applyState(state, "max");
        assertThat(text.historyState()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"One,One,false", "One,Two,true", "'',' ',true", "注文,注文,false"})
    void isStaleWhenSourceDiffers(String before, String now, boolean expected) {
        var source = new MessageText(SHOP, LIMIT, EN, 0);
        source.updateContent(content(now), TextState.TRANSLATED, null, Confirmations.NONE, "ann");
        text.updateContent(content("Eins"), TextState.TRANSLATED, content(before).contentHash(), Confirmations.NONE, "ann");
        assertThat(text.isStale(source)).isEqualTo(expected);
        assertThat(text.isStale(null)).as("without source").isFalse();
        assertThat(source.isStale(source)).as("the source itself").isFalse();
    }

    private void write(String message, TextState state, String actor) {
        text.updateContent(content(message), state, null, Confirmations.NONE, actor);
    }
}
