package dev.parlance.rendering;

import java.util.regex.Pattern;

/** A declared hole of a message. The example is what documentation and previews show. */
public record Argument(String name, ArgumentType type, String example) {
    /** What a pattern can name; what may be declared is narrower, and for the ones who declare it to say. */
    private static final Pattern NAME = Pattern.compile("[^{},'#|\\s]{1,64}");

    public Argument {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no argument name: " + name);
        }
    }
}
