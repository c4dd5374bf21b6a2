package dev.parlance.checks.text;

import com.ibm.icu.util.LocaleData;
import dev.parlance.locales.LocaleTag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Brackets and quotation marks, and which closes which. */
public final class Marks {
    public static final String OPENING = "([{（［｛「『【《〈〔“„«‹‚‟";
    public static final String CLOSING = ")]}）］｝」』】》〉〕”»›";
    private static final String BRACKETS = "()[]{}（）［］｛｝【】《》〈〉〔〕";
    private static final String QUOTES = "\"'`“”„‟‘’‚«»‹›「」『』";
    /** By what opens: all that may close. */
    private static final Map<Character, String> CLOSERS = Map.ofEntries(Map.entry('(', ")）"), Map.entry('（', "）)"),
            Map.entry('[', "]］"), Map.entry('［', "］]"), Map.entry('{', "}｝"), Map.entry('｛', "｝}"), Map.entry('「', "」"),
            Map.entry('『', "』"), Map.entry('【', "】"), Map.entry('《', "》"), Map.entry('〈', "〉"), Map.entry('〔', "〕"),
            Map.entry('“', "”"), Map.entry('„', "“”"), Map.entry('‟', "”"), Map.entry('«', "»"), Map.entry('»', "«»"),
            Map.entry('‹', "›"), Map.entry('›', "‹›"), Map.entry('”', "”“"), Map.entry('‚', "‘’"));
    private static final Map<LocaleTag, String> DELIMITERS = new ConcurrentHashMap<>();

    private Marks() {
    }

    /** Of CLDR, in pairs; empty where one has more than a character. */
    public static String delimiters(LocaleTag locale) {
        return DELIMITERS.computeIfAbsent(locale, Marks::read);
    }

    public static boolean closes(char top, char c, String delimiters) {
        int at = delimiters.indexOf(top);
        return top == '"' && c == '"' || CLOSERS.getOrDefault(top, "").indexOf(c) >= 0
                || at >= 0 && at % 2 == 0 && c != '’' && delimiters.charAt(at + 1) == c;
    }

    /** A bracket in quotes is talked about: “(”, « ( ». */
    public static boolean named(String shown, int i) {
        return BRACKETS.indexOf(shown.charAt(i)) >= 0 && quote(shown, i, -1) && quote(shown, i, 1);
    }

    private static boolean quote(String shown, int i, int step) {
        int at = i + step;
        if (at >= 0 && at < shown.length() && Blanks.blank(shown.charAt(at))) {
            at += step;
        }
        return at >= 0 && at < shown.length() && QUOTES.indexOf(shown.charAt(at)) >= 0;
    }

    private static String read(LocaleTag locale) {
        var data = LocaleData.getInstance(locale.icu());
        var pairs = data.getDelimiter(LocaleData.QUOTATION_START) + data.getDelimiter(LocaleData.QUOTATION_END)
                + data.getDelimiter(LocaleData.ALT_QUOTATION_START) + data.getDelimiter(LocaleData.ALT_QUOTATION_END);
        return pairs.length() == 4 ? pairs : "";
    }
}
