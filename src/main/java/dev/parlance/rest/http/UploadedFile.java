package dev.parlance.rest.http;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.problem.InternalErrors;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is received into a temporary file. All methods run on the event loop of the connection, except those documented
 * otherwise.
 *
 * <p>The client is read no faster than the disk writes, so a body takes no more memory than one buffer.
 */
public final class UploadedFile implements WaitingBodies.Body {
    private static final String CONTEXT_KEY = UploadedFile.class.getName();
    private static final long NO_TIMER = -1;

    private final RoutingContext context;
    private final ResourceUsage usage;
    private final WaitingBodies waitingBodies;
    private final BiConsumer<RoutingContext, ProblemException> sendProblem;
    private final Context eventLoop = Vertx.currentContext();
    private final ClientNetwork network;
    private final long startNanos = System.nanoTime();
    private @Nullable String path;
    private @Nullable AsyncFile file;
    private long size;
    private boolean finished;
    private boolean kept;
    private long timer = NO_TIMER;

    UploadedFile(RoutingContext context, ResourceUsage usage, WaitingBodies waitingBodies,
            BiConsumer<RoutingContext, ProblemException> sendProblem) {
        this.context = context;
        this.usage = usage;
        this.waitingBodies = waitingBodies;
        this.sendProblem = sendProblem;
        this.network = ClientNetwork.of(context.request().remoteAddress().hostAddress());
    }

    /** Returns the file of a request; empty if it has no body. */
    public static Optional<UploadedFile> find(RoutingContext context) {
        return Optional.ofNullable(context.get(CONTEXT_KEY));
    }

    /** Starts receiving. The next handler of the route runs when the file is complete. */
    void receive() {
        if (!usage.tryAcquire(ResourceLimit.IMPORT_UPLOADS, 1)) {
            finished = true;
            sendProblem.accept(context, ProblemType.BUSY.with());
            return;
        }
        var request = context.request();
        request.pause();
        request.exceptionHandler(ignored -> reject(ProblemType.MALFORMED_BODY.with(1, 1)));
        context.put(CONTEXT_KEY, this);
        context.addEndHandler(ignored -> release());
        waitingBodies.add(this);
        timer = context.vertx().setTimer(Duration.ofSeconds(ResourceLimit.IMPORT_UPLOAD_TIME.value()).toMillis(), ignored -> {
            usage.countRejection(ResourceLimit.IMPORT_UPLOAD_TIME);
            reject(ProblemType.REQUEST_TIMEOUT.with((int) ResourceLimit.IMPORT_UPLOAD_TIME.value()));
        });
        var files = context.vertx().fileSystem();
        files.createTempFile("parlance-import", ".upload")
                .compose(created -> {
                    path = created;
                    return files.open(created, new OpenOptions().setRead(false));
                })
                .onSuccess(this::write)
                .onFailure(failure -> reject(InternalErrors.report(failure)));
    }

    private void write(AsyncFile opened) {
        file = opened;
        if (finished) {
            close();
            return;
        }
        opened.exceptionHandler(failure -> reject(InternalErrors.report(failure)));
        var request = context.request();
        request.handler(chunk -> append(opened, chunk));
        request.endHandler(ignored -> complete(opened));
        request.resume();
    }

    private void append(AsyncFile opened, Buffer chunk) {
        if (finished) {
            return;
        }
        size += chunk.length();
        if (size > ResourceLimit.IMPORT_UPLOAD.value()) {
            usage.countRejection(ResourceLimit.IMPORT_UPLOAD);
            reject(ProblemType.BODY_TOO_LARGE.with((int) ResourceLimit.IMPORT_UPLOAD.value()));
            return;
        }
        opened.write(chunk);
        if (opened.writeQueueFull()) {
            context.request().pause();
            opened.drainHandler(ignored -> context.request().resume());
        }
    }

    private void complete(AsyncFile opened) {
        if (!finished) {
            finish();
            opened.close().onSuccess(ignored -> context.next()).onFailure(context::fail);
        }
    }

    @Override
    public void rejectFromAnyThread(ProblemException problem) {
        eventLoop.runOnContext(ignored -> reject(problem));
    }

    private void reject(ProblemException problem) {
        if (!finished) {
            finish();
            context.request().resume();
            close();
            sendProblem.accept(context, problem);
        }
    }

    private void finish() {
        finished = true;
        waitingBodies.remove(this);
        if (timer != NO_TIMER) {
            context.vertx().cancelTimer(timer);
        }
        usage.release(ResourceLimit.IMPORT_UPLOADS, 1);
    }

    private void close() {
        if (file != null) {
            file.close();
        }
    }

    /** Ends a body whose client has disconnected, and deletes the file unless it is kept. */
    private void release() {
        if (!finished) {
            finish();
            close();
        }
        if (path != null && !kept) {
            context.vertx().fileSystem().delete(path);
        }
    }

    /** Returns the file, which the caller deletes. */
    public Path keep() {
        kept = true;
        return Path.of(Optional.ofNullable(path).orElseThrow());
    }

    /** Returns the number of bytes. May be called from any thread once the file is complete. */
    public long size() {
        return size;
    }

    @Override
    public ClientNetwork network() {
        return network;
    }

    @Override
    public long reservedBytes() {
        return 0;
    }

    @Override
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    @Override
    public void releaseMemory() {
        // The body is on disk.
    }
}
