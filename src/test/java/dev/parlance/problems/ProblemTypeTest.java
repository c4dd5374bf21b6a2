package dev.parlance.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.MessageEntry;
import dev.parlance.rendering.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void matchesMessagesOfTheCatalog() {
        var problemTypes = new TreeMap<String, List<String>>();
        Arrays.stream(ProblemType.values()).forEach(it -> problemTypes.put(it.key() + " " + it.name(), it.arguments()));
        var messages = new TreeMap<String, List<String>>();
        for (MessageEntry it : ShippedCatalog.load("parlance").toContent().messages()) {
            if (!it.tags().contains("check")) {
                messages.put(it.key() + " " + it.reason(), it.contract().arguments().stream().map(Argument::name).toList());
            }
        }
        assertThat(problemTypes).isEqualTo(messages);
    }

    @Test
    void requiresExactArguments() {
        assertThatThrownBy(() -> ProblemType.UNKNOWN_MESSAGE.with("only one")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ProblemType.UNKNOWN_MESSAGE.with("k", "c").arguments()).containsEntry("key", "k").containsEntry("catalog", "c");
    }
}
