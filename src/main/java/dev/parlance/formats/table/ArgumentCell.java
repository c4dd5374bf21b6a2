package dev.parlance.formats.table;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses cells that list the arguments of a message, each with an optional type, such as {@code limit:number, interval}. */
final class ArgumentCell {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");

    private ArgumentCell() {
    }

    /** Returns the arguments in order; empty if the cell does not list arguments. */
    static Optional<List<Argument>> parse(String cell) {
        var arguments = new ArrayList<Argument>();
        var names = new HashSet<String>();
        for (var item : SEPARATORS.split(cell)) {
            if (!item.isEmpty()) {
                int colon = item.lastIndexOf(':');
                try {
                    var type = colon < 0 ? ArgumentType.STRING : ArgumentType.of(item.substring(colon + 1));
                    var argument = new Argument(colon < 0 ? item : item.substring(0, colon), type, "");
                    if (!names.add(argument.name())) {
                        return Optional.empty();
                    }
                    arguments.add(argument);
                } catch (IllegalArgumentException notAnArgument) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(arguments);
    }
}
