package dev.parlance.cli.project;

import dev.parlance.formats.RawText;
import java.util.stream.Collectors;

/** Displays texts of files on one line. */
public final class TextDisplay {
    private TextDisplay() {
    }

    public static String of(RawText text) {
        if (text instanceof RawText.Single single) {
            return oneLine(single.text());
        } else if (text instanceof RawText.PluralForms plural) {
            return forms(plural);
        }
        var substitutions = (RawText.Substitutions) text;
        return oneLine(substitutions.text()) + substitutions.variables().entrySet().stream().map(it -> " " + it.getKey() + ": "
                + forms(it.getValue())).collect(Collectors.joining());
    }

    private static String forms(RawText.PluralForms plural) {
        return plural.forms().entrySet().stream().map(it -> it.getKey() + ": " + oneLine(it.getValue())).collect(Collectors.joining(" | "));
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }
}
