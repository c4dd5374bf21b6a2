package dev.parlance.checks;

import com.ibm.icu.util.LocaleData;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Each bracket and quotation mark has its other half. What closes what is told by CLDR for the language, and besides by what any
 * language does: a text may quote as another. A bracket in quotes is talked about, apostrophes are no quotes, {@code 1)} is no bracket, and where the source is not
 * balanced, nothing is said.
 */
public final class Balance implements Check {
    private static final String OPENING = "([{（［｛「『【《〈〔“„«‹‚‟";
    private static final String CLOSING = ")]}）］｝」』】》〉〕”»›";
    private static final String BRACKETS = "()[]{}（）［］｛｝【】《》〈〉〔〕";
    private static final String QUOTES = "\"'`“”„‟‘’‚«»‹›「」『』";
    /** By what opens: all that may close. */
    private static final Map<Character, String> CLOSERS = Map.ofEntries(Map.entry('(', ")）"), Map.entry('（', "）)"),
            Map.entry('[', "]］"), Map.entry('［', "］]"), Map.entry('{', "}｝"), Map.entry('｛', "｝}"), Map.entry('「', "」"),
            Map.entry('『', "』"), Map.entry('【', "】"), Map.entry('《', "》"), Map.entry('〈', "〉"), Map.entry('〔', "〕"),
            Map.entry('“', "”"), Map.entry('„', "“”"), Map.entry('‟', "”"), Map.entry('«', "»"), Map.entry('»', "«»"),
            Map.entry('‹', "›"), Map.entry('›', "‹›"), Map.entry('”', "”“"), Map.entry('‚', "‘’"));
    private static final Map<LocaleTag, String> DELIMITERS = new ConcurrentHashMap<>();

    /** Where in the reading it opens. */
    private record Open(char mark, int at) {
    }

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            boolean crooked = subject.pairs().stream().anyMatch(it -> it.text() == text && unbalanced(it.source(), it.source().usual()).isPresent());
            for (var reading : crooked ? List.<Reading>of() : text.all()) {
                unbalanced(text, reading).ifPresent(it -> found.add(Explanation.UNBALANCED.warning(this, text,
                        reading.typed(it.at(), it.at() + 1), String.valueOf(it.mark()))));
            }
        }
        return found;
    }

    /** The first mark without its other half. */
    private static Optional<Open> unbalanced(Typed text, Reading reading) {
        var shown = reading.shown();
        var delimiters = DELIMITERS.computeIfAbsent(text.locale(), Balance::delimiters);
        var open = new ArrayDeque<Open>();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c < 0x80 && "()[]{}\"".indexOf(c) < 0 || named(shown, i) || text.usual() == reading && text.tokens().covers(i)) {
                continue;
            }
            var top = open.peek();
            if (top != null && closes(top.mark(), c, delimiters)) {
                open.pop();
            } else if (c == '"' && !inch(shown, i) || OPENING.indexOf(c) >= 0 || opens(shown, i, delimiters)) {
                open.push(new Open(c, i));
            } else if (CLOSING.indexOf(c) >= 0 && !listed(shown, i) && c != '"') {
                return Optional.of(new Open(c, i));
            }
        }
        return Optional.ofNullable(open.peekLast());
    }

    private static boolean closes(char top, char c, String delimiters) {
        int at = delimiters.indexOf(top);
        return top == '"' && c == '"' || CLOSERS.getOrDefault(top, "").indexOf(c) >= 0
                || at >= 0 && at % 2 == 0 && c != '’' && delimiters.charAt(at + 1) == c;
    }

    /** Marks that open in this language, and close in most, in front of a word. */
    private static boolean opens(String shown, int i, String delimiters) {
        char c = shown.charAt(i);
        int at = delimiters.indexOf(c);
        boolean inFront = i + 1 < shown.length() && (i == 0 || Blanks.blank(shown.charAt(i - 1)))
                && (Character.isLetterOrDigit(shown.charAt(i + 1)) || shown.charAt(i + 1) == Reading.SLOT);
        return "»”›".indexOf(c) >= 0 && (inFront || at >= 0 && at % 2 == 0);
    }

    /** A bracket in quotes is talked about: “(”. */
    private static boolean named(String shown, int i) {
        return BRACKETS.indexOf(shown.charAt(i)) >= 0 && i > 0 && QUOTES.indexOf(shown.charAt(i - 1)) >= 0
                && i + 1 < shown.length() && QUOTES.indexOf(shown.charAt(i + 1)) >= 0;
    }

    private static boolean inch(String shown, int i) {
        return i > 0 && Character.isDigit(shown.charAt(i - 1)) && shown.indexOf('"') == shown.lastIndexOf('"');
    }

    /** {@code 1)}, {@code a)}, and faces. */
    private static boolean listed(String shown, int i) {
        if (i == 0 || shown.charAt(i) != ')' && shown.charAt(i) != '）') {
            return false;
        }
        char before = shown.charAt(i - 1);
        return ":;-".indexOf(before) >= 0 || Character.isLetterOrDigit(before) && (i == 1 || !Character.isLetter(shown.charAt(i - 2)));
    }

    /** In pairs. */
    private static String delimiters(LocaleTag locale) {
        var data = LocaleData.getInstance(locale.icu());
        var pairs = data.getDelimiter(LocaleData.QUOTATION_START) + data.getDelimiter(LocaleData.QUOTATION_END)
                + data.getDelimiter(LocaleData.ALT_QUOTATION_START) + data.getDelimiter(LocaleData.ALT_QUOTATION_END);
        return pairs.length() == 4 ? pairs : "";
    }
}
