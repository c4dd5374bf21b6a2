package dev.parlance.publishing.memory;

import java.util.Arrays;

/**
 * At which positions a string stands in a slab. Open addressing over positions alone: 8 to 16 bytes a string. The strings are
 * read again to be compared, which costs a lookup less than the objects of a map would cost the heap.
 */
final class PackedStringIndex {
    static final int NOT_FOUND = -1;

    private final PackedStrings strings;
    private final int[] table;
    private final int[] next;

    PackedStringIndex(PackedStrings strings, int size) {
        this.strings = strings;
        this.table = new int[4 * Integer.highestOneBit(Math.max(1, size))];
        Arrays.fill(table, NOT_FOUND);
        var next = new int[size];
        boolean hasDuplicates = false;
        for (int position = size - 1; position >= 0; position--) {
            int slot = slot(strings.get(position));
            next[position] = table[slot];
            hasDuplicates |= table[slot] != NOT_FOUND;
            table[slot] = position;
        }
        this.next = hasDuplicates ? next : new int[0];
    }

    /** {@link #NONE} for a string that is not there. */
    int firstPosition(String text) {
        return table[slot(text)];
    }

    /** The next position of the same string, or {@link #NONE}. */
    int nextPosition(int position) {
        return next.length == 0 ? NOT_FOUND : next[position];
    }

    /** Whether each string stands at one position only. */
    boolean isUnique() {
        return next.length == 0;
    }

    /** Of the string, or the free one where it would be. There is always one: at most half of them are taken. */
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
