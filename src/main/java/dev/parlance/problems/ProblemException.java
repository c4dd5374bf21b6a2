package dev.parlance.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A problem to be reported to the caller. It has no text: the HTTP edge renders one in the language of the caller. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient Map<String, Object> arguments;
    private final transient Map<String, Object> members;

    ProblemException(ProblemType type, List<Object> values) {
        this(type, toNamed(type, values), Map.of());
    }

    private ProblemException(ProblemType type, Map<String, Object> arguments, Map<String, Object> members) {
        // No stack trace: a problem is a regular response, and callers can trigger it as often as they like.
        super(type.key() + " " + withoutOmitted(type, arguments), null, false, false);
        this.type = type;
        this.arguments = arguments;
        this.members = members;
    }

    /** Returns the problem with an extension member (RFC 9457), such as a list that clients can parse. */
    public ProblemException withMember(String name, Object value) {
        var extended = new LinkedHashMap<>(members);
        extended.put(name, value);
        return new ProblemException(type, arguments, extended);
    }

    public ProblemType type() {
        return type;
    }

    /** Returns a value for every argument of the type, because the text requires all of them. */
    public Map<String, Object> arguments() {
        return arguments;
    }

    /** Returns the arguments to send to the caller: those that were not omitted. */
    public Map<String, Object> givenArguments() {
        return withoutOmitted(type, arguments);
    }

    public Map<String, Object> members() {
        return members;
    }

    private static Map<String, Object> withoutOmitted(ProblemType type, Map<String, Object> arguments) {
        var given = new LinkedHashMap<>(arguments);
        given.entrySet().removeIf(it -> it.getValue().equals(ProblemType.NONE) && type.isOptional(it.getKey()));
        return given;
    }

    private static Map<String, Object> toNamed(ProblemType type, List<Object> values) {
        if (values.size() != type.arguments().size()) {
            throw new IllegalArgumentException(type + " takes " + type.arguments() + ", not " + values);
        }
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            named.put(type.arguments().get(i), values.get(i));
        }
        return named;
    }
}
