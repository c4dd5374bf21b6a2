package dev.parlance.catalog.presence;

import java.time.Instant;

/**
 * A person who works on a draft.
 *
 * @param person name in the history
 * @param since  when the person came to this place
 */
public record PresentPerson(String person, DraftPlace place, Instant since) {
}
