package dev.parlance.formats.reading;

/** The line breaks and blanks that tools add around the text of an element. */
public final class Indentation {
    private Indentation() {
    }

    /** Removes whitespace that contains a line break from both ends of a text. Other blanks are part of the text. */
    public static String strip(String text) {
        var withoutLeading = text.stripLeading();
        var leading = text.substring(0, text.length() - withoutLeading.length());
        var rest = leading.indexOf('\n') >= 0 ? withoutLeading : text;
        var withoutTrailing = rest.stripTrailing();
        return rest.indexOf('\n', withoutTrailing.length()) >= 0 ? withoutTrailing : rest;
    }
}
