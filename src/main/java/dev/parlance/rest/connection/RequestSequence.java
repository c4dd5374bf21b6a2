package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Forwards pipelined requests one at a time.
 *
 * <p>The next request is forwarded when the response is complete and most of it has been sent. While requests wait, nothing is read. A
 * connection with too many waiting requests is closed: browsers do not pipeline, and no client needs more requests in flight.
 */
final class RequestSequence extends ChannelDuplexHandler {
    private static final int SMALL_HEADERS_BYTES = 8 * 1024;
    private static final int REQUEST_OVERHEAD_BYTES = 1024;
    private static final int HEADER_OVERHEAD_BYTES = 150;

    private final ConnectionState state;
    private final Runnable resumeReading;
    private final ResourceUsage usage;
    private final Function<Optional<String>, FullHttpResponse> malformedBodyResponse;
    private final Runnable onHeaders;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private int waitingRequests;
    private long heldBytes;
    private boolean forwarding;
    private boolean responseStarted;
    private boolean malformed;
    private Optional<String> acceptLanguage = Optional.empty();

    /**
     * Creates the handler of a connection.
     *
     * @param resumeReading         resumes reading in Vert.x, if it has paused for a body
     * @param malformedBodyResponse creates the response to a malformed body, given {@code Accept-Language}
     * @param onHeaders             called when the headers of a request are complete
     */
    RequestSequence(ConnectionState state, Runnable resumeReading, ResourceUsage usage,
            Function<Optional<String>, FullHttpResponse> malformedBodyResponse, Runnable onHeaders) {
        this.state = state;
        this.resumeReading = resumeReading;
        this.usage = usage;
        this.malformedBodyResponse = malformedBodyResponse;
        this.onHeaders = onHeaders;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean startsRequest = message instanceof HttpRequest;
        if (message instanceof HttpRequest request) {
            limitHeaderLines(request);
        }
        if (state.isClosing() || malformed) {
            // After the response to a malformed request, Vert.x closes the connection.
            ReferenceCountUtil.release(message);
        } else if (waiting.isEmpty() && (!startsRequest || canStart(context))) {
            forward(context, message);
        } else {
            if (!tryHold(message)) {
                ReferenceCountUtil.release(message);
                return;
            }
            waiting.add(message);
            context.channel().config().setAutoRead(false);
            if (startsRequest && ++waitingRequests > ResourceLimit.PIPELINED_REQUESTS.value()) {
                usage.countRejection(ResourceLimit.PIPELINED_REQUESTS);
                state.close();
            }
        }
    }

    private boolean canStart(ChannelHandlerContext context) {
        return !state.isServing() && context.channel().isWritable();
    }

    private void forward(ChannelHandlerContext context, Object message) {
        state.setReceivingRequest(!(message instanceof LastHttpContent));
        if (message instanceof HttpRequest request) {
            state.startServing();
            onHeaders.run();
            if (!forwarding && sizeOf(request) > SMALL_HEADERS_BYTES && !tryHold(request)) {
                return;
            }
            responseStarted = false;
            acceptLanguage = Optional.ofNullable(request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE));
            if (request.decoderResult().isSuccess() && !(hasOneHost(request) && hasKnownCoding(request))) {
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("ambiguous host or transfer coding")));
            }
            malformed = request.decoderResult().isFailure();
        } else if (((HttpObject) message).decoderResult().isFailure()) {
            rejectBody(context, message);
            return;
        }
        context.fireChannelRead(message);
    }

    /** Answers a malformed chunk. Vert.x would close the connection without a response. */
    private void rejectBody(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        if (!state.isClosing() && !responseStarted) {
            context.write(malformedBodyResponse.apply(acceptLanguage));
        }
        context.flush();
        state.close();
    }

    /** Rejects headers of many lines, which take far more memory than bytes on the network. */
    private void limitHeaderLines(HttpRequest request) {
        if (countLines(request) > ResourceLimit.HEADER_LINES.value()) {
            usage.countRejection(ResourceLimit.HEADER_LINES);
            var language = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE, "");
            request.headers().clear().set(HttpHeaderNames.ACCEPT_LANGUAGE, language);
            request.setDecoderResult(DecoderResult.failure(new TooLongHttpHeaderException("too many header lines")));
        }
    }

    /** Counts lines, because the size of the headers of Vert.x is the number of their names. */
    private static int countLines(HttpRequest request) {
        int lines = 0;
        for (var it = request.headers().iteratorCharSequence(); it.hasNext(); it.next()) {
            lines++;
        }
        return lines;
    }

    /** Reserves the memory of a message until no request of the connection is being served. If there is none, closes the connection. */
    private boolean tryHold(Object message) {
        int size = message instanceof HttpRequest request ? sizeOf(request)
                : message instanceof ByteBufHolder content ? content.content().readableBytes() : 0;
        if (usage.tryAcquire(ResourceLimit.HELD_REQUESTS, size)) {
            heldBytes += size;
            return true;
        }
        state.close();
        return false;
    }

    private void release() {
        usage.release(ResourceLimit.HELD_REQUESTS, heldBytes);
        heldBytes = 0;
    }

    /** Returns the approximate memory of a request without its body, in bytes. */
    private static int sizeOf(HttpRequest request) {
        int size = REQUEST_OVERHEAD_BYTES + request.uri().length();
        for (var header : request.headers()) {
            size += HEADER_OVERHEAD_BYTES + header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    /** Returns whether the request has one host (RFC 9112, 3.2). Servers disagree on which of two they use. */
    private static boolean hasOneHost(HttpRequest request) {
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || hosts == 0 && !request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    /** Returns whether {@code chunked} is the only transfer coding. Servers disagree on the length of others. */
    private static boolean hasKnownCoding(HttpRequest request) {
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty() || codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0).strip());
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && HttpStatusClass.INFORMATIONAL.contains(response.status().code());
        responseStarted |= !interim;
        context.write(message, promise);
        if (message instanceof LastHttpContent && !interim) {
            state.stopServing();
            if (waiting.isEmpty()) {
                release();
            } else if (!forwarding) {
                context.executor().execute(() -> forwardWaiting(context));
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        forwardWaiting(context);
    }

    /**
     * Forwards waiting requests until one of them has no immediate response.
     *
     * <p>Vert.x also pauses reading, while a body is not consumed. Reading is resumed before the next request is forwarded; if Vert.x
     * pauses it for that request again, it stays paused. After a failure, later messages are forwarded too.
     */
    private void forwardWaiting(ChannelHandlerContext context) {
        if (forwarding || waiting.isEmpty() || malformed || !canStart(context) || state.isClosing()) {
            return;
        }
        forwarding = true;
        try {
            resumeReading.run();
            context.channel().config().setAutoRead(true);
            while (!waiting.isEmpty() && !malformed && (!(waiting.peek() instanceof HttpRequest) || canStart(context))) {
                var message = waiting.remove();
                waitingRequests -= message instanceof HttpRequest ? 1 : 0;
                forward(context, message);
            }
        } finally {
            forwarding = false;
        }
        if (!waiting.isEmpty()) {
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelReadComplete();
    }

    /** Ignores reads by Vert.x while requests wait. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (waiting.isEmpty() || forwarding) {
            context.read();
        } else {
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        release();
        context.fireChannelInactive();
    }
}
