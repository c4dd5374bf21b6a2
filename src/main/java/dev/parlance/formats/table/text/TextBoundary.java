package dev.parlance.formats.table.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the end of a message that is followed by a description without a separator. */
final class TextBoundary {
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
    private static final Pattern SENTENCE = Pattern.compile("[.!?]\\s+(\\p{Lu}\\p{L}*)");

    /** The maximum length of a word, which keeps the search linear in texts without blanks. */
    private static final int MAX_WORD_LENGTH = 200;

    private final Set<String> firstWords = new HashSet<>();

    /** Collects the words that start a text or a sentence. */
    TextBoundary(List<String> texts) {
        for (var text : texts) {
            var first = WORD.matcher(text);
            if (first.lookingAt()) {
                firstWords.add(first.group());
            }
            SENTENCE.matcher(text).results().forEach(it -> firstWords.add(it.group(1)));
        }
    }

    /**
     * Returns the end of the message.
     *
     * <p>A text that consists of two equal halves is split in the middle. Otherwise, the boundary is where a capital letter directly
     * follows a word: preferably the last such position of the word, before a word that starts sentences elsewhere, or before the first
     * word of the message.
     */
    int find(String text) {
        int half = text.length() / 2;
        if (text.length() % 2 == 0 && text.substring(0, half).equals(text.substring(half))) {
            return half;
        }
        int tab = text.indexOf('\t');
        if (tab >= 0) {
            return tab;
        }
        var first = WORD.matcher(text);
        var firstWord = first.lookingAt() ? first.group() : "";
        int best = text.length();
        int bestScore = -1;
        int tokenStart = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                tokenStart = i + 1;
            } else if (isBoundary(text, tokenStart, i)) {
                int score = score(text, tokenStart, i, firstWord);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private int score(String text, int tokenStart, int index, String firstWord) {
        int score = 2;
        int end = Math.min(text.length(), tokenStart + MAX_WORD_LENGTH);
        for (int i = index + 1; i < end && !Character.isWhitespace(text.charAt(i)); i++) {
            if (isBoundary(text, tokenStart, i)) {
                score = 0;
                break;
            }
        }
        var word = WORD.matcher(text).region(index, text.length());
        var next = word.lookingAt() ? word.group() : "";
        return score + (firstWords.contains(next) ? 2 : 0) + (next.equalsIgnoreCase(firstWord) ? 1 : 0);
    }

    private static boolean isBoundary(String text, int tokenStart, int index) {
        char before = text.charAt(index - 1);
        if (index <= tokenStart || index - tokenStart > MAX_WORD_LENGTH || !Character.isUpperCase(text.charAt(index))
                || before == '-' || "(\"/“‘[{<".indexOf(before) >= 0) {
            return false;
        }
        var left = text.substring(tokenStart, index);
        if (before == '\'' && left.chars().filter(it -> it == '\'').count() % 2 != 0) {
            return false;
        }
        boolean inUpperCase = (Character.isUpperCase(before) || Character.isDigit(before))
                && !(index + 1 < text.length() && Character.isLowerCase(text.charAt(index + 1)));
        return !inUpperCase && left.chars().anyMatch(Character::isLetterOrDigit);
    }
}
