package dev.parlance.rest.http;

import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.EncodedBundle;
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

/** A response that is created once and sent many times, in the content coding that the client prefers. */
public final class PrecomputedResponse {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final EncodedVariant identity;
    private final Map<ContentEncoding, EncodedVariant> encoded = new EnumMap<>(ContentEncoding.class);

    /**
     * The response in one content coding.
     *
     * @param tag                the ETag without its quotes
     * @param notModifiedHeaders the headers of a 304
     */
    private record EncodedVariant(String tag, List<ResponseHeader> headers, List<ResponseHeader> notModifiedHeaders, byte[] bytes,
            Buffer buffer) {
    }

    /**
     * Creates the response in all codings of the bundle.
     *
     * @param headers headers in addition to ETag, Vary, Content-Type and Content-Encoding
     */
    public PrecomputedResponse(EncodedBundle bundle, String mediaType, Map<String, String> headers) {
        this.identity = variant(bundle.digest().hex(), bundle.identity(), null, mediaType, headers);
        bundle.encodings().forEach((encoding, bytes) -> encoded.put(encoding,
                variant(bundle.digest().hex() + "-" + encoding.token(), bytes, encoding, mediaType, headers)));
    }

    private static EncodedVariant variant(String tag, byte[] bytes, @Nullable ContentEncoding encoding, String mediaType,
            Map<String, String> headers) {
        var notModifiedHeaders = new ArrayList<ResponseHeader>();
        headers.forEach((name, value) -> notModifiedHeaders.add(ResponseHeader.of(name, value)));
        notModifiedHeaders.add(ResponseHeader.of("ETag", "\"" + tag + "\""));
        notModifiedHeaders.add(ResponseHeader.of("Vary", "Accept-Encoding"));
        var allHeaders = new ArrayList<>(notModifiedHeaders);
        allHeaders.add(ResponseHeader.of("Content-Type", mediaType));
        if (encoding != null) {
            allHeaders.add(ResponseHeader.of("Content-Encoding", encoding.token()));
        }
        return new EncodedVariant(tag, List.copyOf(allHeaders), List.copyOf(notModifiedHeaders), bytes, Buffer.buffer(bytes));
    }

    /**
     * Sends the response from the event loop, without Jakarta REST.
     *
     * @return the HTTP status: 200 or 304
     */
    public int send(HttpServerResponse response, @Nullable String acceptEncoding, @Nullable String ifNoneMatch,
            Optional<Duration> staleness) {
        var variant = variant(acceptEncoding);
        boolean matches = EntityTags.matches(ifNoneMatch, variant.tag());
        var headers = response.headers();
        ResponseHeader.writeWithCommonHeaders(matches ? variant.notModifiedHeaders() : variant.headers(), headers);
        staleness.ifPresent(it -> headers.add(CacheHeaders.STALE_HEADER, Long.toString(it.toSeconds())));
        if (matches) {
            response.setStatusCode(NOT_MODIFIED).end();
            return NOT_MODIFIED;
        }
        response.end(variant.buffer());
        return OK;
    }

    /** Returns the response for Jakarta REST. */
    public RestResponse<byte[]> toResponse(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        var variant = variant(acceptEncoding);
        boolean matches = EntityTags.matches(ifNoneMatch, variant.tag());
        var builder = RestResponse.ResponseBuilder.<byte[]>create(matches ? NOT_MODIFIED : OK);
        (matches ? variant.notModifiedHeaders() : variant.headers())
                .forEach(header -> builder.header(header.name().toString(), header.value().toString()));
        return matches ? builder.build() : builder.entity(variant.bytes()).build();
    }

    private EncodedVariant variant(@Nullable String acceptEncoding) {
        return AcceptEncoding.select(acceptEncoding, encoded.keySet()).map(encoded::get).orElse(identity);
    }
}
