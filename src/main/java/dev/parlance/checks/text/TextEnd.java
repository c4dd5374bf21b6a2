package dev.parlance.checks.text;

/** The function of the final punctuation of a text, independent of its language. */
public enum TextEnd {
    NONE(""),
    STOP(".。．｡।॥۔։။።"),
    QUESTION("?？؟⸮፧"),
    EXCLAMATION("!！՜"),
    COLON(":：៖"),
    ELLIPSIS("…"),
    COMMA(",，、،;；؛፣");

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
        char c = shown.charAt(last - 1);
        if (c == ';' || c == '\u037E') {
            return language.equals("el") ? QUESTION : COMMA;
        }
        for (var end : values()) {
            if (end.marks.indexOf(c) >= 0) {
                return end;
            }
        }
        return NONE;
    }
}
