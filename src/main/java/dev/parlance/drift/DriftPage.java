package dev.parlance.drift;

import java.util.List;
import java.util.Optional;

/**
 * A page of drift, in catalog order.
 *
 * @param next where the next page starts; empty on the last page
 */
public record DriftPage(List<DriftItem> items, Optional<Position> next) {
    /**
     * A place in the list.
     *
     * @param message position of a message in its catalog; after the last one, those follow that only the other catalog has
     * @param skipped number of its items that earlier pages contain
     */
    public record Position(int message, int skipped) {
        public static final Position START = new Position(0, 0);
    }
}
