package dev.parlance.publishing.memory;

import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.ArgumentNames;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.RenderedText;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiled texts by position. Literal texts, which render as typed, are not stored.
 *
 * <p>Filled while its locale is loaded, and not modified afterwards.
 */
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

    /**
     * Renders a text.
     *
     * @param literal the result for a text that has no compiled form
     */
    RenderedText render(int position, Supplier<String> literal, ArgumentValues arguments, ZoneId zone) {
        var text = compiled.length == 0 ? null : compiled[position];
        return text == null
                ? new RenderedText(literal.get(), ArgumentNames.NONE, ArgumentNames.NONE)
                : text.render(arguments.values(), BidiIsolation.WHERE_NEEDED, zone);
    }
}
