package dev.parlance.cli.sync;

import java.util.Map;
import java.util.Optional;

/**
 * The decisions of the caller.
 *
 * @param sides   the side that wins, by key, for all locales of the key
 * @param all     the side that wins for all other conflicts; empty to list them
 * @param delete  whether deletions propagate
 * @param renames old keys by new key
 * @param noRenames whether all other keys were not renamed
 */
public record SyncDecisions(Map<String, Side> sides, Optional<Side> all, boolean delete, Map<String, String> renames,
        boolean noRenames) {
    public static final SyncDecisions NONE = new SyncDecisions(Map.of(), Optional.empty(), false, Map.of(), false);

    public SyncDecisions {
        sides = Map.copyOf(sides);
        renames = Map.copyOf(renames);
    }

    /** One of the two sides of a synchronisation. */
    public enum Side {
        LOCAL, SERVER
    }

    Optional<Side> sideOf(String key) {
        return Optional.ofNullable(sides.get(key)).or(() -> all);
    }

    boolean isRenamed(String oldKey) {
        return renames.containsValue(oldKey);
    }
}
