package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceUsage;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Adds a {@link ConnectionGuard} to every connection that the server accepts.
 *
 * <p>A handler in the pipeline of the listening channel sees each accepted channel before it is registered. The few connections that
 * are accepted while the server starts have no guard.
 */
@Singleton
class ConnectionGuards {
    private static final String HANDLER_NAME = "connectionGuards";

    /**
     * Reads up to 16 KiB of a connection in each turn of its event loop.
     *
     * <p>By default, Netty reads up to a mebibyte. While many clients upload, requests of other clients would then wait for seconds.
     */
    private static final RecvByteBufAllocator SMALL_READS =
            new AdaptiveRecvByteBufAllocator(64, 2048, 16 * 1024).maxMessagesPerRead(1);

    private final ConnectionGuard.SharedLimits limits;

    ConnectionGuards(OpenConnections connections, HeldResponses heldResponses, ResourceUsage usage, MalformedRequests malformedRequests,
            ConnectionErrors errors) {
        this.limits = new ConnectionGuard.SharedLimits(connections, heldResponses, usage, malformedRequests, errors);
    }

    void install(@ObservesAsync HttpServerStart start, Vertx vertx) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            executor.execute(() -> ((SingleThreadEventLoop) executor).registeredChannelsIterator()
                    .forEachRemaining(it -> install(it, start.options())));
        }
    }

    private void install(Channel channel, HttpServerOptions options) {
        if (channel instanceof ServerSocketChannel && channel.pipeline().get(HANDLER_NAME) == null) {
            channel.pipeline().addFirst(HANDLER_NAME, new AcceptHandler(options));
        }
    }

    private final class AcceptHandler extends ChannelInboundHandlerAdapter {
        private final HttpServerOptions options;

        private AcceptHandler(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            var channel = (Channel) accepted;
            channel.config().setRecvByteBufAllocator(SMALL_READS);
            channel.pipeline().addFirst(new ConnectionGuard(limits, options));
            context.fireChannelRead(accepted);
        }
    }
}
