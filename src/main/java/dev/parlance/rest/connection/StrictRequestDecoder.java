package dev.parlance.rest.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * The request decoder of Vert.x, which additionally rejects two kinds of requests that Netty tolerates.
 *
 * <p>These are header lines that begin with whitespace, which other servers read as separate headers (RFC 9112, 2.2 and 5.2), and chunked
 * bodies that consist mostly of chunk extensions, which limits on the content do not bound.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    /** A body in chunks of one byte has six times the size of its content. */
    private static final int MAX_CHUNK_OVERHEAD = 8;
    private static final int FREE_CHUNK_OVERHEAD_BYTES = 16 * 1024;
    private static final int NOT_FOUND = -1;

    private boolean lineRead;
    private boolean receivingBody;
    private boolean discarding;
    private long bodyBytes;
    private long contentBytes;

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
        if (discarding) {
            bytes.skipBytes(bytes.readableBytes());
        } else if (!receivingBody && hasIndentedLine(bytes)) {
            var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            reject(bytes, request, "a header line begins with whitespace", out);
        } else {
            int before = bytes.readableBytes();
            int first = out.size();
            super.decode(context, bytes, out);
            bodyBytes += receivingBody ? before - bytes.readableBytes() : 0;
            out.subList(first, out.size()).forEach(it -> update((HttpObject) it));
            if (receivingBody && bodyBytes > FREE_CHUNK_OVERHEAD_BYTES + MAX_CHUNK_OVERHEAD * contentBytes) {
                reject(bytes, new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER), "a chunked body has large extensions", out);
            }
        }
    }

    private void reject(ByteBuf bytes, HttpObject invalid, String reason, List<Object> out) {
        discarding = true;
        bytes.skipBytes(bytes.readableBytes());
        invalid.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(reason)));
        out.add(invalid);
    }

    private void update(HttpObject decoded) {
        discarding |= decoded.decoderResult().isFailure();
        if (decoded instanceof HttpMessage) {
            receivingBody = true;
        }
        if (decoded instanceof ByteBufHolder content) {
            contentBytes += content.content().readableBytes();
        }
        if (decoded instanceof LastHttpContent) {
            receivingBody = false;
            lineRead = false;
            bodyBytes = 0;
            contentBytes = 0;
        }
    }

    /** Returns whether a line after the first one begins with whitespace. The decoder has read all complete lines before these bytes. */
    private boolean hasIndentedLine(ByteBuf bytes) {
        int line = bytes.readerIndex();
        int end = bytes.writerIndex();
        if (!lineRead) {
            // The decoder skips empty lines and whitespace before a request.
            while (line < end && isSkipped(bytes.getByte(line))) {
                line++;
            }
            line = nextLine(bytes, line, end);
            lineRead = line != NOT_FOUND;
        }
        while (line != NOT_FOUND && line < end && !isLineEnd(bytes.getByte(line))) {
            if (isBlank(bytes.getByte(line))) {
                return true;
            }
            line = nextLine(bytes, line, end);
        }
        return false;
    }

    private static int nextLine(ByteBuf bytes, int from, int end) {
        int lineFeed = bytes.indexOf(from, end, HttpConstants.LF);
        return lineFeed < 0 ? NOT_FOUND : lineFeed + 1;
    }

    private static boolean isLineEnd(byte character) {
        return character == HttpConstants.CR || character == HttpConstants.LF;
    }

    private static boolean isBlank(byte character) {
        return character == HttpConstants.SP || character == HttpConstants.HT;
    }

    private static boolean isSkipped(byte character) {
        return Character.isISOControl(character) || Character.isWhitespace(character);
    }
}
