package dev.parlance.rest.http;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * A request body while it is received. All methods run on the event loop of the connection, except those documented otherwise.
 *
 * <p>Memory is reserved from the first byte until the resource has returned, because parsing multiplies the size of a body.
 */
final class IncomingBody implements WaitingBodies.Body {
    /** A body up to this size needs no reservation, because the number of waiting bodies is limited. */
    private static final int UNRESERVED_BYTES = 16 * 1024;

    private static final long NO_TIMER = -1;
    private static final String CONTEXT_KEY = IncomingBody.class.getName();

    private final RoutingContext context;
    private final ResourceLimit maxSize;
    private final ResourceUsage usage;
    private final WaitingBodies waitingBodies;
    private final BiConsumer<RoutingContext, ProblemException> sendProblem;
    private final Context eventLoop = Vertx.currentContext();
    private final ClientNetwork network;
    private final long startNanos = System.nanoTime();
    private final AtomicLong reservedBytes = new AtomicLong();
    private Buffer content = Buffer.buffer();
    private boolean finished;
    private long timer = NO_TIMER;

    /** @param sendProblem sends a problem, and closes the connection if the body is incomplete */
    IncomingBody(RoutingContext context, ResourceLimit maxSize, ResourceUsage usage, WaitingBodies waitingBodies,
            BiConsumer<RoutingContext, ProblemException> sendProblem) {
        this.context = context;
        this.maxSize = maxSize;
        this.usage = usage;
        this.waitingBodies = waitingBodies;
        this.sendProblem = sendProblem;
        this.network = ClientNetwork.of(context.request().remoteAddress().hostAddress());
    }

    /** Returns the body of a request; empty if it has none or is served without its body. */
    static Optional<IncomingBody> find(RoutingContext context) {
        return Optional.ofNullable(context.get(CONTEXT_KEY));
    }

    /** Starts receiving. The next handler of the route runs when the body is complete. */
    void receive() {
        var request = context.request();
        request.handler(this::append);
        request.endHandler(ignored -> complete());
        request.exceptionHandler(ignored -> fail());
        context.put(CONTEXT_KEY, this);
        context.addEndHandler(ignored -> release());
        // Most bodies are complete when the current read ends, and do not wait.
        eventLoop.runOnContext(ignored -> awaitRest());
    }

    private void awaitRest() {
        if (!finished) {
            waitingBodies.add(this);
            setTimer(ResourceLimit.SMALL_BODY_TIME.value());
        }
    }

    private void append(Buffer chunk) {
        if (finished) {
            return;
        }
        long size = (long) content.length() + chunk.length();
        if (size > maxSize.value()) {
            usage.countRejection(maxSize);
            reject(ProblemType.BODY_TOO_LARGE.with((int) maxSize.value()));
        } else if (size > UNRESERVED_BYTES && !tryReserve(size - reservedBytes.get())) {
            reject(ProblemType.BUSY.with());
        } else {
            content.appendBuffer(chunk);
        }
    }

    private boolean tryReserve(long bytes) {
        if (waitingBodies.tryReserve(bytes)) {
            reservedBytes.addAndGet(bytes);
            return true;
        }
        return false;
    }

    private void complete() {
        if (!finished) {
            finish();
            // A BodyHandler of an extension would otherwise wait for the end of the request, which is past.
            ((RoutingContextInternal) context).visitHandler(RoutingContextInternal.BODY_HANDLER).setBody(content);
            content = Buffer.buffer();
            context.next();
        }
    }

    /** Ends a body whose client has disconnected or sent a malformed chunk. In the latter case, it receives a problem. */
    private void fail() {
        reject(ProblemType.MALFORMED_BODY.with(1, 1));
    }

    private void setTimer(long seconds) {
        timer = context.vertx().setTimer(Duration.ofSeconds(seconds).toMillis(), ignored -> checkTime());
    }

    private void checkTime() {
        long seconds = age().toSeconds();
        var limit = content.length() > UNRESERVED_BYTES ? ResourceLimit.BODY_TIME : ResourceLimit.SMALL_BODY_TIME;
        if (seconds < limit.value()) {
            setTimer(limit.value() - seconds);
        } else {
            usage.countRejection(limit);
            reject(ProblemType.REQUEST_TIMEOUT.with((int) limit.value()));
        }
    }

    /** Rejects the request if its body is still incomplete. May be called from any thread. */
    @Override
    public void rejectFromAnyThread(ProblemException problem) {
        eventLoop.runOnContext(ignored -> reject(problem));
    }

    private void reject(ProblemException problem) {
        if (!finished) {
            finish();
            content = Buffer.buffer();
            releaseMemory();
            sendProblem.accept(context, problem);
        }
    }

    private void finish() {
        finished = true;
        waitingBodies.remove(this);
        if (timer != NO_TIMER) {
            context.vertx().cancelTimer(timer);
        }
    }

    /** Discards the complete body when it is no longer needed. May be called from any thread, and repeatedly. */
    void release() {
        ((RoutingContextInternal) context).setBody(Buffer.buffer());
        releaseMemory();
    }

    /** Releases the reserved memory. May be called from any thread, before the rejection discards the content. */
    @Override
    public void releaseMemory() {
        usage.release(ResourceLimit.BODY_BYTES, reservedBytes.getAndSet(0));
    }

    @Override
    public long reservedBytes() {
        return reservedBytes.get();
    }

    @Override
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    @Override
    public ClientNetwork network() {
        return network;
    }
}
