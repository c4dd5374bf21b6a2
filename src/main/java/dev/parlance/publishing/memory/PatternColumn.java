package dev.parlance.publishing.memory;

import dev.parlance.publishing.release.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The patterns of a bundle by position, read directly from the bytes that are delivered. Immutable.
 *
 * <p>These bytes are canonical JSON without whitespace, so patterns can be located by quotation marks alone.
 */
final class PatternColumn {
    private static final int ABSENT = -1;
    private static final String MESSAGES = "\"messages\":{";
    private static final int MAX_HEADER_LENGTH = 512;

    private final byte[] bundle;
    private final int[] offsets;

    private PatternColumn(byte[] bundle, int[] offsets) {
        this.bundle = bundle;
        this.offsets = offsets;
    }

    /**
     * Locates the patterns of a bundle.
     *
     * @throws IllegalStateException if the keys of the bundle are not those of the definitions
     */
    static PatternColumn of(byte[] bundle, MessageDefinitions definitions) {
        var offsets = new int[definitions.size()];
        Arrays.fill(offsets, ABSENT);
        int at = messagesStart(bundle);
        while (bundle[at] != '}') {
            int key = bundle[at] == ',' ? at + 1 : at;
            int keyEnd = closingQuote(bundle, key);
            int pattern = keyEnd + 2;
            offsets[requirePosition(definitions, new String(bundle, key + 1, keyEnd - key - 1, StandardCharsets.UTF_8))] = pattern;
            at = closingQuote(bundle, pattern) + 1;
        }
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] == ABSENT) {
                throw new IllegalStateException("a bundle lacks message " + definitions.key(i));
            }
        }
        return new PatternColumn(bundle, offsets);
    }

    /** Returns the offset of the first key. No string before it contains a quotation mark: these are names, numbers and tags. */
    private static int messagesStart(byte[] bundle) {
        int found = new String(bundle, 0, Math.min(bundle.length, MAX_HEADER_LENGTH), StandardCharsets.ISO_8859_1).indexOf(MESSAGES);
        if (found < 0) {
            throw new IllegalStateException("not a bundle");
        }
        return found + MESSAGES.length();
    }

    private static int requirePosition(MessageDefinitions definitions, String key) {
        int position = definitions.positionOf(key);
        if (position == PackedStringIndex.NOT_FOUND) {
            throw new IllegalStateException("a bundle has message " + key + ", which is not defined");
        }
        return position;
    }

    /** Returns the offset of the quotation mark that closes the string opened at this offset. */
    private static int closingQuote(byte[] bundle, int open) {
        int at = open + 1;
        while (bundle[at] != '"') {
            at += bundle[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    byte[] bundle() {
        return bundle;
    }

    /** Returns {@code get(position).equals(text)}, in most cases without creating a string. */
    boolean matches(int position, String text) {
        int start = offsets[position] + 1;
        for (int i = 0; i < text.length(); i++) {
            byte at = bundle[start + i];
            if (at != text.charAt(i) || at == '"' || at == '\\') {
                return (at < 0 || at == '\\') && get(position).equals(text);
            }
        }
        return bundle[start + text.length()] == '"';
    }

    String get(int position) {
        int start = offsets[position] + 1;
        for (int end = start;; end++) {
            if (bundle[end] == '\\') {
                return CanonicalJson.readString(bundle, offsets[position]);
            } else if (bundle[end] == '"') {
                return new String(bundle, start, end - start, StandardCharsets.UTF_8);
            }
        }
    }
}
