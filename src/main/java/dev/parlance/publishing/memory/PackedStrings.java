package dev.parlance.publishing.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Strings by position, concatenated in UTF-8 with an overhead of four bytes each. Immutable. */
final class PackedStrings {
    private final byte[] bytes;
    private final int[] ends;

    private PackedStrings(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    /** Returns the string at a position; empty if none was added. */
    String get(int position) {
        int start = start(position);
        return new String(bytes, start, end(position) - start, StandardCharsets.UTF_8);
    }

    /** Returns {@code get(position).equals(text)}, in most cases without creating a string. */
    boolean matches(int position, String text) {
        int start = start(position);
        int length = end(position) - start;
        if (length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return text.charAt(i) >= 0x80 && bytes[start + i] < 0 && get(position).equals(text);
            }
        }
        return length == text.length();
    }

    private int start(int position) {
        return position == 0 ? 0 : end(position - 1);
    }

    private int end(int position) {
        return position < ends.length ? ends[position] : bytes.length;
    }

    /** Collects strings in the order of their positions. */
    static final class Builder {
        private byte[] bytes = {};
        private int[] ends = {};
        private int length;
        private int count;
        private int nonEmptyCount;

        void add(String text) {
            var added = text.getBytes(StandardCharsets.UTF_8);
            if (length + added.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, newCapacity(bytes.length, length + added.length));
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, newCapacity(count, count + 1));
            }
            System.arraycopy(added, 0, bytes, length, added.length);
            length = Math.addExact(length, added.length);
            ends[count++] = length;
            nonEmptyCount = added.length > 0 ? count : nonEmptyCount;
        }

        /** Builds the strings. Trailing empty strings take no memory. */
        PackedStrings build() {
            return new PackedStrings(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, nonEmptyCount));
        }

        private static int newCapacity(int size, int needed) {
            return Math.max(Math.addExact(needed, 64), size + size / 2);
        }
    }
}
