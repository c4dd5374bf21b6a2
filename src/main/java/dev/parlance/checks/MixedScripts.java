package dev.parlance.checks;

import com.ibm.icu.lang.UScript;
import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import java.util.ArrayList;
import java.util.List;

/**
 * A check for words that mix Latin letters with Cyrillic or Greek letters of the same shape.
 *
 * <p>Readers do not see the mix, and no search finds the word. An ending in one script after a name in another is accepted.
 */
public final class MixedScripts implements Check {
    private static final String NON_LATIN_LOOKALIKES = "АВЕКМНОРСТХЅІЈаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα";
    private static final String LATIN_LOOKALIKES = "ABEKMHOPCTXSIJaeopcyxijsABEZHIKMNOPTYXoa";

    @Override
    public String name() {
        return "one-alphabet";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        subject.parsedParts().forEach(text -> text.variants().forEach(reading -> findMixedWords(found, text, reading)));
        return found;
    }

    private void findMixedWords(List<Finding> found, ParsedPart text, DisplayText reading) {
        var shown = reading.text();
        for (int start = 0; start < shown.length();) {
            int end = start;
            while (end < shown.length() && (Character.isLetterOrDigit(shown.charAt(end)) || shown.charAt(end) == '_')) {
                end++;
            }
            if (end > start + 1 && isMixed(shown, start, end)) {
                found.add(FindingType.MIXED_LETTERS.warning(this, text, reading.sourceSpan(start, end), shown.substring(start, end)));
            }
            start = end + 1;
        }
    }

    /**
     * Returns whether all letters of one script could be of the other.
     *
     * <p>{@code SMSом} is a word in two scripts, {@code АPI} is a mistake.
     */
    private static boolean isMixed(String shown, int start, int end) {
        int latin = 0;
        int latinAlike = 0;
        int nonLatin = 0;
        int nonLatinAlike = 0;
        for (int i = start; i < end; i++) {
            char c = shown.charAt(i);
            int script = c < 0x80 ? CharacterClasses.isAsciiLetter(c) ? UScript.LATIN : UScript.COMMON : UScript.getScript(c);
            if (script == UScript.LATIN) {
                latin++;
                latinAlike += LATIN_LOOKALIKES.indexOf(c) >= 0 ? 1 : 0;
            } else if (script == UScript.CYRILLIC || script == UScript.GREEK) {
                nonLatin++;
                nonLatinAlike += NON_LATIN_LOOKALIKES.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return latin > 0 && nonLatin > 0 && (nonLatin == nonLatinAlike && latin >= nonLatin || latin == latinAlike && nonLatin > latin);
    }
}
