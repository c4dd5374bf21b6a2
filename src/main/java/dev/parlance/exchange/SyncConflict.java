package dev.parlance.exchange;

import dev.parlance.catalog.MessageKey;

/**
 * A shipped message that is not brought in.
 *
 * @param key  of the shipped message
 * @param with the message that has its reason, or was made by people under its key
 */
public record SyncConflict(MessageKey key, MessageKey conflictingKey) {
    @Override
    public String toString() {
        return key.equals(conflictingKey) ? key + " (people made a message of this key)" : key + " (the message " + conflictingKey + " has its reason)";
    }
}
