package dev.parlance.catalog.activity;

import dev.parlance.catalog.history.Change.ChangeTarget;
import java.util.List;

/**
 * A committed revision and the targets that it changed.
 *
 * @param targets   the first targets, in the order of their changes
 * @param truncated whether the revision changed more targets
 */
public record RevisionSummary(long revision, String author, List<ChangeTarget> targets, boolean truncated) {
}
