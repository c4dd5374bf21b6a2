package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Parses arguments in a query: {@code arg=5&arg=10s} by position, {@code arg.limit=5} by name. */
public final class QueryArguments {
    public static final String POSITIONAL = "arg";
    public static final String NAMED_PREFIX = "arg.";

    private QueryArguments() {
    }

    /**
     * Binds the arguments of a query to the declared ones.
     *
     * @param query all parameters of the query; others are ignored
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#REPEATED_PARAMETER}, {@link ProblemType#FORBIDDEN_CHARACTER} in a
     *         name or {@link ProblemType#INVALID_ARGUMENT}
     */
    public static ArgumentValues of(Map<String, List<String>> query, ArgumentContract contract) {
        var supplied = new LinkedHashMap<String, Object>();
        int position = 0;
        for (var value : query.getOrDefault(POSITIONAL, List.of())) {
            supplied.put(Integer.toString(position++), BodyArguments.acceptable(value));
        }
        // Sorted, because the response lists the names and the order of the map is undefined.
        for (var name : new TreeSet<>(query.keySet())) {
            var values = query.get(name);
            if (name.startsWith(NAMED_PREFIX)) {
                var argument = TextInput.requireAllowedCharacters(NAMED_PREFIX, name.substring(NAMED_PREFIX.length()));
                if (values.size() > 1 || supplied.put(argument, BodyArguments.acceptable(values.get(0))) != null) {
                    throw ProblemType.REPEATED_PARAMETER.with(name);
                }
            }
        }
        return ArgumentValues.bind(contract, supplied);
    }
}
