package dev.parlance.rendering;

import dev.parlance.problems.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** An amount with its currency, such as {@code 12.50 EUR} or {@code EUR 12.50}. */
    private static final Pattern AMOUNT = Pattern.compile("(?<before>[A-Z]{3})? ?(?<value>[^ A-Z]+) ?(?<after>[A-Z]{3})?");

    public Argument {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("invalid argument name: " + name);
        }
    }

    /** Returns whether the example is a value of the type, or empty. */
    public boolean hasValidExample() {
        if (example.isEmpty()) {
            return true;
        }
        try {
            var value = type == ArgumentType.CURRENCY ? parseAmount().orElse(null) : example;
            return value != null && ArgumentValues.bind(new ArgumentContract(List.of(this)), Map.of(name, value)).invalid().isEmpty();
        } catch (ProblemException tooLong) {
            return false;
        }
    }

    private Optional<Object> parseAmount() {
        var amount = AMOUNT.matcher(example);
        if (!amount.matches() || (amount.group("before") == null) == (amount.group("after") == null)) {
            return Optional.empty();
        }
        var currency = amount.group("before") == null ? amount.group("after") : amount.group("before");
        return Optional.of(new ArgumentValues.Amount(currency, amount.group("value")));
    }
}
