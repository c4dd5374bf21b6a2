package dev.parlance.rest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestSequenceTest {
    private final ResourceUsage usage = new ResourceUsage();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ConnectionState state = new ConnectionState(channel);

    RequestSequenceTest() {
        channel.pipeline().addLast(new RequestSequence(state, () -> { }, usage, RequestSequenceTest::malformed, () -> { }));
    }

    private static FullHttpResponse malformed(Optional<String> acceptLanguage) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
        acceptLanguage.ifPresent(it -> response.headers().set("Content-Language", it));
        return response;
    }

    private static HttpRequest request(String uri) {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
        request.headers().set("Host", "localhost");
        return request;
    }

    private void receive(String uri) {
        channel.writeInbound(request(uri), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void respond() {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        channel.runPendingTasks();
    }

    private List<String> dispatched() {
        var uris = new ArrayList<String>();
        for (HttpObject it = channel.readInbound(); it != null; it = channel.readInbound()) {
            if (it instanceof HttpRequest request) {
                uris.add(request.uri());
            }
        }
        return uris;
    }

    @Test
    void dispatchesARequestOnlyAfterThePreviousResponse() {
        receive("/1");
        receive("/2");
        receive("/3");
        assertThat(dispatched()).containsExactly("/1");

        respond();
        assertThat(dispatched()).containsExactly("/2");

        respond();
        assertThat(dispatched()).containsExactly("/3");
    }

    @Test
    void stopsReadingWhileRequestsWait() {
        receive("/1");
        assertThat(channel.config().isAutoRead()).isTrue();
        receive("/2");
        assertThat(channel.config().isAutoRead()).isFalse();

        respond();

        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void leavesReadingOffIfTheNextBodyIsPaused() {
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof DefaultHttpContent) {
                    channel.config().setAutoRead(false);
                }
            }
        });
        receive("/1");
        channel.writeInbound(request("/2"), new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1])));

        respond();

        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void doesNotResumeReadingForVertxWhileRequestsWait() {
        receive("/1");
        receive("/2");

        channel.config().setAutoRead(true);

        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void keepsRequestOpenAfterInterimResponse() {
        receive("/1");
        receive("/2");
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        channel.runPendingTasks();

        assertThat(dispatched()).containsExactly("/1");
    }

    @Test
    void closesConnectionsWithTooManyWaitingRequests() {
        for (int i = 0; i <= ResourceLimit.PIPELINED_REQUESTS.value(); i++) {
            receive("/" + i);
        }
        assertThat(channel.isOpen()).isTrue();

        receive("/more");

        assertThat(channel.isOpen()).isFalse();
        assertThat(usage.rejections(ResourceLimit.PIPELINED_REQUESTS)).isEqualTo(1);
    }

    @Test
    void releasesWaitingBodiesWhenTheConnectionCloses() {
        var body = Unpooled.wrappedBuffer(new byte[10]);
        receive("/1");
        channel.writeInbound(request("/2"), new DefaultHttpContent(body));

        channel.close();

        assertThat(body.refCnt()).isZero();
    }

    @Test
    void rejectsMalformedChunksAndCloses() {
        var request = request("/1");
        request.headers().set("Accept-Language", "ar");
        channel.writeInbound(request);
        var chunk = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
        chunk.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("chunk")));

        channel.writeInbound(chunk);

        FullHttpResponse response = channel.readOutbound();
        assertThat(response.status()).isEqualTo(HttpResponseStatus.BAD_REQUEST);
        assertThat(response.headers().get("Content-Language")).isEqualTo("ar");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void marksOtherTransferCodingsAsMalformed() {
        var request = request("/1");
        request.headers().set("Transfer-Encoding", "gzip, chunked");

        channel.writeInbound(request);

        assertThat(request.decoderResult().isFailure()).isTrue();
    }

    @Test
    void marksRequestsWithoutHostAsMalformed() {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/1");

        channel.writeInbound(request);

        assertThat(request.decoderResult().isFailure()).isTrue();
    }

    @Test
    void marksRequestsWithTwoHostsAsMalformed() {
        var request = request("/1");
        request.headers().add("Host", "localhost");

        channel.writeInbound(request);

        assertThat(request.decoderResult().isFailure()).isTrue();
    }

    @Test
    void dispatchesNothingAfterAMalformedRequest() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/1"), LastHttpContent.EMPTY_LAST_CONTENT);
        respond();
        receive("/2");

        assertThat(dispatched()).containsExactly("/1");
    }

    @Test
    void acceptsRequestsWithOneHost() {
        var request = request("/1");

        channel.writeInbound(request);

        assertThat(request.decoderResult().isSuccess()).isTrue();
    }

    @Test
    void marksRequestsWithManyHeaderLinesAsTooLarge() {
        var request = request("/1");
        for (int i = 0; i < ResourceLimit.HEADER_LINES.value(); i++) {
            request.headers().add("a", "");
        }

        channel.writeInbound(request);

        assertThat(request.decoderResult().cause()).isInstanceOf(TooLongHttpHeaderException.class);
        assertThat(request.headers().names()).containsExactly("accept-language");
    }

    @Test
    void dispatchesFurtherRequestsAfterAFailure() {
        var starts = new AtomicInteger();
        channel.pipeline().removeFirst();
        channel.pipeline().addLast(new RequestSequence(state, () -> { }, usage, RequestSequenceTest::malformed, () -> {
            if (starts.incrementAndGet() == 2) {
                throw new IllegalStateException("the second request fails");
            }
        }));
        receive("/1");
        receive("/2");
        receive("/3");

        assertThatThrownBy(() -> {
            respond();
            channel.checkException();
        }).hasMessage("the second request fails");
        respond();

        assertThat(dispatched()).containsExactly("/1", "/3");
    }

    @Test
    void holdsWaitingRequestsWithinAMemoryLimit() {
        receive("/1");
        receive("/2");
        assertThat(usage.used(ResourceLimit.HELD_REQUESTS)).isPositive();

        respond();
        respond();

        assertThat(usage.used(ResourceLimit.HELD_REQUESTS)).isZero();
    }

    @Test
    void closesTheConnectionIfTheMemoryForRequestsIsUsedUp() {
        usage.acquire(ResourceLimit.HELD_REQUESTS, ResourceLimit.HELD_REQUESTS.value());
        receive("/1");
        assertThat(channel.isOpen()).isTrue();

        receive("/2");

        assertThat(channel.isOpen()).isFalse();
        assertThat(usage.used(ResourceLimit.HELD_REQUESTS)).isEqualTo(ResourceLimit.HELD_REQUESTS.value());
    }
}
