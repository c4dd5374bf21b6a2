package dev.parlance.checks.text;

/** What separates words without being seen. */
public final class Blanks {

    private Blanks() {
    }

    public static boolean blank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u00A0' || c == '\u202F' || c == '\u3000';
    }

    /** Of a run of blanks, one. Without those at the edges. */
    public static String normalised(String text) {
        var normalised = new StringBuilder();
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (blank(c)) {
                pending = normalised.length() > 0;
            } else {
                if (pending) {
                    normalised.append(' ');
                    pending = false;
                }
                normalised.append(c);
            }
        }
        return normalised.toString();
    }
}
