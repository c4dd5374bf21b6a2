package dev.parlance.checks;

import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.PairedPunctuation;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A check for brackets and quotation marks without a counterpart.
 *
 * <p>CLDR defines the pairs of the language. The pairs of all other languages are accepted too, because a text may quote in
 * another style. A bracket in quotes is only mentioned. An apostrophe is not a quote, nor is {@code "} within a Hebrew word, and
 * {@code 1)} is not a bracket. If the source is unbalanced, nothing is reported.
 */
public final class UnbalancedPunctuation implements Check {
    /** A mark and its index in the display text. */
    private record OpenMark(char mark, int index) {
    }

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            boolean sourceUnbalanced = subject.source(text).flatMap(it -> findUnbalanced(it, it.defaultVariant())).isPresent();
            for (var reading : sourceUnbalanced ? List.<DisplayText>of() : text.variants()) {
                findUnbalanced(text, reading).ifPresent(it -> found.add(FindingType.UNBALANCED.warning(this, text,
                        reading.sourceSpan(it.index(), it.index() + 1), String.valueOf(it.mark()))));
            }
        }
        return found;
    }

    /** Returns the first mark without a counterpart. */
    private static Optional<OpenMark> findUnbalanced(ParsedPart text, DisplayText reading) {
        var shown = reading.text();
        var delimiters = PairedPunctuation.delimiters(text.locale());
        var open = new ArrayDeque<OpenMark>();
        boolean hebrewAbbreviations = hasHebrewAbbreviations(shown);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c < 0x80 ? "()[]{}\"".indexOf(c) < 0 : Character.isLetterOrDigit(c)) {
                continue;
            }
            if (hebrewAbbreviations && c == '"' && isInHebrewWord(shown, i)) {
                continue;
            }
            if (PairedPunctuation.isMentioned(shown, i) || text.defaultVariant() == reading && text.tokens().covers(i)) {
                continue;
            }
            var top = open.peek();
            if (top != null && PairedPunctuation.closes(top.mark(), c, delimiters)) {
                open.pop();
            } else if (c == '"' && !isInchMark(shown, i) || PairedPunctuation.OPENING.indexOf(c) >= 0 || isOpening(shown, i, delimiters)) {
                open.push(new OpenMark(c, i));
            } else if (PairedPunctuation.CLOSING.indexOf(c) >= 0 && !isListMarker(shown, i) && c != '"') {
                return Optional.of(new OpenMark(c, i));
            }
        }
        return Optional.ofNullable(open.peekLast());
    }

    /** Returns whether a mark that closes in most languages opens here, by CLDR or in front of a word. */
    private static boolean isOpening(String shown, int i, String delimiters) {
        char c = shown.charAt(i);
        int at = delimiters.indexOf(c);
        if (c == '»') {
            // German quotes »so«, Swedish »so»: a text that uses this mark first opens with it.
            return shown.indexOf('»') < shown.indexOf('«') || shown.indexOf('«') < 0;
        }
        boolean inFront = i + 1 < shown.length() && (i == 0 || Whitespace.isWhitespace(shown.charAt(i - 1)))
                && (Character.isLetterOrDigit(shown.charAt(i + 1)) || shown.charAt(i + 1) == DisplayText.ARGUMENT);
        return "”›".indexOf(c) >= 0 && (inFront || at >= 0 && at % 2 == 0);
    }

    /**
     * Returns whether {@code "} within Hebrew words marks abbreviations.
     *
     * <p>If the other quotes do not pair, one of these marks is a quote: Hebrew prefixes precede quotes without a space.
     */
    private static boolean hasHebrewAbbreviations(String shown) {
        return IntStream.range(0, shown.length()).filter(it -> shown.charAt(it) == '"' && !isInHebrewWord(shown, it)).count() % 2 == 0;
    }

    private static boolean isInHebrewWord(String shown, int i) {
        return i > 0 && i + 1 < shown.length() && isHebrew(shown.charAt(i - 1)) && isHebrew(shown.charAt(i + 1));
    }

    private static boolean isHebrew(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HEBREW;
    }

    private static boolean isInchMark(String shown, int i) {
        return i > 0 && Character.isDigit(shown.charAt(i - 1)) && shown.indexOf('"') == shown.lastIndexOf('"');
    }

    /** Accepts {@code 1)}, {@code a)} and emoticons. */
    private static boolean isListMarker(String shown, int i) {
        if (i == 0 || shown.charAt(i) != ')' && shown.charAt(i) != '）') {
            return false;
        }
        char before = shown.charAt(i - 1);
        return ":;-".indexOf(before) >= 0 || Character.isLetterOrDigit(before) && (i == 1 || !Character.isLetter(shown.charAt(i - 2)));
    }
}
