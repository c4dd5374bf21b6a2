package dev.parlance.rest;

import dev.parlance.publishing.Delivered;
import dev.parlance.publishing.Encoding;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An answer whose bytes and headers are made once and sent many times, in the encoding the caller likes best. */
final class FixedAnswer {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<String> OF_THE_BODY = Set.of("Content-Type", "Content-Encoding");

    /** What the gate says of every public answer. */
    private static final Map<CharSequence, CharSequence> OF_THE_GATE = Map.of(
            HttpHeaders.createOptimized("X-Content-Type-Options"), HttpHeaders.createOptimized("nosniff"),
            HttpHeaders.createOptimized("Access-Control-Allow-Origin"), HttpHeaders.createOptimized("*"),
            HttpHeaders.createOptimized("Access-Control-Expose-Headers"), HttpHeaders.createOptimized(PublicOrigins.EXPOSED));

    private final Form identity;
    private final Map<Encoding, Form> encoded = new EnumMap<>(Encoding.class);

    /** @param tag without its quotes */
    private record Form(String tag, Map<CharSequence, CharSequence> headers, byte[] bytes, Buffer buffer) {
    }

    /** @param headers besides those that the bytes themselves ask for */
    FixedAnswer(Delivered delivered, String mediaType, Map<String, String> headers) {
        this.identity = form(delivered.digest().hex(), delivered.identity(), null, mediaType, headers);
        delivered.encodings().forEach((encoding, bytes) -> encoded.put(encoding,
                form(delivered.digest().hex() + "-" + encoding.token(), bytes, encoding, mediaType, headers)));
    }

    private static Form form(String tag, byte[] bytes, @Nullable Encoding encoding, String mediaType, Map<String, String> headers) {
        var all = new LinkedHashMap<CharSequence, CharSequence>();
        headers.forEach((name, value) -> put(all, name, value));
        put(all, "Content-Type", mediaType);
        put(all, "ETag", "\"" + tag + "\"");
        put(all, "Vary", "Accept-Encoding");
        if (encoding != null) {
            put(all, "Content-Encoding", encoding.token());
        }
        return new Form(tag, all, bytes, Buffer.buffer(bytes));
    }

    private static void put(Map<CharSequence, CharSequence> headers, String name, String value) {
        headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    /** On the event loop, past Jakarta REST. */
    void send(HttpServerResponse response, @Nullable String acceptEncoding, @Nullable String ifNoneMatch, Optional<Duration> stale) {
        var form = form(acceptEncoding);
        var headers = response.headers();
        form.headers().forEach(headers::add);
        OF_THE_GATE.forEach(headers::add);
        stale.ifPresent(it -> headers.add(Caching.STALE, Long.toString(it.toSeconds())));
        if (EntityTags.match(ifNoneMatch, form.tag())) {
            headers.remove(HttpHeaders.CONTENT_TYPE).remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(form.buffer());
        }
    }

    /** Through Jakarta REST. */
    RestResponse<byte[]> toResponse(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        var form = form(acceptEncoding);
        boolean known = EntityTags.match(ifNoneMatch, form.tag());
        var builder = RestResponse.ResponseBuilder.<byte[]>create(known ? NOT_MODIFIED : OK);
        form.headers().forEach((name, value) -> {
            if (!known || !OF_THE_BODY.contains(name.toString())) {
                builder.header(name.toString(), value.toString());
            }
        });
        return known ? builder.build() : builder.entity(form.bytes()).build();
    }

    private Form form(@Nullable String acceptEncoding) {
        return AcceptEncoding.best(acceptEncoding, encoded.keySet()).map(encoded::get).orElse(identity);
    }
}
