package dev.parlance.exchange.imports;

import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The definitions of a catalog while an import adds to them, and which texts the files have had so far.
 *
 * <p>Definitions of all messages are in memory, but texts are not.
 */
final class CatalogIndex {
    private final LocaleTag source;
    private final Map<MessageKey, Message.Definition> definitions;
    private final Map<MessageKey, Integer> numbers = new HashMap<>();
    private final Map<String, MessageKey> keysByFileKey = new HashMap<>();
    private final Set<String> reasons = new HashSet<>();
    private final Set<MessageKey> created = new HashSet<>();
    private final Map<LocaleTag, int[]> seenTexts = new HashMap<>();
    private final BitSet seenMessages = new BitSet();
    private final Map<MessageKey, TextContent> sources = new HashMap<>();
    private int nextPosition;

    /** The relation of a text to an earlier one of the files in the same place. */
    enum Sighting { FIRST, REPEATED, DIFFERENT }

    /** @param definitions of all messages, retired ones included, in catalog order */
    CatalogIndex(LocaleTag source, Map<MessageKey, Message.Definition> definitions) {
        this.source = source;
        this.definitions = new LinkedHashMap<>(definitions);
        definitions.forEach((key, definition) -> {
            numbers.put(key, numbers.size());
            reasons.add(definition.reason());
            nextPosition = Math.max(nextPosition, definition.position() + 1);
            if (definition.fileKey() != null) {
                keysByFileKey.put(definition.fileKey(), key);
            }
        });
    }

    LocaleTag source() {
        return source;
    }

    /** Returns the message that a file key stands for, which need not exist yet. The same file key always gives the same one. */
    MessageKey resolve(String fileKey) {
        var known = keysByFileKey.get(fileKey);
        if (known != null) {
            return known;
        }
        if (DerivedNames.isMessageKey(fileKey)) {
            return new MessageKey(fileKey);
        }
        var key = DerivedNames.key(fileKey, definitions::containsKey);
        keysByFileKey.put(fileKey, key);
        return key;
    }

    Optional<Message.Definition> definition(MessageKey key) {
        return Optional.ofNullable(definitions.get(key));
    }

    /** Returns whether this import creates the message. */
    boolean isCreated(MessageKey key) {
        return created.contains(key);
    }

    int nextPosition() {
        return nextPosition;
    }

    boolean hasReason(String reason) {
        return reasons.contains(reason);
    }

    /** Adds or replaces a definition. */
    void put(MessageKey key, Message.Definition definition) {
        var before = definitions.put(key, definition);
        if (before == null) {
            created.add(key);
            numbers.putIfAbsent(key, numbers.size());
            nextPosition = Math.max(nextPosition, definition.position() + 1);
        } else {
            reasons.remove(before.reason());
        }
        reasons.add(definition.reason());
    }

    /** Removes a message that this import was to create. */
    void remove(MessageKey key) {
        var removed = definitions.remove(key);
        if (removed != null) {
            reasons.remove(removed.reason());
            created.remove(key);
        }
    }

    /** Records that a file has the message, which must be known. */
    void markSeen(MessageKey key) {
        seenMessages.set(numbers.get(key));
    }

    /**
     * Records a text of a file. The message must be known.
     *
     * @param text what the file has, in comparable form
     * @return whether it is the first one in this place; {@link Sighting#REPEATED} for the same text again
     */
    Sighting markSeen(MessageKey key, LocaleTag locale, String text) {
        int number = numbers.get(key);
        var hashes = seenTexts.computeIfAbsent(locale, it -> new int[numbers.size()]);
        if (number >= hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(numbers.size(), hashes.length * 2));
            seenTexts.put(locale, hashes);
        }
        // 0 means that the text was not seen.
        int hash = text.hashCode() == 0 ? 1 : text.hashCode();
        var sighting = hashes[number] == 0 ? Sighting.FIRST : hashes[number] == hash ? Sighting.REPEATED : Sighting.DIFFERENT;
        hashes[number] = sighting == Sighting.FIRST ? hash : hashes[number];
        return sighting;
    }

    /** Keeps the new content of a source text, which translations of later files are checked against. */
    void putSource(MessageKey key, TextContent content) {
        sources.put(key, content);
    }

    Optional<TextContent> newSource(MessageKey key) {
        return Optional.ofNullable(sources.get(key));
    }

    /** Returns whether the files had any text in the locale. */
    boolean hasLocale(LocaleTag locale) {
        return seenTexts.containsKey(locale);
    }

    Set<LocaleTag> seenLocales() {
        return Set.copyOf(seenTexts.keySet());
    }

    boolean isSeen(MessageKey key) {
        return seenMessages.get(numbers.get(key));
    }

    boolean isSeen(MessageKey key, LocaleTag locale) {
        return Optional.ofNullable(seenTexts.get(locale)).filter(it -> numbers.get(key) < it.length && it[numbers.get(key)] != 0)
                .isPresent();
    }

    /** Returns all keys in catalog order. */
    List<MessageKey> keys() {
        return List.copyOf(definitions.keySet());
    }
}
