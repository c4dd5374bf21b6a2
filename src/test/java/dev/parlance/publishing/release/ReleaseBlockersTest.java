package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import org.junit.jupiter.api.Test;

class ReleaseBlockersTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag AR = LocaleTag.parse("ar");
    private static final ProblemException MISMATCH = ProblemType.ARGUMENT_MISMATCH.with("k", "n");
    private static final ProblemException BREAKING = ProblemType.BREAKING_CHANGE.with("k");

    private final ReleaseBlockers blockers = new ReleaseBlockers();

    @Test
    void countsAllAndListsTheFirstOfEachType() {
        for (int i = 0; i < 100_000; i++) {
            blockers.add(mismatch(i, AR));
            blockers.add(breakingChange(i));
        }
        assertThat(blockers.count()).isEqualTo(200_000);
        assertThat(blockers.listed()).hasSize(2 * ReleaseBlockers.MAX_LISTED)
                .contains(mismatch(99, AR), breakingChange(99)).doesNotContain(mismatch(100, AR));
        var problem = blockers.toProblem("shop");
        assertThat(problem.type()).isEqualTo(ProblemType.RELEASE_REFUSED);
        assertThat(problem.arguments()).containsEntry("faults", 200_000);
        assertThat(problem.members()).containsEntry("findings", blockers.listed()).containsEntry("findingCount", 200_000);
    }

    @Test
    void namesFewKeysInBreakingChange() {
        for (int i = 0; i < 1000; i++) {
            blockers.add(breakingChange(i));
        }
        var problem = blockers.toProblem("shop");
        assertThat(problem.type()).isEqualTo(ProblemType.BREAKING_CHANGE);
        assertThat((String) problem.arguments().get("keys")).startsWith("k0, k1, ").endsWith("k19, …");
    }

    @Test
    void remembersWhichLocalesCannotBeFrozen() {
        var unlisted = new ReleaseBlockers();
        for (int i = 0; i <= ReleaseBlockers.MAX_LISTED; i++) {
            unlisted.add(new ReleaseBlocker(ProblemType.RELEASE_INCOMPLETE.with("shop", "xx"), null,
                    i < ReleaseBlockers.MAX_LISTED ? AR : EN));
        }
        assertThat(unlisted.preventFreezing(EN)).isTrue();
        assertThat(unlisted.preventFreezing(LocaleTag.parse("ja"))).isFalse();
        assertThat(unlisted.hasInvalidText()).isFalse();
        blockers.add(mismatch(0, AR));
        unlisted.addAll(blockers);
        assertThat(unlisted.hasInvalidText()).isTrue();
        assertThat(unlisted.preventFreezing(LocaleTag.parse("ja"))).isTrue();
        assertThat(unlisted.count()).isEqualTo(ReleaseBlockers.MAX_LISTED + 2);
    }

    private static ReleaseBlocker mismatch(int number, LocaleTag locale) {
        return new ReleaseBlocker(MISMATCH, new MessageKey("k" + number), locale);
    }

    private static ReleaseBlocker breakingChange(int number) {
        return new ReleaseBlocker(BREAKING, new MessageKey("k" + number), null);
    }
}
