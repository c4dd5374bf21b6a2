package dev.parlance.web;

import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.input.QueryArguments;
import dev.parlance.rest.input.ReaderLocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message to show, with the values of its arguments.
 *
 * @param values the non-empty values of the query by declared argument, in order, or else the declared examples
 */
record CodeQuery(Snapshot snapshot, ReaderLocale locale, PublishedMessage message, Map<String, String> values) {

    /**
     * Reads the arguments of a query.
     *
     * @throws dev.parlance.problems.ProblemException if an argument is repeated, has a forbidden name or is too long
     */
    static CodeQuery of(Snapshot snapshot, ReaderLocale locale, PublishedMessage message, Map<String, List<String>> query) {
        boolean submitted = query.keySet().stream().anyMatch(it -> it.equals(QueryArguments.POSITIONAL)
                || it.startsWith(QueryArguments.NAMED_PREFIX));
        var values = submitted ? submitted(query, message.contract()) : examples(message.contract());
        return new CodeQuery(snapshot, locale, message, values);
    }

    private static Map<String, String> submitted(Map<String, List<String>> query, ArgumentContract contract) {
        var values = new LinkedHashMap<String, String>();
        var rawValues = QueryArguments.of(query, contract).rawValues();
        for (var argument : contract.arguments()) {
            if (rawValues.get(argument.name()) instanceof String text && !text.isEmpty()) {
                values.put(argument.name(), text);
            }
        }
        return values;
    }

    /** Returns the declared examples by argument name. Arguments without an example remain visible in the text. */
    static Map<String, String> examples(ArgumentContract contract) {
        var values = new LinkedHashMap<String, String>();
        contract.arguments().stream().filter(it -> !it.example().isEmpty()).forEach(it -> values.put(it.name(), it.example()));
        return values;
    }

    ArgumentValues arguments() {
        return ArgumentValues.bind(message.contract(), values);
    }
}
