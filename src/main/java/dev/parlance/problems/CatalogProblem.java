package dev.parlance.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal on its way to the caller. Carries no sentence: that is rendered at the edge, in the caller's language. */
public final class CatalogProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final transient Map<String, Object> arguments;
    private final transient Map<String, Object> members;

    CatalogProblem(Refusal refusal, List<Object> values) {
        this(refusal, named(refusal, values), Map.of());
    }

    private CatalogProblem(Refusal refusal, Map<String, Object> arguments, Map<String, Object> members) {
        // No stack trace: a refusal is an answer, made as often as callers like.
        super(refusal.key() + " " + arguments, null, false, false);
        this.refusal = refusal;
        this.arguments = arguments;
        this.members = members;
    }

    /** The same refusal with a further member for the problem document, say a list a program can read. */
    public CatalogProblem member(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new CatalogProblem(refusal, arguments, more);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public Map<String, Object> members() {
        return members;
    }

    private static Map<String, Object> named(Refusal refusal, List<Object> values) {
        if (values.size() != refusal.arguments().size()) {
            throw new IllegalArgumentException(refusal + " takes " + refusal.arguments() + ", not " + values);
        }
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            named.put(refusal.arguments().get(i), values.get(i));
        }
        return named;
    }
}
