package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.problems.ProblemType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a caller knew of a thing when he decided to change it. If it was changed since, he is shown the present state and the one
 * he knew, so that he can bring the two together.
 */
public final class VersionCheck {
    /** The member of a refusal with what the thing is now. */
    public static final String THEIRS = "theirs";
    /** The member of a refusal with what the caller knew. */
    public static final String BASE = "base";

    private VersionCheck() {
    }

    /** What is there. */
    public record VersionedState(int version, HistoryState state) {
    }

    /** @param seen empty where nothing may be there yet */
    public static void requireVersion(History history, CatalogName catalog, ChangeTarget target, OptionalInt expectedVersion, Optional<VersionedState> existing) {
        boolean same = expectedVersion.isPresent() ? existing.filter(it -> it.version() == expectedVersion.getAsInt()).isPresent() : existing.isEmpty();
        if (same) {
            return;
        }
        var problem = ProblemType.STALE_REVISION.with();
        if (existing.isPresent()) {
            problem = problem.withMember(THEIRS, existing.get());
        }
        if (expectedVersion.isPresent()) {
            var base = stateAt(history, catalog, target, expectedVersion.getAsInt());
            if (base.isPresent()) {
                problem = problem.withMember(BASE, new VersionedState(expectedVersion.getAsInt(), base.get()));
            }
        }
        throw problem;
    }

    /** What a thing was in one of its versions. Empty where it is not known, or was nothing. */
    public static Optional<HistoryState> stateAt(History history, CatalogName catalog, ChangeTarget target, int version) {
        return history.findVersion(catalog, target, version).flatMap(Change::after)
                .or(() -> history.findVersion(catalog, target, version + 1).flatMap(Change::before));
    }
}
