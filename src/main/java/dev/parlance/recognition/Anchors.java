package dev.parlance.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Chooses the substrings of literals under which a text is indexed. */
final class Anchors {
    /** A substring of more texts than this is replaced by a longer one, if there is one. */
    private static final int RARE = 8;
    /** A text that is cut off still has its first characters. */
    private static final int HEAD_LENGTH = 24;
    private static final int LONGEST_HEAD_LEVEL = 2;
    private static final String FULL_STOPS = ".。．।";

    private final GramCounts counts;

    Anchors(int texts) {
        this.counts = new GramCounts(texts);
    }

    /** Returns the literals of an alternative as they are compared: folded, and without the full stop at the end of the text. */
    static List<String> foldedLiterals(Alternative alternative) {
        var folded = new ArrayList<String>();
        alternative.literals().forEach(it -> folded.add(FoldedText.fold(it)));
        int last = folded.size() - 1;
        folded.set(last, withoutFullStop(folded.get(last)));
        return folded;
    }

    static String withoutFullStop(String folded) {
        int last = folded.length() - 1;
        return last >= 0 && FULL_STOPS.indexOf(folded.charAt(last)) >= 0 ? folded.substring(0, last) : folded;
    }

    void count(List<String> literals) {
        for (var literal : literals) {
            var grams = new Grams(literal);
            for (int level = 0; level < Grams.LENGTHS.length; level++) {
                for (int i = grams.count(level) - 1; i >= 0; i--) {
                    counts.add(grams.hash(level, i));
                }
            }
        }
    }

    /** Returns the hash of the rarest substring; empty if the literals are too short to tell texts apart. */
    OptionalLong choose(List<String> literals) {
        return choose(literals, Grams.LENGTHS.length - 1);
    }

    /** Returns the hash of a substring near the start of the text. */
    OptionalLong chooseHead(List<String> literals) {
        return literals.stream().filter(it -> !it.isEmpty()).findFirst().map(it -> it.substring(0, Math.min(HEAD_LENGTH, it.length())))
                .map(it -> choose(List.of(it), LONGEST_HEAD_LEVEL)).orElse(OptionalLong.empty());
    }

    private OptionalLong choose(List<String> literals, int longestLevel) {
        var chosen = OptionalLong.empty();
        int least = Integer.MAX_VALUE;
        for (int level = 0; level <= longestLevel && least > RARE; level++) {
            least = Integer.MAX_VALUE;
            for (var literal : literals) {
                var grams = new Grams(literal);
                for (int i = 0; i < grams.count(level); i++) {
                    int count = counts.count(grams.hash(level, i));
                    if (count < least && hasLetterOrDigit(literal, i, i + Grams.LENGTHS[level])) {
                        least = count;
                        chosen = OptionalLong.of(grams.hash(level, i));
                    }
                }
            }
        }
        return chosen;
    }

    private static boolean hasLetterOrDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
