package dev.parlance.checks;

import com.ibm.icu.lang.UScript;
import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.List;

/**
 * No word mixes Latin letters with Cyrillic or Greek ones of the same shape: nobody sees it, and no search finds the word. Endings of
 * one script behind names in another are a way to write.
 */
public final class OneAlphabet implements Check {
    private static final String FOREIGN = "АВЕКМНОРСТХЅІЈаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα";
    private static final String LATIN = "ABEKMHOPCTXSIJaeopcyxijsABEZHIKMNOPTYXoa";

    @Override
    public String name() {
        return "one-alphabet";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        subject.readable().forEach(text -> text.all().forEach(reading -> words(found, text, reading)));
        return found;
    }

    private void words(List<Finding> found, Typed text, Reading reading) {
        var shown = reading.shown();
        for (int start = 0; start < shown.length();) {
            int end = start;
            while (end < shown.length() && (Character.isLetterOrDigit(shown.charAt(end)) || shown.charAt(end) == '_')) {
                end++;
            }
            if (end > start + 1 && mixed(shown, start, end)) {
                found.add(Explanation.MIXED_LETTERS.warning(this, text, reading.typed(start, end), shown.substring(start, end)));
            }
            start = end + 1;
        }
    }

    /** Whether all letters of one script could be of the other: {@code SMSом} is a word of two scripts, {@code АPI} is a mistake. */
    private static boolean mixed(String shown, int start, int end) {
        int latin = 0;
        int latinAlike = 0;
        int foreign = 0;
        int foreignAlike = 0;
        for (int i = start; i < end; i++) {
            char c = shown.charAt(i);
            int script = c < 0x80 ? Letters.ascii(c) ? UScript.LATIN : UScript.COMMON : UScript.getScript(c);
            if (script == UScript.LATIN) {
                latin++;
                latinAlike += LATIN.indexOf(c) >= 0 ? 1 : 0;
            } else if (script == UScript.CYRILLIC || script == UScript.GREEK) {
                foreign++;
                foreignAlike += FOREIGN.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return latin > 0 && foreign > 0 && (foreign == foreignAlike && latin >= foreign || latin == latinAlike && foreign > latin);
    }
}
