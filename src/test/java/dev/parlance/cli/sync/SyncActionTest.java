package dev.parlance.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

class SyncActionTest {

    /** L and S are the digests of the last synchronisation; A, B and C are others. An empty cell is an absent text. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # local, server, base local, base server, action
            # the first synchronisation of a text
            A,  ,  ,  , IMPORT
             , A,  ,  , WRITE
            A, A,  ,  , UNCHANGED
            A, B,  ,  , CONFLICT
            # nothing changed, in one spelling and in two
            L, L, L, L, UNCHANGED
            L, S, L, S, UNCHANGED
            # one side changed
            A, S, L, S, IMPORT
            L, A, L, S, WRITE
            # both sides changed
            A, B, L, S, CONFLICT
            A, A, L, S, UNCHANGED
            # one side took over the text of the other
            S, S, L, S, UNCHANGED
            L, L, L, S, UNCHANGED
            # the spellings were swapped, so both changed
            S, L, L, S, CONFLICT
            # one side deleted
             , S, L, S, DELETE_ON_SERVER
            L,  , L, S, DELETE_IN_FILES
            # one side deleted and the other changed
             , A, L, S, CONFLICT
            A,  , L, S, CONFLICT
            # both sides deleted
             ,  , L, S, UNCHANGED
            """)
    void decidesByWhatEachSideDid(@Nullable String local, @Nullable String server, @Nullable String baseLocal,
            @Nullable String baseServer, SyncAction action) {
        var base = baseLocal == null ? null : new SyncedText(baseLocal, baseServer);
        assertThat(SyncAction.decide(local, server, base)).isEqualTo(action);
    }

    /** Each side is absent, unchanged, or changed to one of two texts: 4 × 4 states with a base, 3 × 3 without one. */
    @Test
    void decidesEveryCombinationByItsRule() {
        var local = Arrays.asList(null, "L", "A", "B");
        var server = Arrays.asList(null, "S", "A", "B");
        for (var mine : local) {
            for (var theirs : server) {
                boolean equal = mine == null ? theirs == null : mine.equals(theirs);
                boolean localChanged = !"L".equals(mine);
                boolean serverChanged = !"S".equals(theirs);
                var expected = equal || !localChanged && !serverChanged ? SyncAction.UNCHANGED
                        : localChanged && serverChanged ? SyncAction.CONFLICT
                        : localChanged ? mine == null ? SyncAction.DELETE_ON_SERVER : SyncAction.IMPORT
                        : theirs == null ? SyncAction.DELETE_IN_FILES : SyncAction.WRITE;
                assertThat(SyncAction.decide(mine, theirs, new SyncedText("L", "S"))).as(mine + " " + theirs).isEqualTo(expected);
            }
        }
    }
}
