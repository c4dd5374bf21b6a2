package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceUsage;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
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

    private final ConnectionGuard.SharedLimits limits;

    ConnectionGuards(OpenConnections connections, HeldResponses heldResponses, ResourceUsage usage, MalformedRequests malformedRequests,
            ConnectionErrors errors) {
        this.limits = new ConnectionGuard.SharedLimits(connections, heldResponses, usage, malformedRequests, errors);
    }

    void install(@ObservesAsync HttpServerStart start, Vertx vertx) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            executor.execute(() -> ((SingleThreadEventLoop) executor).registeredChannelsIterator().forEachRemaining(this::install));
        }
    }

    private void install(Channel channel) {
        if (channel instanceof ServerSocketChannel && channel.pipeline().get(HANDLER_NAME) == null) {
            channel.pipeline().addFirst(HANDLER_NAME, new AcceptHandler());
        }
    }

    private final class AcceptHandler extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted).pipeline().addFirst(new ConnectionGuard(limits));
            context.fireChannelRead(accepted);
        }
    }
}
