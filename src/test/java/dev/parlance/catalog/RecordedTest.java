package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.catalog.Recorded.OfText;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private static final Wording WORDING = new Wording(Syntax.ICU, "Text", "");

    @Test
    void anApprovalIsTakenBackToWhereItIsKnownWhoseItWas() {
        var nameless = new OfText(WORDING, TextState.APPROVED, null, Confirmations.NONE);
        var named = new OfText(WORDING, TextState.APPROVED, null, Confirmations.NONE, new OfText.By("ann", "ben"));
        assertThat(nameless.asTakenBack().state()).isEqualTo(TextState.TRANSLATED);
        assertThat(named.asTakenBack()).isEqualTo(named);
    }
}
