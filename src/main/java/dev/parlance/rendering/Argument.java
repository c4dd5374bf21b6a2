package dev.parlance.rendering;

import dev.parlance.problems.ProblemException;
import java.util.List;
import java.util.Map;
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
            return ArgumentValues.bind(new ArgumentContract(List.of(this)), Map.of(name, example)).invalid().isEmpty();
        } catch (ProblemException tooLong) {
            return false;
        }
    }
}
