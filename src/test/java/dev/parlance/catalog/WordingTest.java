package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void otherWordsHaveAnotherDigest() {
        var all = List.of(new Wording(Syntax.ICU, "", ""), new Wording(Syntax.PLAIN, "", ""), new Wording(Syntax.ICU, "ab", "c"),
                new Wording(Syntax.ICU, "a", "bc"), new Wording(Syntax.ICU, "1 a", ""), new Wording(Syntax.ICU, "مرحبا", ""));
        assertThat(all.stream().map(Wording::digest)).doesNotHaveDuplicates().contains(new Wording(Syntax.ICU, "ab", "c").digest());
    }
}
