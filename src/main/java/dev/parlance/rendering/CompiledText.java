package dev.parlance.rendering;

import dev.parlance.locales.LocaleTag;
import java.time.ZoneId;
import java.util.Map;

/** A text ready to be rendered: immutable, shared by all threads. */
public final class CompiledText {
    private final LocaleTag locale;
    private final Block block;

    CompiledText(LocaleTag locale, Block block) {
        this.locale = locale;
        this.block = block;
    }

    /**
     * @param arguments by declared name, else by position; values as {@link ArgumentValues} makes them
     * @throws dev.parlance.problems.CatalogProblem when the text would grow beyond {@link Execution#LONGEST_OUTPUT}
     */
    public Rendering render(Map<String, Object> arguments, Isolation isolation, ZoneId zone) {
        var execution = new Execution(arguments, isolation.appliesTo(locale, arguments.values()), zone);
        block.run(execution);
        return execution.result();
    }
}
