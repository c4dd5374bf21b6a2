package dev.parlance.rendering;

import dev.parlance.problems.ProblemType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The declared arguments of a message, in order.
 *
 * <p>A zero-based position and a name address the same argument. Names are unique.
 */
public record ArgumentContract(List<Argument> arguments) {
    public static final ArgumentContract EMPTY = new ArgumentContract(List.of());

    public ArgumentContract {
        arguments = List.copyOf(arguments);
        var names = new HashSet<String>();
        for (var argument : arguments) {
            if (!names.add(argument.name())) {
                throw new IllegalArgumentException("argument declared twice: " + argument.name());
            }
        }
    }

    /** Returns the declared name for a position or name. {@code 0} and {@code limit} both give {@code limit}. */
    public String canonicalName(String positionOrName) {
        return findArgument(positionOrName).map(Argument::name).orElse(positionOrName);
    }

    String canonicalName(int position) {
        return position < arguments.size() ? arguments.get(position).name() : Integer.toString(position);
    }

    public boolean declares(String positionOrName, ArgumentType type) {
        return findArgument(positionOrName).filter(it -> it.type() == type).isPresent();
    }

    /** Returns examples of accepted values by name, for those of the given arguments that are declared. */
    public SortedMap<String, List<String>> acceptedForms(Set<String> names) {
        var forms = new TreeMap<String, List<String>>();
        for (var argument : names.isEmpty() ? List.<Argument>of() : arguments) {
            if (names.contains(argument.name())) {
                forms.put(argument.name(), argument.type().queryForms());
            }
        }
        return forms;
    }

    /** Returns all declared arguments with examples of accepted values, for a problem; {@code none} if there are none. */
    public String describeForms() {
        return arguments.isEmpty() ? ProblemType.NONE : arguments.stream()
                .map(it -> it.name() + " (" + it.type().label() + "): " + String.join(", ", it.type().queryForms()))
                .collect(Collectors.joining("; "));
    }

    /** Returns all declared arguments with their types, for a problem; {@code none} if there are none. */
    public String describeTypes() {
        return arguments.isEmpty() ? ProblemType.NONE : arguments.stream().map(it -> it.name() + " (" + it.type().label() + ")")
                .collect(Collectors.joining(", "));
    }

    public Optional<Argument> findArgument(String positionOrName) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.name().equals(positionOrName) || isPosition(i, positionOrName)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** Compares the usual single digit without creating a string. */
    private static boolean isPosition(int position, String positionOrName) {
        return position < 10 ? positionOrName.length() == 1 && positionOrName.charAt(0) == '0' + position
                : Integer.toString(position).equals(positionOrName);
    }
}
