package dev.parlance.rest.http;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.problem.InternalErrors;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request body that a resource receives into a temporary file. All methods run on the event loop of the connection, except those
 * documented otherwise.
 *
 * <p>The body stays with the client until {@link #receive}, which runs after the caller is authorized: otherwise, callers without
 * permission could fill the disk and displace the uploads of others. The client is read no faster than the disk writes, so a body takes
 * no more memory than one buffer.
 */
public final class UploadedFile implements WaitingBodies.Body {
    private static final String CONTEXT_KEY = UploadedFile.class.getName();
    private static final long NO_TIMER = -1;

    private final RoutingContext context;
    private final ResourceUsage usage;
    private final WaitingBodies waitingBodies;
    private final UploadFolder folder;
    private final Context eventLoop = Vertx.currentContext();
    private final ClientNetwork network;
    private final boolean expectsContinue;
    private final long startNanos = System.nanoTime();
    private @Nullable UniEmitter<? super UploadedFile> emitter;
    private @Nullable String path;
    private @Nullable AsyncFile file;
    private long size;
    private boolean finished;
    private boolean kept;
    private long timer = NO_TIMER;

    private UploadedFile(RoutingContext context, ResourceUsage usage, WaitingBodies waitingBodies, UploadFolder folder,
            boolean expectsContinue) {
        this.context = context;
        this.usage = usage;
        this.waitingBodies = waitingBodies;
        this.folder = folder;
        this.expectsContinue = expectsContinue;
        this.network = ClientNetwork.of(context.request().remoteAddress().hostAddress());
    }

    /**
     * Makes the body of a request available to its resource, and closes the connection if the resource responds without receiving it.
     *
     * @param expectsContinue whether the client sends the body only when it is told to
     */
    static void prepare(RoutingContext context, ResourceUsage usage, WaitingBodies waitingBodies, UploadFolder folder,
            boolean expectsContinue) {
        context.request().pause();
        context.put(CONTEXT_KEY, new UploadedFile(context, usage, waitingBodies, folder, expectsContinue));
        context.addHeadersEndHandler(ignored -> {
            if (!context.request().isEnded()) {
                LingeringClose.afterResponse(context);
            }
        });
    }

    /** Returns the file of a request; empty if it has no body. */
    public static Optional<UploadedFile> find(RoutingContext context) {
        return Optional.ofNullable(context.get(CONTEXT_KEY));
    }

    /**
     * Receives the body. May be called from any thread, once.
     *
     * @return this file when it is complete, on the event loop; fails with {@code BUSY}, {@code BODY_TOO_LARGE}, {@code REQUEST_TIMEOUT} or
     *         {@code MALFORMED_BODY}
     */
    public Uni<UploadedFile> receive() {
        return Uni.createFrom().emitter(it -> eventLoop.runOnContext(ignored -> start(it)));
    }

    private void start(UniEmitter<? super UploadedFile> receiver) {
        emitter = receiver;
        if (context.response().closed()) {
            finished = true;
            receiver.fail(ProblemType.MALFORMED_BODY.with(1, 1));
            return;
        } else if (!usage.tryAcquire(ResourceLimit.IMPORT_UPLOADS, 1)) {
            finished = true;
            receiver.fail(ProblemType.BUSY.with());
            return;
        }
        context.request().exceptionHandler(ignored -> reject(ProblemType.MALFORMED_BODY.with(1, 1)));
        context.addEndHandler(ignored -> release());
        waitingBodies.add(this);
        timer = context.vertx().setTimer(Duration.ofSeconds(ResourceLimit.IMPORT_UPLOAD_TIME.value()).toMillis(), ignored -> {
            usage.countRejection(ResourceLimit.IMPORT_UPLOAD_TIME);
            reject(ProblemType.REQUEST_TIMEOUT.with((int) ResourceLimit.IMPORT_UPLOAD_TIME.value()));
        });
        if (expectsContinue) {
            context.response().writeContinue();
        }
        var files = context.vertx().fileSystem();
        files.createTempFile(folder.path().toString(), "import", ".upload", "rw-------")
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
            // The client disconnected before the file existed.
            close();
            delete();
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
            opened.close().onSuccess(ignored -> receiver().complete(this)).onFailure(receiver()::fail);
        }
    }

    @Override
    public void rejectFromAnyThread(ProblemException problem) {
        eventLoop.runOnContext(ignored -> reject(problem));
    }

    private void reject(ProblemException problem) {
        if (!finished) {
            finish();
            close();
            receiver().fail(problem);
        }
    }

    private UniEmitter<? super UploadedFile> receiver() {
        return Optional.<UniEmitter<? super UploadedFile>>ofNullable(emitter).orElseThrow();
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
        reject(ProblemType.MALFORMED_BODY.with(1, 1));
        if (path != null && !kept) {
            delete();
        }
    }

    private void delete() {
        context.vertx().fileSystem().delete(path);
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
