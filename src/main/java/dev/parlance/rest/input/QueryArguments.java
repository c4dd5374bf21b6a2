package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Arguments in a query: {@code arg=5&arg=10s} by position, {@code arg.limit=5} by name, or both. */
public final class QueryArguments {
    public static final String POSITIONAL = "arg";
    public static final String NAMED_PREFIX = "arg.";

    private QueryArguments() {
    }

    public static ArgumentValues of(Map<String, List<String>> query, ArgumentContract contract) {
        var supplied = new LinkedHashMap<String, Object>();
        int position = 0;
        for (var value : query.getOrDefault(POSITIONAL, List.of())) {
            supplied.put(Integer.toString(position++), TextInput.requireAllowedCharacters(POSITIONAL, value));
        }
        // In one order, whatever map the names come in: they are listed in the answer.
        for (var name : new TreeSet<>(query.keySet())) {
            var values = query.get(name);
            if (name.startsWith(NAMED_PREFIX)) {
                var argument = TextInput.requireAllowedCharacters(NAMED_PREFIX, name.substring(NAMED_PREFIX.length()));
                if (values.size() > 1 || supplied.put(argument, TextInput.requireAllowedCharacters(name, values.get(0))) != null) {
                    throw ProblemType.REPEATED_PARAMETER.with(name);
                }
            }
        }
        return ArgumentValues.bind(contract, supplied);
    }
}
