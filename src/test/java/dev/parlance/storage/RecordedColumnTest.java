package dev.parlance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.catalog.Recorded.OfText;
import dev.parlance.catalog.TextState;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;

class RecordedColumnTest {
    private static final Wording WORDING = new Wording(Syntax.ICU, "Text", "");

    private final RecordedColumn column = new RecordedColumn();

    @Test
    void aTextIsReadAsItWasWrittenDown() {
        var text = new OfText(WORDING, TextState.APPROVED, WORDING.digest(), Confirmations.NONE, new OfText.By("ann", "ben"));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(text))).isEqualTo(text);
    }

    @Test
    void aLineThatIsOlderThanTheNamesInItIsStillRead() {
        var old = """
                {"text":{"syntax":"icu","message":"Text","description":"","state":"approved","sourceWording":3,"confirmed":[]}}""";
        assertThat(column.convertToEntityAttribute(old)).isEqualTo(new OfText(WORDING, TextState.APPROVED, "3", Confirmations.NONE));
    }
}
