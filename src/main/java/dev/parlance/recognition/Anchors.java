package dev.parlance.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** A hash under which a text is found, and how many texts have it. */
    record Choice(long hash, int count) {
        boolean isRare() {
            return count <= RARE;
        }
    }

    static List<String> fold(Alternative alternative) {
        return alternative.literals().stream().map(FoldedText::fold).toList();
    }

    /** Returns the literals without the full stop at the end of the text. */
    static List<String> withoutFullStop(List<String> literals) {
        var all = new ArrayList<>(literals);
        all.set(all.size() - 1, withoutFullStop(all.get(all.size() - 1)));
        return all;
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
        hashOfStart(literals).ifPresent(counts::add);
        hashOfEnd(literals).ifPresent(counts::add);
    }

    /** Returns the hash of the start or of the end of the text, whichever is rarer; empty if it starts and ends with an argument. */
    Optional<Choice> chooseEdge(List<String> literals) {
        return Stream.of(hashOfStart(literals), hashOfEnd(literals)).flatMap(Optional::stream)
                .map(it -> new Choice(it, counts.count(it))).min(Comparator.comparing(Choice::count));
    }

    private static Optional<Long> hashOfStart(List<String> literals) {
        var grams = new Grams(literals.get(0));
        int level = grams.edgeLevels() - 1;
        return level >= 0 && hasLetterOrDigit(literals.get(0), 0, Grams.EDGE_LENGTHS[level]) ? Optional.of(grams.hashOfStart(level))
                : Optional.empty();
    }

    private static Optional<Long> hashOfEnd(List<String> literals) {
        var last = literals.get(literals.size() - 1);
        var grams = new Grams(last);
        int level = grams.edgeLevels() - 1;
        return level >= 0 && hasLetterOrDigit(last, last.length() - Grams.EDGE_LENGTHS[level], last.length())
                ? Optional.of(grams.hashOfEnd(level)) : Optional.empty();
    }

    /** Returns the hash of the rarest substring; empty if the literals are too short to tell texts apart. */
    Optional<Choice> chooseSubstring(List<String> literals) {
        return chooseSubstring(literals, Grams.LENGTHS.length - 1);
    }

    /** Returns the hash of a substring near the start of the text. */
    Optional<Choice> chooseHead(List<String> literals) {
        return literals.stream().filter(it -> !it.isEmpty()).findFirst().map(it -> it.substring(0, Math.min(HEAD_LENGTH, it.length())))
                .flatMap(it -> chooseSubstring(List.of(it), LONGEST_HEAD_LEVEL));
    }

    private Optional<Choice> chooseSubstring(List<String> literals, int longestLevel) {
        var all = literals.stream().map(Grams::new).toList();
        Choice chosen = null;
        for (int level = 0; level <= longestLevel && (chosen == null || !chosen.isRare()); level++) {
            int least = Integer.MAX_VALUE;
            for (int literal = 0; literal < all.size(); literal++) {
                var grams = all.get(literal);
                for (int i = 0; i < grams.count(level); i++) {
                    long hash = grams.hash(level, i);
                    int count = counts.count(hash);
                    if (count < least && hasLetterOrDigit(literals.get(literal), i, i + Grams.LENGTHS[level])) {
                        least = count;
                        chosen = new Choice(hash, count);
                    }
                }
            }
        }
        return Optional.ofNullable(chosen);
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
