package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.history.Change.Thing;
import dev.parlance.problems.ProblemType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a caller knew of a thing when he decided to change it. If it was changed since, he is shown the present state and the one
 * he knew, so that he can bring the two together.
 */
public final class Seen {
    /** The member of a refusal with what the thing is now. */
    public static final String THEIRS = "theirs";
    /** The member of a refusal with what the caller knew. */
    public static final String BASE = "base";

    private Seen() {
    }

    /** What is there. */
    public record Present(int version, Recorded content) {
    }

    /** @param seen empty where nothing may be there yet */
    public static void refuseOther(History history, CatalogName catalog, Thing thing, OptionalInt seen, Optional<Present> present) {
        boolean same = seen.isPresent() ? present.filter(it -> it.version() == seen.getAsInt()).isPresent() : present.isEmpty();
        if (same) {
            return;
        }
        var refusal = ProblemType.STALE_REVISION.with();
        if (present.isPresent()) {
            refusal = refusal.withMember(THEIRS, present.get());
        }
        if (seen.isPresent()) {
            var base = at(history, catalog, thing, seen.getAsInt());
            if (base.isPresent()) {
                refusal = refusal.withMember(BASE, new Present(seen.getAsInt(), base.get()));
            }
        }
        throw refusal;
    }

    /** What a thing was in one of its versions. Empty where it is not known, or was nothing. */
    public static Optional<Recorded> at(History history, CatalogName catalog, Thing thing, int version) {
        return history.version(catalog, thing, version).flatMap(Change::after)
                .or(() -> history.version(catalog, thing, version + 1).flatMap(Change::before));
    }
}
