package dev.parlance.rest.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.ArgumentValues.Amount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the arguments in a body: a list by position, or an object by name. */
public final class BodyArguments {
    private static final Set<String> AMOUNT_MEMBERS = Set.of("currency", "value");
    /** ISO 4217. */
    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");

    private BodyArguments() {
    }

    /**
     * Returns the values by name or position, for {@code ArgumentValues.bind}.
     *
     * @param pointer   the JSON Pointer of the arguments, for problems
     * @param arguments null for no arguments
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} if there is neither a list nor an object,
     *         {@link ProblemType#FORBIDDEN_CHARACTER} in a name
     */
    public static Map<String, @Nullable Object> of(String pointer, @Nullable JsonNode arguments) {
        var supplied = new LinkedHashMap<String, @Nullable Object>();
        if (arguments == null) {
            return supplied;
        } else if (arguments.isArray()) {
            for (int i = 0; i < arguments.size(); i++) {
                supplied.put(Integer.toString(i), toValue(arguments.get(i)));
            }
        } else if (arguments.isObject()) {
            arguments.properties().forEach(it ->
                    supplied.put(TextInput.requireAllowedCharacters(pointer, it.getKey()), toValue(it.getValue())));
        } else {
            throw ProblemType.INVALID_FIELD.with(pointer, "arguments");
        }
        return supplied;
    }

    private static @Nullable Object toValue(JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isTextual()) {
            return acceptable(node.textValue());
        } else if (node.isNumber()) {
            return node.numberValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (memberNames(node).equals(AMOUNT_MEMBERS) && CURRENCY_CODE.matcher(node.get("currency").asText()).matches()
                && (node.get("value").isNumber() || node.get("value").isTextual())) {
            var value = toValue(node.get("value"));
            return value == ArgumentValues.UNACCEPTABLE ? value : new Amount(node.get("currency").textValue(), value);
        }
        return ArgumentValues.UNACCEPTABLE;
    }

    /** Returns the value, or a marker if it has forbidden characters, so that a single value does not fail the whole request. */
    static Object acceptable(String value) {
        return ForbiddenCharacters.findFirst(value).isPresent() ? ArgumentValues.UNACCEPTABLE : value;
    }

    private static Set<String> memberNames(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
