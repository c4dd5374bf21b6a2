package dev.parlance.rest.delivery;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;

/**
 * The memory reserved for the rendered texts of one response. Not thread-safe.
 *
 * <p>It is limited for each response, and for all responses in progress together. Closing it releases the memory.
 */
public final class RenderBudget implements AutoCloseable {
    /** In UTF-8, for each UTF-16 unit. */
    public static final int MAX_BYTES_PER_CHARACTER = 3;

    private final ResourceUsage usage;
    private long taken;

    public RenderBudget(ResourceUsage usage) {
        this.usage = usage;
    }

    /**
     * Reserves memory for texts.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#RESPONSE_TOO_LARGE} if this response would exceed
     *         {@link ResourceLimit#RENDER_RESPONSE}, or {@link ProblemType#BUSY} if all responses would exceed
     *         {@link ResourceLimit#RENDERED_TEXT}
     */
    public void take(long bytes) {
        if (taken + bytes > ResourceLimit.RENDER_RESPONSE.value()) {
            usage.countRejection(ResourceLimit.RENDER_RESPONSE);
            throw ProblemType.RESPONSE_TOO_LARGE.with(ResourceLimit.RENDER_RESPONSE.value());
        }
        if (!usage.tryAcquire(ResourceLimit.RENDERED_TEXT, bytes)) {
            throw ProblemType.BUSY.with();
        }
        taken += bytes;
    }

    @Override
    public void close() {
        usage.release(ResourceLimit.RENDERED_TEXT, taken);
    }
}
