package dev.parlance.rendering.compiled;

import java.time.ZoneId;
import java.util.Map;

/** A text ready to be rendered: immutable, shared by all threads without a lock. */
public final class CompiledText extends Block {
    private final boolean rightToLeft;

    public CompiledText(boolean rightToLeft, Block block) {
        super(block);
        this.rightToLeft = rightToLeft;
    }

    /**
     * @param arguments by declared name, else by position; values as {@code ArgumentValues} makes them
     * @param zone      of dates and times
     * @throws dev.parlance.problems.CatalogProblem when the text would grow beyond {@link Execution#LONGEST_OUTPUT}
     */
    public Rendering render(Map<String, Object> arguments, Isolation isolation, ZoneId zone) {
        var execution = new Execution(arguments, isolation, rightToLeft, zone);
        run(execution);
        return execution.result();
    }
}
