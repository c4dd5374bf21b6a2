package dev.parlance.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SyncStateTest {
    private static final SyncState STATE = new SyncState("shop", new TreeMap<>(Map.of(
            new TextKey(new LocaleTag("en"), "a"), new SyncedText("one", "one"),
            new TextKey(new LocaleTag("pt-BR"), "a"), new SyncedText("two", "three"))));

    @Test
    void hasOneLineForEachText() {
        assertThat(new String(STATE.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "version" : 1,
                  "catalog" : "shop",
                  "texts" : {
                    "en" : {
                      "a" : "one"
                    },
                    "pt-BR" : {
                      "a" : "two three"
                    }
                  }
                }
                """);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(SyncState.parse(STATE.toBytes(), "shop")).isEqualTo(STATE);
    }

    @Test
    void rejectsTheStateOfAnotherCatalog() {
        assertThatThrownBy(() -> SyncState.parse(STATE.toBytes(), "news")).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("belongs to the catalog shop");
    }

    @Test
    void rejectsAFileWithTheMarksOfAMergeConflict() {
        assertThatThrownBy(() -> SyncState.parse("<<<<<<< HEAD\n{}".getBytes(StandardCharsets.UTF_8), "shop"))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("damaged");
    }
}
