package dev.parlance.recognition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.compiled.Branching;
import dev.parlance.rendering.compiled.Instruction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The search for an alternative in a longer text, without regard to case, blanks, quotation marks and the full stop at the end. For a
 * single use.
 *
 * <p>Each literal is found as early as possible after the previous one. If the text ends before all are found, it is treated as cut off. An
 * argument at the start of a message begins after the prefix of its line, and one at the end of a message ends with its line, or with the
 * double quotation mark that ends the message.
 */
final class TolerantMatch {
    /** Shorter messages occur in many texts by chance. They are found only as a whole text. */
    private static final int SHORTEST_EMBEDDED = 4;
    /** The fewest characters that a text must have before it is cut off, unless they are half of the message. */
    private static final int SHORTEST_CUT = 8;
    /** Searching a literal compares many characters at once. */
    private static final int CHARACTERS_PER_STEP = 4;
    /** Separates the message from time, level and source in a log line. */
    private static final List<String> PREFIX_ENDS = List.of(": ", "] ", " - ", "| ", "\t");
    private static final String ELLIPSIS = ".\u2026";

    private final Alternative alternative;
    private final List<String> literals;
    private final String original;
    private final String text;
    private final int[] offsets;
    private final StepBudget budget;
    /** By literal: where it starts; -1 if it was not found. */
    private final int[] starts;
    private final int first;

    /** @param literalCharacters of the message, as found in the text */
    record Found(Map<String, Object> arguments, int literalCharacters, int start, int end) {
    }

    private TolerantMatch(Alternative alternative, String original, FoldedText folded, StepBudget budget) {
        this.alternative = alternative;
        this.literals = Anchors.withoutFullStop(Anchors.fold(alternative));
        this.original = original;
        this.text = folded.value();
        this.offsets = folded.offsets();
        this.budget = budget;
        this.starts = new int[literals.size()];
        this.first = (int) literals.stream().takeWhile(String::isEmpty).count();
    }

    /** Returns the best place of the alternative in a text; empty if it is not there, or if the budget is spent. */
    static Optional<Found> find(Alternative alternative, String original, FoldedText folded, ArgumentReader reader,
            ArgumentContract contract, StepBudget budget) {
        var match = new TolerantMatch(alternative, original, folded, budget);
        return match.first == match.literals.size() ? Optional.empty() : match.find(reader, contract);
    }

    private Optional<Found> find(ArgumentReader reader, ArgumentContract contract) {
        var literal = literals.get(first);
        for (int start = indexOf(literal, 0); start >= 0; start = indexOf(literal, start + 1)) {
            if (first > 0 || isBoundary(start)) {
                int found = findFrom(start);
                return found == literals.size() ? complete(reader, contract) : cut(found, reader, contract);
            }
        }
        return cut(first, reader, contract);
    }

    private int indexOf(String literal, int from) {
        int index = text.indexOf(literal, from);
        int end = index < 0 ? text.length() : index;
        return budget.take(Math.max(0, end - from) / CHARACTERS_PER_STEP) ? index : -1;
    }

    /** Finds the literals after the first one; returns the number of the first literal that is not found. */
    private int findFrom(int start) {
        starts[first] = start;
        int end = start + literals.get(first).length();
        for (int i = first + 1; i < literals.size(); i++) {
            int next = indexOf(literals.get(i), end);
            if (next < 0) {
                return i;
            }
            if (i == first + 1 && !literals.get(i).isEmpty()) {
                moveCloser(next);
            }
            starts[i] = next;
            end = next + literals.get(i).length();
        }
        return literals.size();
    }

    /** Moves the first literal to its last occurrence before the second one, unless the text starts with it. */
    private void moveCloser(int second) {
        var literal = literals.get(first);
        int closer = text.lastIndexOf(literal, second - literal.length());
        if (starts[first] > 0 && closer > starts[first] && (first > 0 || isBoundary(closer))) {
            starts[first] = closer;
        }
    }

    private Optional<Found> complete(ArgumentReader reader, ArgumentContract contract) {
        int last = literals.size() - 1;
        int characters = literals.stream().mapToInt(String::length).sum();
        int end = starts[last] + literals.get(last).length();
        boolean whole = starts[first] == 0 && Anchors.withoutFullStop(text.substring(end)).isEmpty();
        if (!whole && (characters < SHORTEST_EMBEDDED || !literals.get(last).isEmpty() && !isBoundary(end))) {
            return Optional.empty();
        }
        int endOffset = literals.get(last).isEmpty() ? endOfLastArgument(offsetAfter(last - 1)) : withFullStop(offsetAfter(last));
        return Optional.of(found(literals.size(), characters, endOffset, reader, contract));
    }

    /**
     * Accepts a text that ends within the message.
     *
     * @param count the number of literals in the text; the next one may be there in part
     */
    private Optional<Found> cut(int count, ArgumentReader reader, ArgumentContract contract) {
        int end = text.length();
        while (end > 0 && ELLIPSIS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int from = count == first ? 0 : starts[count - 1] + literals.get(count - 1).length();
        int part = from > end ? 0 : overlap(literals.get(count), text.substring(from, end));
        int characters = part + literals.subList(0, count).stream().mapToInt(String::length).sum();
        int all = literals.stream().mapToInt(String::length).sum();
        if (characters < SHORTEST_CUT && (2 * characters < all || characters < SHORTEST_EMBEDDED) || characters == 0) {
            return Optional.empty();
        }
        starts[count] = end - part;
        if (count == first && first == 0 && !isBoundary(starts[count])) {
            return Optional.empty();
        }
        return Optional.of(found(count + 1, characters, original.length(), reader, contract));
    }

    /** Returns the length of the longest start of a literal with which a text ends (by Knuth, Morris and Pratt). */
    private int overlap(String literal, String ending) {
        int from = Math.max(0, ending.length() - literal.length());
        if (!budget.take(2L * (ending.length() - from))) {
            return 0;
        }
        var borders = new int[literal.length() + 1];
        for (int i = 1, length = 0; i < literal.length(); i++) {
            while (length > 0 && literal.charAt(i) != literal.charAt(length)) {
                length = borders[length];
            }
            length += literal.charAt(i) == literal.charAt(length) ? 1 : 0;
            borders[i + 1] = length;
        }
        int length = 0;
        for (int i = from; i < ending.length(); i++) {
            while (length > 0 && (length == literal.length() || ending.charAt(i) != literal.charAt(length))) {
                length = borders[length];
            }
            length += length < literal.length() && ending.charAt(i) == literal.charAt(length) ? 1 : 0;
        }
        return length;
    }

    /** @param count the number of literals that were found, wholly or in part */
    private Found found(int count, int characters, int endOffset, ArgumentReader reader, ArgumentContract contract) {
        int startOffset = first == 0 ? offset(starts[0]) : endOfPrefix(offset(starts[first]));
        var arguments = new LinkedHashMap<String, Object>();
        for (int i = 0; i < alternative.holes().size() && i < count; i++) {
            var hole = alternative.holes().get(i);
            int from = i < first ? startOffset : offsetAfter(i);
            boolean isLast = i + 1 >= count || endsWithArgument(i);
            int to = Math.max(from, isLast ? endOffset : i + 1 < first ? startOffset : offset(starts[i + 1]));
            var part = original.substring(from, to).strip();
            var shown = endsWithArgument(i) ? Anchors.withoutFullStop(part) : part;
            if (!(hole instanceof Branching) && !shown.isEmpty() && !ArgumentReader.isMissing(hole, shown)) {
                arguments.putIfAbsent(hole.name(), read(hole, shown, reader, contract));
            }
        }
        for (var decision : alternative.decisions()) {
            Optional.ofNullable(decision.block()).flatMap(decision.branching()::sampleFor)
                    .ifPresent(it -> arguments.putIfAbsent(decision.branching().name(), it));
        }
        return new Found(arguments, characters, startOffset, endOffset);
    }

    /** Returns whether the message ends with this argument, and possibly with a full stop. */
    private boolean endsWithArgument(int hole) {
        return hole + 2 == literals.size() && literals.get(hole + 1).isEmpty();
    }

    private static Object read(Instruction hole, String shown, ArgumentReader reader, ArgumentContract contract) {
        return reader.read(hole, shown, contract).map(ArgumentReader::toArgument).orElseGet(() -> ArgumentReader.withoutIsolates(shown));
    }

    private int offset(int index) {
        return index < offsets.length ? offsets[index] : original.length();
    }

    /** Returns where a literal ends in the original text. */
    private int offsetAfter(int literal) {
        int end = starts[literal] + literals.get(literal).length();
        return end == 0 ? 0 : offset(end - 1) + (end > offsets.length ? 0 : 1);
    }

    private int withFullStop(int end) {
        return end < original.length() && Anchors.withoutFullStop(original.substring(end, end + 1)).isEmpty() ? end + 1 : end;
    }

    /** Returns the end of the line, or that of the message if quotation marks enclose it, as in a log of JSON objects. */
    private int endOfLastArgument(int from) {
        int start = offset(starts[first]);
        boolean quoted = first == 0 && start > 0 && original.charAt(start - 1) == '"';
        int end = from;
        while (end < original.length() && original.charAt(end) != '\n'
                && !(quoted && original.charAt(end) == '"' && original.charAt(end - 1) != '\\')) {
            end++;
        }
        return end;
    }

    private int endOfPrefix(int before) {
        int line = original.lastIndexOf('\n', before - 1) + 1;
        var prefix = original.substring(line, before);
        return line + PREFIX_ENDS.stream().mapToInt(it -> {
            int at = prefix.lastIndexOf(it);
            return at < 0 ? 0 : at + it.length();
        }).max().orElse(0);
    }

    /** Returns whether no word continues across an index. Ideographs and syllables of Korean and Japanese need no blanks between words. */
    private boolean isBoundary(int index) {
        if (index == 0 || index >= text.length() || offsets[index] > offsets[index - 1] + 1) {
            return true;
        }
        return !isSpacedLetter(text.charAt(index - 1)) || !isSpacedLetter(text.charAt(index));
    }

    private static boolean isSpacedLetter(char character) {
        int lineBreak = UCharacter.getIntPropertyValue(character, UProperty.LINE_BREAK);
        return lineBreak == UCharacter.LineBreak.ALPHABETIC || lineBreak == UCharacter.LineBreak.NUMERIC;
    }
}
