package dev.parlance.rest.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** A fake response that records what is written to it. */
final class FakeResponse {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private int status = 200;
    private boolean ended;
    private Buffer body = Buffer.buffer();

    HttpServerResponse asVertx() {
        return PartialFake.of(HttpServerResponse.class, Map.of(
                "headers", arguments -> headers,
                "setStatusCode", arguments -> setStatus((Integer) arguments[0]),
                "end", arguments -> end(arguments == null ? Buffer.buffer() : (Buffer) arguments[0])));
    }

    private HttpServerResponse setStatus(int status) {
        this.status = status;
        return asVertx();
    }

    private Future<Void> end(Buffer body) {
        this.ended = true;
        this.body = body;
        return Future.succeededFuture();
    }

    MultiMap headers() {
        return headers;
    }

    int status() {
        return status;
    }

    boolean isEnded() {
        return ended;
    }

    byte[] body() {
        return body.getBytes();
    }

    /** Returns whether the connection counts the body while it waits to be sent. */
    @SuppressWarnings("deprecation")
    boolean isBodyCounted() {
        return !body.getByteBuf().isReadOnly();
    }
}
