/**
 * The resource limits of a replica.
 *
 * <p>One enum lists every limit with its reason, and {@code ResourceUsage} counts use and rejections. Both are exported as metrics, which
 * show operators which limit rejects requests. Clients that wait for a scarce resource take turns by network ({@code FairQueue}), on a
 * bounded number of threads ({@code QueueThreads}). Limits on the content of a text belong to {@code rendering} and {@code checks} instead:
 * they bound one message, not the service.
 */
@NullMarked
package dev.parlance.limits;

import org.jspecify.annotations.NullMarked;
