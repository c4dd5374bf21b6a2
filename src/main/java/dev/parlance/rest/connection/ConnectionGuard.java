package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.VertxHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of a connection. Limits the time and memory that incomplete request headers take.
 *
 * <p>Requests that arrive in one read cost almost nothing here: the deadline is scheduled only if headers are incomplete after a read.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
    private static final String DECODER = "httpDecoder";
    private static final String DISPATCHER = "handler";
    private static final String TLS_HANDSHAKE = "handshaker";

    private final SharedLimits limits;
    private final HttpServerOptions options;
    private final ResourceUsage usage;

    private @Nullable ConnectionState state;
    private @Nullable RequestSequence requests;
    private @Nullable Future<?> deadline;
    private long headerBytes;
    private long reservedBytes;

    /** The objects that the guards of all connections share. */
    record SharedLimits(OpenConnections connections, HeldResponses heldResponses, ResourceUsage usage, MalformedRequests malformedRequests,
            ConnectionErrors errors) {
    }

    ConnectionGuard(SharedLimits limits, HttpServerOptions options) {
        this.limits = limits;
        this.options = options;
        this.usage = limits.usage();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var opened = new ConnectionState(context.channel());
        if (!limits.connections().add(opened)) {
            context.close();
            return;
        }
        state = opened;
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        endHeaders();
        if (state != null) {
            limits.connections().remove(state);
        }
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (requests == null && state != null && !installHandlers(context.pipeline(), state)) {
            awaitHandshake(context.pipeline());
        }
        if (state != null && state.isReceivingHeaders()) {
            headerBytes += ((ByteBuf) bytes).readableBytes();
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (requests == null && state != null && installHandlers(context.pipeline(), state)) {
            // The bytes so far were a request that Vert.x dispatched while it could still be upgraded to HTTP/2.
            endHeaders();
        }
        if (headerBytes > reservedBytes && state != null && state.isReceivingHeaders()) {
            limitHeaders(context);
        }
        context.fireChannelReadComplete();
    }

    private void limitHeaders(ChannelHandlerContext context) {
        long bytes = headerBytes - reservedBytes;
        if (!usage.tryAcquire(ResourceLimit.HEADER_BYTES, bytes)) {
            context.close();
            return;
        }
        reservedBytes = headerBytes;
        if (deadline == null) {
            deadline = context.executor().schedule(() -> {
                usage.countRejection(ResourceLimit.HEADER_TIME);
                context.close();
            }, ResourceLimit.HEADER_TIME.value(), TimeUnit.SECONDS);
        }
    }

    /** Cancels the deadline and releases the memory when headers are complete or the connection closes. */
    private void endHeaders() {
        headerBytes = 0;
        if (reservedBytes > 0) {
            usage.release(ResourceLimit.HEADER_BYTES, reservedBytes);
            reservedBytes = 0;
        }
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void awaitHandshake(ChannelPipeline pipeline) {
        if (pipeline.get(TLS_HANDSHAKE) != null && pipeline.get(HandshakeListener.class) == null) {
            pipeline.addBefore(TLS_HANDSHAKE, null, new HandshakeListener());
        }
    }

    /** Adds the other handlers after a TLS handshake, when Vert.x adds its HTTP handlers, and before the first request. */
    private final class HandshakeListener extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (requests == null && state != null && event instanceof SslHandshakeCompletionEvent) {
                installHandlers(context.pipeline(), state);
                endHeaders();
            }
        }
    }

    /** Adds the other handlers before the first request. */
    private boolean installHandlers(ChannelPipeline pipeline, ConnectionState connection) {
        if (pipeline.get(DECODER) != null && pipeline.get(DISPATCHER) instanceof VertxHandler<?> dispatcher
                && dispatcher.getConnection() instanceof Http1xServerConnection server) {
            server.invalidRequestHandler(limits.malformedRequests()::reject);
            server.exceptionHandler(limits.errors()::count);
            requests = new RequestSequence(connection, server::doResume, usage,
                    limits.malformedRequests()::createResponse, this::endHeaders);
            pipeline.replace(DECODER, DECODER, new StrictRequestDecoder(options));
            pipeline.addBefore(DECODER, "pacedWrites", new PacedWrites(usage, limits.heldResponses(), connection.network()));
            pipeline.addBefore(DISPATCHER, "requestSequence", requests);
            return true;
        }
        return false;
    }
}
