package dev.parlance.rest.http;

import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.release.ContentEncoding;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An answer whose bytes and headers are made once and sent many times, in the encoding the caller likes best. */
public final class FixedAnswer {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final Form identity;
    private final Map<ContentEncoding, Form> encoded = new EnumMap<>(ContentEncoding.class);

    /**
     * @param tag       without its quotes
     * @param unchanged the head of a 304
     */
    private record Form(String tag, List<HeaderLine> head, List<HeaderLine> unchanged, byte[] bytes, Buffer buffer) {
    }

    /** @param headers besides those that the bytes themselves ask for */
    public FixedAnswer(EncodedBundle delivered, String mediaType, Map<String, String> headers) {
        this.identity = form(delivered.digest().hex(), delivered.identity(), null, mediaType, headers);
        delivered.encodings().forEach((encoding, bytes) -> encoded.put(encoding,
                form(delivered.digest().hex() + "-" + encoding.token(), bytes, encoding, mediaType, headers)));
    }

    private static Form form(String tag, byte[] bytes, @Nullable ContentEncoding encoding, String mediaType, Map<String, String> headers) {
        var unchanged = new ArrayList<HeaderLine>();
        headers.forEach((name, value) -> unchanged.add(HeaderLine.of(name, value)));
        unchanged.add(HeaderLine.of("ETag", "\"" + tag + "\""));
        unchanged.add(HeaderLine.of("Vary", "Accept-Encoding"));
        var head = new ArrayList<>(unchanged);
        head.add(HeaderLine.of("Content-Type", mediaType));
        if (encoding != null) {
            head.add(HeaderLine.of("Content-Encoding", encoding.token()));
        }
        return new Form(tag, List.copyOf(head), List.copyOf(unchanged), bytes, Buffer.buffer(bytes));
    }

    /**
     * On the event loop, past Jakarta REST.
     *
     * @return the status
     */
    public int send(HttpServerResponse response, @Nullable String acceptEncoding, @Nullable String ifNoneMatch, Optional<Duration> stale) {
        var form = form(acceptEncoding);
        boolean known = EntityTags.match(ifNoneMatch, form.tag());
        var headers = response.headers();
        HeaderLine.write(known ? form.unchanged() : form.head(), headers);
        stale.ifPresent(it -> headers.add(Caching.STALE, Long.toString(it.toSeconds())));
        if (known) {
            response.setStatusCode(NOT_MODIFIED).end();
            return NOT_MODIFIED;
        }
        response.end(form.buffer());
        return OK;
    }

    /** Through Jakarta REST. */
    public RestResponse<byte[]> toResponse(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        var form = form(acceptEncoding);
        boolean known = EntityTags.match(ifNoneMatch, form.tag());
        var builder = RestResponse.ResponseBuilder.<byte[]>create(known ? NOT_MODIFIED : OK);
        (known ? form.unchanged() : form.head()).forEach(line -> builder.header(line.name().toString(), line.value().toString()));
        return known ? builder.build() : builder.entity(form.bytes()).build();
    }

    private Form form(@Nullable String acceptEncoding) {
        return AcceptEncoding.best(acceptEncoding, encoded.keySet()).map(encoded::get).orElse(identity);
    }
}
