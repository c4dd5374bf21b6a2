package dev.parlance.checks.text;

import com.ibm.icu.util.LocaleData;
import dev.parlance.locales.LocaleTag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pairs of brackets and quotation marks. */
public final class PairedPunctuation {
    public static final String OPENING = "([{（［｛「『【《〈〔“„«‹‚‟";
    public static final String CLOSING = ")]}）］｝」』】》〉〕”»›";
    private static final String BRACKETS = "()[]{}（）［］｛｝【】《》〈〉〔〕";
    private static final String QUOTES = "\"'`“”„‟‘’‚«»‹›「」『』";
    /** All possible closing marks, by opening mark. */
    private static final Map<Character, String> CLOSERS = Map.ofEntries(Map.entry('(', ")）"), Map.entry('（', "）)"),
            Map.entry('[', "]］"), Map.entry('［', "］]"), Map.entry('{', "}｝"), Map.entry('｛', "｝}"), Map.entry('「', "」"),
            Map.entry('『', "』"), Map.entry('【', "】"), Map.entry('《', "》"), Map.entry('〈', "〉"), Map.entry('〔', "〕"),
            Map.entry('“', "”"), Map.entry('„', "“”"), Map.entry('‟', "”"), Map.entry('«', "»"), Map.entry('»', "«»"),
            Map.entry('‹', "›"), Map.entry('›', "‹›"), Map.entry('”', "”“"), Map.entry('‚', "‘’"));
    private static final Map<LocaleTag, String> DELIMITERS = new ConcurrentHashMap<>();

    private PairedPunctuation() {
    }

    /** Returns the quotation marks of a locale in pairs (CLDR); empty if one has several characters. */
    public static String delimiters(LocaleTag locale) {
        return DELIMITERS.computeIfAbsent(locale, PairedPunctuation::loadDelimiters);
    }

    /** Returns whether a mark closes another one, in any language or in the one with the given delimiters. */
    public static boolean closes(char opening, char closing, String delimiters) {
        int at = delimiters.indexOf(opening);
        return opening == '"' && closing == '"' || CLOSERS.getOrDefault(opening, "").indexOf(closing) >= 0
                || at >= 0 && at % 2 == 0 && closing != '’' && delimiters.charAt(at + 1) == closing;
    }

    /** Returns whether a bracket is in quotes and only mentioned: “(”, « ( ». */
    public static boolean isMentioned(String shown, int i) {
        return BRACKETS.indexOf(shown.charAt(i)) >= 0 && isQuoteBeside(shown, i, -1) && isQuoteBeside(shown, i, 1);
    }

    private static boolean isQuoteBeside(String shown, int i, int step) {
        int at = i + step;
        if (at >= 0 && at < shown.length() && Whitespace.isWhitespace(shown.charAt(at))) {
            at += step;
        }
        return at >= 0 && at < shown.length() && QUOTES.indexOf(shown.charAt(at)) >= 0;
    }

    private static String loadDelimiters(LocaleTag locale) {
        var data = LocaleData.getInstance(locale.toULocale());
        var pairs = data.getDelimiter(LocaleData.QUOTATION_START) + data.getDelimiter(LocaleData.QUOTATION_END)
                + data.getDelimiter(LocaleData.ALT_QUOTATION_START) + data.getDelimiter(LocaleData.ALT_QUOTATION_END);
        return pairs.length() == 4 ? pairs : "";
    }
}
