package dev.parlance.catalog.presence;

import java.time.Instant;

/**
 * A person who works on a draft.
 *
 * @param person the name that the history uses
 * @param since  the time at which the person entered this place
 */
public record PresentPerson(String person, DraftPlace place, Instant since) {
}
