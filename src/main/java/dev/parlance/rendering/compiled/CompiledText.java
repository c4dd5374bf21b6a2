package dev.parlance.rendering.compiled;

import java.time.ZoneId;
import java.util.Map;

/** A text ready to be rendered: immutable, shared by all threads without a lock. */
public final class CompiledText extends InstructionBlock {
    private final boolean rightToLeft;

    public CompiledText(boolean rightToLeft, InstructionBlock block) {
        super(block);
        this.rightToLeft = rightToLeft;
    }

    /**
     * @param arguments by declared name, else by position; values as {@code ArgumentValues} makes them
     * @param zone      of dates and times
     * @throws dev.parlance.problems.CatalogProblem when the text would grow beyond {@link RenderContext#LONGEST_OUTPUT}
     */
    public RenderedText render(Map<String, Object> arguments, BidiIsolation isolation, ZoneId zone) {
        var context = new RenderContext(arguments, isolation, rightToLeft, zone);
        execute(context);
        return context.toRenderedText();
    }
}
