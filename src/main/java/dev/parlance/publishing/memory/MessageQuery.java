package dev.parlance.publishing.memory;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A query for published messages. All conditions must hold; empty conditions match everything.
 *
 * @param text   text to find, in any locale
 * @param code   exact code
 * @param status HTTP status
 * @param prefix key prefix
 * @param tag    required tag
 */
public record MessageQuery(Optional<String> text, Optional<String> code, OptionalInt status, Optional<String> prefix,
                           Optional<String> tag) {

    /** Returns whether the query may examine many more messages than it returns. */
    public boolean examinesMany() {
        return text.isPresent() || status.isPresent() || prefix.isPresent() || tag.isPresent();
    }
}
