package dev.parlance.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal on its way to the caller. Carries no sentence: that is rendered at the edge, in the caller's language. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient Map<String, Object> arguments;
    private final transient Map<String, Object> members;

    ProblemException(ProblemType type, List<Object> values) {
        this(type, toNamed(type, values), Map.of());
    }

    private ProblemException(ProblemType type, Map<String, Object> arguments, Map<String, Object> members) {
        // No stack trace: a refusal is an answer, made as often as callers like.
        super(type.key() + " " + arguments, null, false, false);
        this.type = type;
        this.arguments = arguments;
        this.members = members;
    }

    /** The same refusal with a further member for the problem document, say a list a program can read. */
    public ProblemException withMember(String name, Object value) {
        var extended = new LinkedHashMap<>(members);
        extended.put(name, value);
        return new ProblemException(type, arguments, extended);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public Map<String, Object> members() {
        return members;
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
