package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Closes the connection of a request whose body is incomplete.
 *
 * <p>The rest of the body is discarded for up to a second and a mebibyte. An immediate close would reset the connection before the
 * client has read the response.
 */
final class LingeringClose {
    private static final long LINGER_MILLIS = 1000;

    private LingeringClose() {
    }

    /** Prepares the close. The caller sends the response afterwards. Runs on the event loop of the connection. */
    static void afterResponse(RoutingContext context) {
        var connection = context.request().connection();
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ((ConnectionBase) connection).channel().pipeline().addFirst(new DiscardingHandler());
        context.request().handler(null).resume();
        context.vertx().setTimer(LINGER_MILLIS, ignored -> connection.close());
    }

    /** Discards what the client sends before it is decoded, which would copy it to the heap. */
    private static final class DiscardingHandler extends ChannelInboundHandlerAdapter {
        private long discardedBytes;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            var bytes = (ByteBuf) message;
            discardedBytes += bytes.readableBytes();
            bytes.release();
            if (discardedBytes > ResourceLimit.REQUEST_BODY.value()) {
                context.close();
            }
        }
    }
}
