package dev.parlance.errorbody;

import java.util.List;
import java.util.stream.Stream;

/**
 * The members of error bodies that hold codes, texts and arguments. Immutable.
 *
 * <p>Members with the same array elements for their wildcards belong to the same error. A member without wildcards also belongs to the
 * errors of arrays, unless they have a member of their own.
 *
 * @param code      the first one that is a string or a number is the code
 * @param text      the first one that is a string is the text
 * @param arguments the first one that is an array or an object holds the arguments of a body without a text
 */
public record ErrorMembers(List<MemberPointer> code, List<MemberPointer> text, List<MemberPointer> arguments) {
    /** The maximum number of pointers in each list. */
    public static final int MAX_POINTERS = 20;

    /** The members that most APIs use, of which {@code detail} and {@code title} are those of RFC 9457. */
    public static final ErrorMembers DEFAULT = new ErrorMembers(pointers("/code"), pointers("/msg", "/message", "/detail", "/title"),
            pointers("/arguments", "/args"));

    public ErrorMembers {
        code = List.copyOf(code);
        text = List.copyOf(text);
        arguments = List.copyOf(arguments);
    }

    private static List<MemberPointer> pointers(String... values) {
        return Stream.of(values).map(MemberPointer::new).toList();
    }
}
