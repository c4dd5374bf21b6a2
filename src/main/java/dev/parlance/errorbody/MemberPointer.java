package dev.parlance.errorbody;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON pointer (RFC 6901) to a member of an error body. Immutable.
 *
 * <p>A segment {@code *} stands for each element of an array, and for the member of this name of an object.
 *
 * @param value as written, such as {@code /errors/*}{@code /message}
 */
public record MemberPointer(String value) {
    static final String WILDCARD = "*";

    /** In UTF-16 units. */
    private static final int MAX_LENGTH = 200;
    /** Each segment starts with a slash; a tilde is part of an escape sequence. */
    private static final Pattern SYNTAX = Pattern.compile("(/([^/~\\p{Cntrl}]|~[01])*)+");

    /** @throws IllegalArgumentException if the value is not a pointer to a member */
    public MemberPointer {
        if (!isValid(value)) {
            throw new IllegalArgumentException(value);
        }
    }

    /** Returns the pointer; empty if the text is not a pointer to a member. */
    public static Optional<MemberPointer> find(String text) {
        return isValid(text) ? Optional.of(new MemberPointer(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches();
    }

    /** Returns the segments without their escapes. */
    List<String> segments() {
        return Arrays.stream(value.substring(1).split("/", -1)).map(it -> it.replace("~1", "/").replace("~0", "~")).toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
