package dev.parlance.publishing.release;

import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memorystore.ReleasedCatalog;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveChannelTest {
    private final ReleasedCatalog catalog = new ReleasedCatalog();

    @BeforeEach
    void releaseTwice() {
        catalog.define("a");
        catalog.write("a", EN, "Text");
        catalog.release();
        catalog.write("a", JA, "本文");
        catalog.release();
    }

    @Test
    void createsChannelWithFirstMove() {
        var channel = catalog.moveChannel.moveTo(2, catalog.command("staging", 0)).channel();
        assertThat(channel.release()).isEqualTo(2);
        assertThat(channel.moves()).isEqualTo(1);
        assertThat(catalog.channels.moves(catalog.rows.name, "staging", 9)).singleElement().satisfies(it -> {
            assertThat(it.previous()).isEmpty();
            assertThat(it.movedAt()).isEqualTo(catalog.clock.instant());
            assertThat(it.movedBy() + ": " + it.comment()).isEqualTo("ann: go");
        });
    }

    @Test
    void rejectsMoreChannelsThanFitInMemory() {
        int existing = catalog.channels.findByCatalog(catalog.rows.name).size();
        for (int i = existing; i < MoveChannel.MAX_CHANNELS; i++) {
            catalog.move("channel-" + i, 1, 0);
        }
        var problem = problemOf(() -> catalog.move("another", 1, 0));
        assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_ITEMS);
        assertThat(catalog.channels.find(catalog.rows.name, "another")).isEmpty();
        catalog.move("channel-" + existing, 2, 1);
    }

    @Test
    void movesChannelAndRecordsPreviousRelease() {
        catalog.move("staging", 1, 0);
        catalog.clock.advance(Duration.ofMinutes(1));
        catalog.move("staging", 2, 1);
        assertThat(catalog.channels.moves(catalog.rows.name, "staging", 1)).singleElement().satisfies(it -> {
            assertThat(it.number()).isEqualTo(2);
            assertThat(it.previous()).isEqualTo(OptionalInt.of(1));
            assertThat(it.release()).isEqualTo(2);
        });
    }

    @Test
    void rejectsStaleVersionAndReturnsCurrentOne() {
        catalog.move("staging", 1, 0);
        for (int moves : new int[] {0, 2}) {
            var problem = problemOf(() -> catalog.move("staging", 2, moves));
            assertThat(problem.type()).isEqualTo(moves == 0 ? ProblemType.RESOURCE_EXISTS : ProblemType.STALE_REVISION);
            assertThat(problem.members()).containsEntry("release", 1).containsEntry("moves", 1);
        }
        assertThat(catalog.channels.find(catalog.rows.name, "staging").orElseThrow().release()).isEqualTo(1);
    }

    @Test
    void rejectsUnknownReleaseChannelAndCatalog() {
        assertThat(problemOf(() -> catalog.move("staging", 3, 0)).type()).isEqualTo(ProblemType.UNKNOWN_RELEASE);
        assertThat(problemOf(() -> catalog.move("staging", 1, 1)).type()).isEqualTo(ProblemType.UNKNOWN_CHANNEL);
        var elsewhere = new MoveChannel.MoveCommand(new CatalogName("unknown"), "staging", OptionalInt.empty(), "ann", "");
        assertThat(problemOf(() -> catalog.moveChannel.moveTo(1, elsewhere)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(catalog.channels.heads()).isEmpty();
    }

    @Test
    void ignoresMoveToCurrentRelease() {
        catalog.move("staging", 1, 0);
        var repeated = catalog.moveChannel.moveTo(1, catalog.command("staging", 1));
        assertThat(repeated.moved()).isFalse();
        assertThat(repeated.from()).hasValue(1);
        assertThat(catalog.channels.moves(catalog.rows.name, "staging", 9)).hasSize(1);
    }

    @Test
    void rejectsReservedName() {
        assertThat(problemOf(() -> catalog.move("draft", 1, 0)).type()).isEqualTo(ProblemType.RESERVED_CHANNEL);
    }

    /** Moves: a number points at that release, {@code <} rolls back, {@code <2} rolls back to release 2. */
    @ParameterizedTest
    @CsvSource({"1 2 <, 1", "1 2 3 < <, 1", "1 2 3 < 3 <, 2", "1 2 1 <, 2", "1 2 1 < <, 1", "1 2 2 <, 1", "1 2 3 <1 2 <, 1",
        "1 3 <2 <, 3", "1 2 3 <3 <, 2"})
    void rollsBackToLastDifferentRelease(String moves, int release) {
        catalog.write("a", JA, "別の本文");
        catalog.release();
        replay(moves);
        assertThat(catalog.channels.find(catalog.rows.name, "staging").orElseThrow().release()).isEqualTo(release);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 <", "1 1 <", "1 2 < <"})
    void rejectsRollbackWithoutEarlierRelease(String moves) {
        assertThat(problemOf(() -> replay(moves)).type()).isEqualTo(ProblemType.NOTHING_TO_ROLL_BACK);
    }

    private void replay(String moves) {
        for (var move : moves.split(" ")) {
            var command = catalog.command("staging", catalog.channels.find(catalog.rows.name, "staging").map(Channel::moves).orElse(0));
            if (move.startsWith("<")) {
                var target = move.length() == 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(move.substring(1)));
                catalog.moveChannel.rollBack(command, target);
            } else {
                catalog.moveChannel.moveTo(Integer.parseInt(move), command);
            }
        }
    }

    @Test
    void namesBothReleasesOfRollback() {
        replay("1 2");
        var result = catalog.moveChannel.rollBack(catalog.command("staging", 2), OptionalInt.empty());
        assertThat(result.from()).hasValue(2);
        assertThat(result.channel().release()).isEqualTo(1);
        assertThat(catalog.channels.moves(catalog.rows.name, "staging", 1)).singleElement().matches(ChannelMove::rollback);
    }

    @Test
    void rejectsRollbackOfFirstMove() {
        catalog.move("staging", 1, 0);
        assertThat(problemOf(() -> catalog.moveChannel.rollBack(catalog.command("staging", 1), OptionalInt.empty())).type())
                .isEqualTo(ProblemType.NOTHING_TO_ROLL_BACK);
        assertThat(problemOf(() -> catalog.moveChannel.rollBack(catalog.command("beta", 0), OptionalInt.empty())).type())
                .isEqualTo(ProblemType.NOTHING_TO_ROLL_BACK);
        assertThat(problemOf(() -> catalog.moveChannel.rollBack(catalog.command("staging", 2), OptionalInt.empty())).type())
                .isEqualTo(ProblemType.STALE_REVISION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Production", "a b", "-a", "a-", "قناة", "żółw", "本番"})
    void rejectsInvalidNames(String name) {
        assertThat(problemOf(() -> catalog.move(name, 1, 0)).type()).isEqualTo(ProblemType.INVALID_NAME);
        assertThat(problemOf(() -> catalog.move("a".repeat(65), 1, 0)).type()).isEqualTo(ProblemType.INVALID_NAME);
    }
}
