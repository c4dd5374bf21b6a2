package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.problems.ProblemType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Optimistic concurrency control: rejects a change that is based on an outdated version.
 *
 * <p>The problem carries the current state and the state the caller based the change on, so that the client can merge the two.
 */
public final class VersionCheck {
    /** Problem member with the current state. */
    public static final String THEIRS = "theirs";
    /** Problem member with the state that the change was based on. */
    public static final String BASE = "base";

    private VersionCheck() {
    }

    /** The state of a target in one version. */
    public record VersionedState(int version, HistoryState state) {
    }

    /**
     * Requires that a target has the version the caller expects.
     *
     * @param expectedVersion empty if the target must not exist yet
     * @throws dev.parlance.problems.ProblemException {@code RESOURCE_EXISTS} if the target must not exist yet,
     *         {@code STALE_REVISION} otherwise, with members {@link #THEIRS} and {@link #BASE} as far as known
     */
    public static void requireVersion(History history, CatalogName catalog, ChangeTarget target, OptionalInt expectedVersion,
            Optional<VersionedState> existing) {
        boolean same = expectedVersion.isPresent() ? existing.filter(it -> it.version() == expectedVersion.getAsInt()).isPresent()
                : existing.isEmpty();
        if (same) {
            return;
        }
        var problem = expectedVersion.isEmpty() && existing.isPresent()
                ? ProblemType.RESOURCE_EXISTS.with("\"" + existing.get().version() + "\"") : ProblemType.STALE_REVISION.with();
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

    /** Returns the state of a target in a version; empty if it is unknown, or the target did not exist. */
    public static Optional<HistoryState> stateAt(History history, CatalogName catalog, ChangeTarget target, int version) {
        return history.findVersion(catalog, target, version).flatMap(Change::after)
                .or(() -> history.findVersion(catalog, target, version + 1).flatMap(Change::before));
    }
}
