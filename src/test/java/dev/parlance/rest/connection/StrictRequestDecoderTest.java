package dev.parlance.rest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRequestDecoderTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final EmbeddedChannel channel = new EmbeddedChannel(new StrictRequestDecoder(new HttpServerOptions()));
    private final List<String> decoded = new ArrayList<>();

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        for (HttpObject it = channel.readInbound(); it != null; it = channel.readInbound()) {
            if (it.decoderResult().isFailure()) {
                decoded.add("invalid");
            } else if (it instanceof HttpRequest request) {
                decoded.add(request.method().name());
            }
            ReferenceCountUtil.release(it);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n\tc\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n \r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n",
            "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
            "\r\nGET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n",
    })
    void rejectsIndentedHeaderLinesAndLaterRequests(String request) {
        receive(request + GET);

        assertThat(decoded).containsExactly("invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void rejectsIndentedLinesInFragments(int size) {
        var request = GET + CHUNKED + "3\r\n\n a\r\n0\r\n\r\n" + "GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n";
        for (int i = 0; i < request.length(); i += size) {
            receive(request.substring(i, Math.min(request.length(), i + size)));
        }

        assertThat(decoded).containsExactly("GET", "POST", "invalid");
    }

    @Test
    void acceptsWhitespaceInsideLinesAndBodies() {
        receive("\r\nGET / HTTP/1.1\r\nHost: x\r\nX-A:\t b c \r\nX-B:\r\n\r\n"
                + "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n\n a\r\n " + GET);

        assertThat(decoded).containsExactly("GET", "POST", "GET");
    }

    @Test
    void rejectsChunksWithLargeExtensions() {
        receive(CHUNKED);
        for (int i = 0; i < 5; i++) {
            receive("1;x=" + "y".repeat(4000) + "\r\na\r\n");
        }
        receive("0\r\n\r\n" + GET);

        assertThat(decoded).containsExactly("POST", "invalid");
    }

    @Test
    void acceptsSmallChunksAndExtensions() {
        receive(CHUNKED + "1\r\na\r\n".repeat(20_000) + "4;x=y\r\nabcd\r\n0\r\n\r\n" + GET);

        assertThat(decoded).containsExactly("POST", "GET");
    }
}
