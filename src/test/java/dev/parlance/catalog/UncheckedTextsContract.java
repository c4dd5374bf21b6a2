package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.key;
import static dev.parlance.catalog.CatalogRows.keys;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of every repository of texts for texts without check results. Rolls back, so that no worker rechecks the texts meanwhile.
 */
public abstract class UncheckedTextsContract extends PortContract {

    @Test
    public void findsAndCountsUncheckedTextsUpToLimit() {
        rows.runAndRollBack(() -> {
            addUncheckedTexts();
            assertThat(rows.ports.texts().findUnchecked(rows.name, 9)).extracting(it -> it.key().value()).containsExactlyInAnyOrder("a",
                    "b");
            assertThat(rows.ports.texts().findUnchecked(rows.name, 1)).hasSize(1);
            assertThat(rows.ports.texts().countUnchecked(rows.name, 9)).isEqualTo(2);
            assertThat(rows.ports.texts().countUnchecked(rows.name, 1)).isEqualTo(1);
        });
    }

    @Test
    public void findsCatalogWithUncheckedTexts() {
        rows.runAndRollBack(() -> {
            addUncheckedTexts();
            assertThat(rows.ports.texts().findCatalogWithUnchecked()).isPresent();
        });
    }

    @Test
    public void treatsCheckedTextAsUncheckedAfterContentChange() {
        rows.runAndRollBack(() -> {
            rows.addMessage("a", 0);
            var text = rows.addText("a", EN, "Text");
            assertThat(rows.ports.texts().findUnchecked(rows.name, 9)).isEmpty();
            text.updateContent(CatalogRows.content("テキスト"), TextState.TRANSLATED, null, Confirmations.NONE, "ann");
            assertThat(rows.ports.texts().findUnchecked(rows.name, 9)).hasSize(1);
        });
    }

    @Test
    public void resetsResultsOfSomeMessages() {
        rows.runAndRollBack(() -> {
            keys("a", "b").forEach(it -> rows.addMessage(it.value(), it.value().charAt(0)));
            rows.addText("a", EN, "Text").recordFindings(1, 1);
            rows.addText("a", DE, "Text");
            rows.addText("b", EN, "Text");
            rows.ports.texts().resetCheckResults(rows.name, keys("a", "missing"));
            assertThat(rows.ports.texts().findUnchecked(rows.name, 9)).extracting(it -> it.key() + " "
                    + it.locale()).containsExactlyInAnyOrder("a en", "a de");
            assertThat(rows.ports.texts().find(rows.name, key("a"), EN).orElseThrow().warnings()).isEmpty();
        });
    }

    @Test
    public void resetsNothingWithoutKeys() {
        rows.runAndRollBack(() -> {
            rows.addMessage("a", 0);
            rows.addText("a", EN, "Text");
            rows.ports.texts().resetCheckResults(rows.name, List.of());
            assertThat(rows.ports.texts().findUnchecked(rows.name, 9)).isEmpty();
        });
    }

    private void addUncheckedTexts() {
        keys("a", "b", "c").forEach(it -> rows.addMessage(it.value(), it.value().charAt(0)));
        rows.addUnchecked("a", EN, "Text", TextState.TRANSLATED);
        rows.addUnchecked("b", EN, "", TextState.DRAFT);
        rows.addText("c", EN, "Text");
    }
}
