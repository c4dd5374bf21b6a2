package dev.parlance.checks;

import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.InvisibleText;
import dev.parlance.checks.text.TextEnd;
import dev.parlance.checks.text.TranslationPair;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A check for translations whose final punctuation differs from that of their source.
 *
 * <p>Ends are compared by function: full stop, question mark, exclamation mark, colon, ellipsis, comma or none, each in the marks
 * of its language. A difference of tone is information only. Closing quotes, closing brackets and markup at the end are skipped.
 */
public final class ChangedEndPunctuation implements Check {
    private static final int MAX_MARKUP_LENGTH = 100;
    private static final String CLOSING = ")]}\"'”’“»›«」』）】〉》〕］｝";
    /** Thai and Lao write no full stop, and a space instead of a comma. */
    private static final Set<String> LANGUAGES_WITHOUT_FULL_STOP = Set.of("th", "lo");
    /** Languages in which any sentence may end with a full stop, even a question or a list lead-in. */
    private static final Set<String> LANGUAGES_WITH_UNIVERSAL_FULL_STOP = Set.of("ja", "zh", "ko", "yue");
    /** Armenian question and exclamation marks stand within the word, and its full stop looks like a colon. */
    private static final String ARMENIAN = "hy";

    private static final Set<TextEnd> STOPS = EnumSet.of(TextEnd.STOP, TextEnd.NONE, TextEnd.COMMA);
    private static final Set<TextEnd> NEUTRAL = EnumSet.of(TextEnd.STOP, TextEnd.NONE);

    @Override
    public String name() {
        return "end-punctuation";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var expected = pair.source().variants().stream().map(it -> TextEnd.of(it.text(), contentEnd(it), pair.source().language()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(TextEnd.class)));
            // The value of an argument may end with any punctuation.
            var source = pair.source().defaultVariant();
            boolean unknown = source.contentEnd() > 0 && source.text().charAt(source.contentEnd() - 1) == DisplayText.ARGUMENT;
            for (var reading : unknown ? List.<DisplayText>of() : pair.text().variants()) {
                int last = contentEnd(reading);
                var end = TextEnd.of(reading.text(), last, pair.text().language());
                if (!expected.contains(end) && expected.size() == 1 && last > 0 && !isOpenEnded(pair, reading, end, expected)) {
                    compare(found, pair, reading, last, end);
                }
            }
        }
        return found;
    }

    /**
     * Returns whether the text without a final mark ends in an argument, a bracket or a quotation.
     *
     * <p>These may contain the punctuation, and style guides differ on marks that follow them.
     */
    private static boolean isOpenEnded(TranslationPair pair, DisplayText reading, TextEnd end, Set<TextEnd> expected) {
        return end == TextEnd.NONE && endsInContent(reading)
                || expected.contains(TextEnd.NONE) && endsInContent(pair.source().defaultVariant());
    }

    private static boolean endsInContent(DisplayText reading) {
        int last = skipMarkup(reading.text(), reading.text().length());
        return last > 0 && (CLOSING + DisplayText.ARGUMENT).indexOf(reading.text().charAt(last - 1)) >= 0;
    }

    private void compare(List<Finding> found, TranslationPair pair, DisplayText reading, int last, TextEnd end) {
        var source = pair.source().defaultVariant();
        var expected = TextEnd.of(source.text(), contentEnd(source), pair.source().language());
        if (isAllowed(pair.text().language(), expected, end)) {
            return;
        }
        var mark = expected == TextEnd.NONE ? "" : markAt(source, contentEnd(source), expected);
        var own = end == TextEnd.NONE ? "" : markAt(reading, last, end);
        var fault = end == TextEnd.NONE ? "missing" : expected == TextEnd.NONE ? "superfluous" : "other";
        var span = reading.sourceSpan(last - own.length(), last);
        found.add(isStylistic(expected, end)
                ? FindingType.END_PUNCTUATION.information(this, pair.text(), span, fault, own, mark)
                : FindingType.END_PUNCTUATION.warning(this, pair.text(), span, fault, own, mark));
    }

    /** An added full stop, and an added or omitted exclamation mark, change only the tone. */
    private static boolean isStylistic(TextEnd expected, TextEnd end) {
        return expected == TextEnd.NONE && end == TextEnd.STOP || expected == TextEnd.EXCLAMATION && NEUTRAL.contains(end)
                || end == TextEnd.EXCLAMATION && NEUTRAL.contains(expected);
    }

    private static boolean isAllowed(String language, TextEnd expected, TextEnd end) {
        boolean stopOrNone = STOPS.contains(expected) && STOPS.contains(end);
        boolean inWord = EnumSet.of(TextEnd.QUESTION, TextEnd.EXCLAMATION).contains(expected)
                && EnumSet.of(TextEnd.STOP, TextEnd.NONE).contains(end);
        // The source leads into a link or a value, which other languages may join by a mark.
        boolean leadsIntoContent = expected == TextEnd.NONE && EnumSet.of(TextEnd.COLON, TextEnd.COMMA).contains(end);
        return leadsIntoContent || LANGUAGES_WITHOUT_FULL_STOP.contains(language) && (stopOrNone || inWord)
                || ARMENIAN.equals(language)
                && (inWord || expected != TextEnd.NONE && EnumSet.of(TextEnd.STOP, TextEnd.COLON).contains(end))
                || LANGUAGES_WITH_UNIVERSAL_FULL_STOP.contains(language) && expected != TextEnd.NONE && end == TextEnd.STOP;
    }

    private static String markAt(DisplayText reading, int last, TextEnd end) {
        var shown = reading.text();
        return end == TextEnd.ELLIPSIS && shown.charAt(last - 1) == '.' ? "..." : shown.substring(shown.offsetByCodePoints(last, -1), last);
    }

    /**
     * Returns the index after the last character that counts.
     *
     * <p>Skips whitespace, markup, invisible characters, closing quotes and closing brackets.
     */
    private static int contentEnd(DisplayText reading) {
        var shown = reading.text();
        int last = skipMarkup(shown, shown.length());
        while (last > 0 && CLOSING.indexOf(shown.charAt(last - 1)) >= 0) {
            last = skipMarkup(shown, last - 1);
        }
        return last;
    }

    /** Returns the index after the last character before whitespace, tags and invisible characters. */
    private static int skipMarkup(String shown, int end) {
        int last = end;
        while (last > 0) {
            int c = shown.codePointBefore(last);
            int open = c == '>' ? shown.lastIndexOf('<', last - 1) : -1;
            if (open >= 0 && last - open <= MAX_MARKUP_LENGTH) {
                last = open;
            } else if (Whitespace.isWhitespace(shown.charAt(last - 1)) || InvisibleText.isInvisible(c)) {
                last -= Character.charCount(c);
            } else {
                return last;
            }
        }
        return last;
    }
}
