package dev.parlance.publishing.memory;

import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.RenderedText;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiled texts by position: of those only that do not print as they are typed. Filled while its locale is read, then never changed. */
final class CompiledTexts {
    private final int size;
    private @Nullable CompiledText[] compiled = {};

    CompiledTexts(int size) {
        this.size = size;
    }

    void set(int position, Optional<CompiledText> text) {
        if (text.isPresent()) {
            compiled = compiled.length == 0 ? new CompiledText[size] : compiled;
            compiled[position] = text.get();
        }
    }

    /** @param typed what is printed where there is no program */
    RenderedText render(int position, Supplier<String> literal, ArgumentValues arguments, ZoneId zone) {
        var text = compiled.length == 0 ? null : compiled[position];
        return text == null
                ? new RenderedText(literal.get(), Collections.emptySortedSet(), Collections.emptySortedSet())
                : text.render(arguments.values(), BidiIsolation.WHERE_NEEDED, zone);
    }
}
