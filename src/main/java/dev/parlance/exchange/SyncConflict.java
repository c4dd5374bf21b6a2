package dev.parlance.exchange;

import dev.parlance.catalog.MessageKey;

/**
 * A shipped message that the synchronisation skips.
 *
 * @param key            key of the shipped message
 * @param conflictingKey the message with the same reason, or the same key if users created a message with that key
 */
public record SyncConflict(MessageKey key, MessageKey conflictingKey) {
    @Override
    public String toString() {
        return key.equals(conflictingKey) ? key + " (people created a message with this key)" : key + " (message " + conflictingKey
                + " has the same reason)";
    }
}
