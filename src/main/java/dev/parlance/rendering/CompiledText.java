package dev.parlance.rendering;

import dev.parlance.locales.LocaleTag;
import java.time.ZoneId;
import java.util.Map;

/** A text ready to be rendered: immutable, shared by all threads without a lock. */
public final class CompiledText {
    private final boolean rightToLeft;
    private final Block block;

    CompiledText(LocaleTag locale, Block block) {
        this(locale.rightToLeft(), block);
    }

    CompiledText(boolean rightToLeft, Block block) {
        this.rightToLeft = rightToLeft;
        this.block = block;
    }

    /**
     * @param arguments by declared name, else by position; values as {@link ArgumentValues} makes them
     * @param zone      of dates and times
     * @throws dev.parlance.problems.CatalogProblem when the text would grow beyond {@link Execution#LONGEST_OUTPUT}
     */
    public Rendering render(Map<String, Object> arguments, Isolation isolation, ZoneId zone) {
        var execution = new Execution(arguments, isolation, rightToLeft, zone);
        block.run(execution);
        return execution.result();
    }
}
