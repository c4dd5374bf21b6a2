package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.HistoryState.OfText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private static final TextContent WORDING = new TextContent(Syntax.ICU, "Text", "");

    @Test
    void anApprovalIsTakenBackToWhereItIsKnownWhoseItWas() {
        var nameless = new OfText(WORDING, TextState.APPROVED, null, Confirmations.NONE);
        var named = new OfText(WORDING, TextState.APPROVED, null, Confirmations.NONE, new OfText.Authors("ann", "ben"));
        assertThat(nameless.forRevert().state()).isEqualTo(TextState.TRANSLATED);
        assertThat(named.forRevert()).isEqualTo(named);
    }
}
