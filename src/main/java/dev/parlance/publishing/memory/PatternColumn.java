package dev.parlance.publishing.memory;

import dev.parlance.publishing.release.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The patterns of a bundle by position, read where they are: in the bytes that are delivered. Those are canonical, without a
 * blank, which makes finding them a matter of quotation marks. Immutable.
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

    /** @throws IllegalStateException where its messages are not the defined ones */
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

    /** Of the first key. Nothing before it has a quotation mark within: names, numbers and tags. */
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

    /** @return where the string that opens at the offset closes */
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

    /** As {@code get(position).equals(text)}, but no string is made of most. */
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
