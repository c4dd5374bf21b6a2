package dev.parlance.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The declared arguments of a message in order. Position and name address the same argument. */
public record Contract(List<Argument> arguments) {
    public static final Contract NONE = new Contract(List.of());

    public Contract {
        arguments = List.copyOf(arguments);
        var names = new HashSet<String>();
        for (var argument : arguments) {
            if (!names.add(argument.name())) {
                throw new IllegalArgumentException("argument declared twice: " + argument.name());
            }
        }
    }

    /** The name under which a slot is known: {@code 0} and {@code limit} are both {@code limit}. */
    String canonical(String positionOrName) {
        return argument(positionOrName).map(Argument::name).orElse(positionOrName);
    }

    String canonical(int position) {
        return position < arguments.size() ? arguments.get(position).name() : Integer.toString(position);
    }

    public boolean declares(String positionOrName, ArgumentType type) {
        return argument(positionOrName).filter(it -> it.type() == type).isPresent();
    }

    public Optional<Argument> argument(String positionOrName) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.name().equals(positionOrName) || Integer.toString(i).equals(positionOrName)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }
}
