package dev.parlance.publishing.memory;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A hash index from a string to its positions in a {@link PackedStrings}.
 *
 * <p>Open addressing over positions alone takes 8 to 16 bytes for each string. A lookup decodes strings again to compare them, which
 * costs less than the heap that a map's objects would take.
 */
final class PackedStringIndex {
    static final int NOT_FOUND = -1;

    private final PackedStrings strings;
    private final int[] table;
    private final int[] next;
    /** The positions of strings that occur more than once. */
    private final BitSet repeated = new BitSet();

    PackedStringIndex(PackedStrings strings, int size) {
        this.strings = strings;
        this.table = new int[4 * Integer.highestOneBit(Math.max(1, size))];
        Arrays.fill(table, NOT_FOUND);
        var next = new int[size];
        for (int position = size - 1; position >= 0; position--) {
            int slot = slot(strings.get(position));
            next[position] = table[slot];
            if (table[slot] != NOT_FOUND) {
                repeated.set(position);
                repeated.set(table[slot]);
            }
            table[slot] = position;
        }
        this.next = repeated.isEmpty() ? new int[0] : next;
    }

    /** Returns the first position of a string, or {@link #NOT_FOUND}. */
    int firstPosition(String text) {
        return table[slot(text)];
    }

    /** Returns the next position of the same string, or {@link #NOT_FOUND}. */
    int nextPosition(int position) {
        return next.length == 0 ? NOT_FOUND : next[position];
    }

    /** Returns whether the string at a position occurs once. */
    boolean isUnique(int position) {
        return !repeated.get(position);
    }

    /** Returns whether all strings are distinct. */
    boolean isUnique() {
        return next.length == 0;
    }

    /** Returns the slot of a string, or the free slot where it belongs. A free slot always exists: at most half are taken. */
    private int slot(String text) {
        int mask = table.length - 1;
        int hash = text.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & mask;
        while (table[slot] != NOT_FOUND && !strings.matches(table[slot], text)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
