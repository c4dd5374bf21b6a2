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
    public record CurrentVersion(int version, HistoryState content) {
    }

    /** @param seen empty where nothing may be there yet */
    public static void requireVersion(History history, CatalogName catalog, ChangeTarget thing, OptionalInt seen, Optional<CurrentVersion> present) {
        boolean same = seen.isPresent() ? present.filter(it -> it.version() == seen.getAsInt()).isPresent() : present.isEmpty();
        if (same) {
            return;
        }
        var refusal = ProblemType.STALE_REVISION.with();
        if (present.isPresent()) {
            refusal = refusal.withMember(THEIRS, present.get());
        }
        if (seen.isPresent()) {
            var base = findVersion(history, catalog, thing, seen.getAsInt());
            if (base.isPresent()) {
                refusal = refusal.withMember(BASE, new CurrentVersion(seen.getAsInt(), base.get()));
            }
        }
        throw refusal;
    }

    /** What a thing was in one of its versions. Empty where it is not known, or was nothing. */
    public static Optional<HistoryState> findVersion(History history, CatalogName catalog, ChangeTarget thing, int version) {
        return history.version(catalog, thing, version).flatMap(Change::after)
                .or(() -> history.version(catalog, thing, version + 1).flatMap(Change::before));
    }
}
