package dev.parlance.catalog.activity;

import dev.parlance.catalog.history.Change.ChangeTarget;
import java.util.List;

/**
 * A committed revision and the targets that it changed.
 *
 * @param targets   the first targets, in the order in which they were changed
 * @param truncated whether the revision changed further targets
 */
public record RevisionSummary(long revision, String author, List<ChangeTarget> targets, boolean truncated) {
}
