package dev.parlance.checks.text;

/** The whitespace that separates words. */
public final class Whitespace {

    private Whitespace() {
    }

    public static boolean isWhitespace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u00A0' || c == '\u202F' || c == '\u3000';
    }

    /** Collapses each run of whitespace to one space and trims the edges. */
    public static String normalize(String text) {
        var result = new StringBuilder();
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isWhitespace(c)) {
                pending = result.length() > 0;
            } else {
                if (pending) {
                    result.append(' ');
                    pending = false;
                }
                result.append(c);
            }
        }
        return result.toString();
    }
}
