package dev.parlance.checks.text;

/** What a text ends with, whichever sign its language has for it. */
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

    /** @param last behind the last character that counts */
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
