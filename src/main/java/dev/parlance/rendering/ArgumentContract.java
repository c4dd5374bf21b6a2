package dev.parlance.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

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
    String canonicalName(String positionOrName) {
        return findArgument(positionOrName).map(Argument::name).orElse(positionOrName);
    }

    String canonicalName(int position) {
        return position < arguments.size() ? arguments.get(position).name() : Integer.toString(position);
    }

    public boolean declares(String positionOrName, ArgumentType type) {
        return findArgument(positionOrName).filter(it -> it.type() == type).isPresent();
    }

    public Optional<Argument> findArgument(String positionOrName) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.name().equals(positionOrName) || Integer.toString(i).equals(positionOrName)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }
}
