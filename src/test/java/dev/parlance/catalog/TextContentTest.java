package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextContentTest {

    @Test
    void hashesDifferentContentDifferently() {
        var all = List.of(new TextContent(Syntax.ICU, "", ""), new TextContent(Syntax.PLAIN, "", ""),
                new TextContent(Syntax.ICU, "ab", "c"),
                new TextContent(Syntax.ICU, "a", "bc"), new TextContent(Syntax.ICU, "1 a", ""), new TextContent(Syntax.ICU, "مرحبا", ""));
        assertThat(all.stream().map(TextContent::contentHash)).doesNotHaveDuplicates()
                .contains(new TextContent(Syntax.ICU, "ab", "c").contentHash());
    }
}
