package dev.parlance.exchange;

import dev.parlance.catalog.MessageKey;

/**
 * A shipped message that is not brought in.
 *
 * @param key  of the shipped message
 * @param with the message that has its reason, or was made by people under its key
 */
public record KeyConflict(MessageKey key, MessageKey existing) {
    @Override
    public String toString() {
        return key.equals(existing) ? key + " (people made a message of this key)" : key + " (the message " + existing + " has its reason)";
    }
}
