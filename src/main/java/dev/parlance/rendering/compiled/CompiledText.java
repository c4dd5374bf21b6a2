package dev.parlance.rendering.compiled;

import java.time.ZoneId;
import java.util.Map;

/** A text compiled for rendering. Immutable; all threads share it without a lock. */
public final class CompiledText extends InstructionBlock {
    private final boolean rightToLeft;

    public CompiledText(boolean rightToLeft, InstructionBlock block) {
        super(block);
        this.rightToLeft = rightToLeft;
    }

    /**
     * Renders the text. Missing and unusable arguments stay visible as {@code {name}} and are reported.
     *
     * @param arguments by declared name or else by position; values as in {@code ArgumentValues.values()}
     * @param zone      the time zone of dates and times
     * @throws dev.parlance.problems.ProblemException {@code OUTPUT_TOO_LARGE} if the output would exceed
     *         {@link RenderContext#MAX_OUTPUT_LENGTH}
     */
    public RenderedText render(Map<String, Object> arguments, BidiIsolation isolation, ZoneId zone) {
        var context = new RenderContext(arguments, isolation, rightToLeft, zone);
        execute(context);
        return context.toRenderedText();
    }
}
