package dev.parlance.rendering;

import java.util.regex.Pattern;

/**
 * A declared placeholder of a message.
 *
 * @param name    at most 64 characters
 * @param example the value that documentation and previews show
 */
public record Argument(String name, ArgumentType type, String example) {
    /** Every name an ICU pattern can hold. Callers that accept declarations apply narrower rules. */
    private static final Pattern NAME = Pattern.compile("[^{},'#|\\s]{1,64}");

    public Argument {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("invalid argument name: " + name);
        }
    }
}
