package dev.parlance.publishing.memory;

import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.Isolation;
import dev.parlance.rendering.compiled.Rendering;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiled texts by position: of those only that do not print as they are typed. Filled while its locale is read, then never changed. */
final class Programs {
    private final int size;
    private @Nullable CompiledText[] programs = {};

    Programs(int size) {
        this.size = size;
    }

    void set(int position, Optional<CompiledText> program) {
        if (program.isPresent()) {
            programs = programs.length == 0 ? new CompiledText[size] : programs;
            programs[position] = program.get();
        }
    }

    /** @param typed what is printed where there is no program */
    Rendering render(int position, Supplier<String> typed, ArgumentValues arguments, ZoneId zone) {
        var program = programs.length == 0 ? null : programs[position];
        return program == null
                ? new Rendering(typed.get(), Collections.emptySortedSet(), Collections.emptySortedSet())
                : program.render(arguments.values(), Isolation.WHERE_NEEDED, zone);
    }
}
