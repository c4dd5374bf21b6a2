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
 * The definitions of a catalog, to which an import adds, and the texts that the files contained so far.
 *
 * <p>The definitions of all messages are in memory, but the texts are not.
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

    /** The relation of a text to earlier texts of the import with the same key and locale. */
    enum Occurrence { FIRST, REPEATED, DIFFERENT }

    /** @param definitions of all messages, including retired ones, in catalog order */
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

    /** Returns the message for a file key, which may not exist yet. The result is the same for each call with the same file key. */
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

    /** Removes a message that this import would have created. */
    void remove(MessageKey key) {
        var removed = definitions.remove(key);
        if (removed != null) {
            reasons.remove(removed.reason());
            created.remove(key);
        }
    }

    /** Records that a file contains the message, which must be in this index. */
    void markSeen(MessageKey key) {
        seenMessages.set(numbers.get(key));
    }

    /**
     * Records a text of a file. The message must be in this index.
     *
     * @param text a comparable form of the text in the file
     * @return whether the text is the first with this key and locale; {@link Occurrence#REPEATED} for the same text again
     */
    Occurrence markSeen(MessageKey key, LocaleTag locale, String text) {
        int number = numbers.get(key);
        var hashes = seenTexts.computeIfAbsent(locale, it -> new int[numbers.size()]);
        if (number >= hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(numbers.size(), hashes.length * 2));
            seenTexts.put(locale, hashes);
        }
        // 0 means that the text was not seen.
        int hash = text.hashCode() == 0 ? 1 : text.hashCode();
        var occurrence = hashes[number] == 0 ? Occurrence.FIRST : hashes[number] == hash ? Occurrence.REPEATED : Occurrence.DIFFERENT;
        hashes[number] = occurrence == Occurrence.FIRST ? hash : hashes[number];
        return occurrence;
    }

    /** Stores the new content of a source text, for the checks of translations in later files. */
    void putSource(MessageKey key, TextContent content) {
        sources.put(key, content);
    }

    Optional<TextContent> newSource(MessageKey key) {
        return Optional.ofNullable(sources.get(key));
    }

    /** Returns whether the files contained any text in the locale. */
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
