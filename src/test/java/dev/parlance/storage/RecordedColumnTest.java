package dev.parlance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState.OfText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;

class RecordedColumnTest {
    private static final TextContent WORDING = new TextContent(Syntax.ICU, "Text", "");

    private final HistoryStateColumn column = new HistoryStateColumn();

    @Test
    void aTextIsReadAsItWasWrittenDown() {
        var text = new OfText(WORDING, TextState.APPROVED, WORDING.contentHash(), Confirmations.NONE, new OfText.Authors("ann", "ben"));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(text))).isEqualTo(text);
    }

    @Test
    void aLineThatIsOlderThanTheNamesInItIsStillRead() {
        var old = """
                {"text":{"syntax":"icu","message":"Text","description":"","state":"approved","sourceWording":3,"confirmed":[]}}""";
        assertThat(column.convertToEntityAttribute(old)).isEqualTo(new OfText(WORDING, TextState.APPROVED, "3", Confirmations.NONE));
    }
}
