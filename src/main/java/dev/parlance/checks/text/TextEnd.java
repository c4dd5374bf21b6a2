package dev.parlance.checks.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * The function of the final punctuation of a text, independent of its language.
 *
 * <p>A mark that is not listed is a full stop if Unicode calls it a sentence terminal.
 */
public enum TextEnd {
    NONE(""),
    /** Includes Khmer ។, Tibetan །, Ethiopic ።, Santali ᱾ and the Armenian and Urdu full stops. */
    STOP(".。．｡।॥۔։៕។།༎።᱾᱿᠃᠉׃꓿"),
    QUESTION("?？؟⸮፧՞⁇⁈꘏᥅𞥟"),
    EXCLAMATION("!！՜߹‼⁉᥄𞥞"),
    COLON(":：៖፥፦⁝"),
    ELLIPSIS("…⋯"),
    COMMA(",，、،;；؛፣፤၊߸᠂᠈·");

    private final String marks;

    TextEnd(String marks) {
        this.marks = marks;
    }

    /**
     * Returns the function of the final punctuation.
     *
     * @param last the index after the last character that counts
     */
    public static TextEnd of(String shown, int last, String language) {
        if (last == 0) {
            return NONE;
        } else if (shown.startsWith("...", last - 3) || shown.startsWith("。。。", last - 3)) {
            return ELLIPSIS;
        }
        int c = shown.codePointBefore(last);
        if (c == ';' || c == '\u037E') {
            return language.equals("el") ? QUESTION : COMMA;
        }
        for (var end : values()) {
            if (end.marks.indexOf(c) >= 0) {
                return end;
            }
        }
        return UCharacter.hasBinaryProperty(c, UProperty.S_TERM) ? STOP : NONE;
    }
}
