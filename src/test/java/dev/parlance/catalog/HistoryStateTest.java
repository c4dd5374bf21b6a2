package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;

class HistoryStateTest {
    private static final TextContent CONTENT = new TextContent(Syntax.ICU, "Text", "");

    @Test
    void revertsToApprovedOnlyWhenApproverIsKnown() {
        var withoutAttribution = new RecordedText(CONTENT, TextState.APPROVED, null, Confirmations.NONE);
        var withAttribution = new RecordedText(CONTENT, TextState.APPROVED, null, Confirmations.NONE,
                new RecordedText.Attribution("ann", "ben"));
        assertThat(withoutAttribution.asReverted().state()).isEqualTo(TextState.TRANSLATED);
        assertThat(withAttribution.asReverted()).isEqualTo(withAttribution);
    }
}
