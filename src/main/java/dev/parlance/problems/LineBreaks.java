package dev.parlance.problems;

/** The line breaks of texts from outside. */
public final class LineBreaks {

    private LineBreaks() {
    }

    /** Returns the text with {@code \n} for each {@code \r\n}, as Windows and HTML forms send it. */
    public static String normalize(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }
}
