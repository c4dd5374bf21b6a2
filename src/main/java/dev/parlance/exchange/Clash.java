package dev.parlance.exchange;

import dev.parlance.catalog.MessageKey;

/**
 * A shipped message that is not brought in.
 *
 * @param key  of the shipped message
 * @param with the message that has its reason, or was made by people under its key
 */
public record Clash(MessageKey key, MessageKey with) {
    @Override
    public String toString() {
        return key.equals(with) ? key + " (people made a message of this key)" : key + " (the message " + with + " has its reason)";
    }
}
