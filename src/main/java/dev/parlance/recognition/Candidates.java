package dev.parlance.recognition;

import java.util.Arrays;

/** Texts that may have been rendered to a given one, without duplicates and with the most literal characters first. */
final class Candidates {
    private final char[] literalCharacters;
    private long[] sortKeys = new long[16];
    private int size;

    /** @param literalCharacters by text */
    Candidates(char[] literalCharacters) {
        this.literalCharacters = literalCharacters;
    }

    void add(int text) {
        if (size == sortKeys.length) {
            removeDuplicates();
            // A substring that recurs adds the same texts again and again: then there is room now.
            if (size > sortKeys.length / 2) {
                sortKeys = Arrays.copyOf(sortKeys, 2 * sortKeys.length);
            }
        }
        sortKeys[size++] = (long) (Character.MAX_VALUE - literalCharacters[text]) << Integer.SIZE | text;
    }

    private void removeDuplicates() {
        Arrays.sort(sortKeys, 0, size);
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (count == 0 || sortKeys[i] != sortKeys[count - 1]) {
                sortKeys[count++] = sortKeys[i];
            }
        }
        size = count;
    }

    int[] sorted() {
        removeDuplicates();
        var texts = new int[size];
        for (int i = 0; i < size; i++) {
            texts[i] = (int) sortKeys[i];
        }
        return texts;
    }
}
