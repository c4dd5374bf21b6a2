package dev.parlance.rendering;

import java.util.regex.Pattern;

/** A declared hole of a message. The example is what documentation and previews show. */
public record Argument(String name, ArgumentType type, String example) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9_]{0,63}");

    public Argument {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no argument name: " + name);
        }
    }
}
