package dev.parlance.rest.http;

import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.EncodedBundle;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A response that is created once and sent many times, in the content coding that the client prefers. */
public final class PrecomputedResponse {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final String digest;
    private final EncodedVariant identity;
    private final Map<ContentEncoding, EncodedVariant> encoded = new EnumMap<>(ContentEncoding.class);

    /** The response in one content coding. */
    private record EncodedVariant(VariantHeaders headers, byte[] bytes, Buffer buffer) {
        EncodedVariant(VariantHeaders headers, byte[] bytes) {
            // A view of the bytes that can be sent any number of times. Read-only buffers are not counted while they wait to be sent.
            this(headers, bytes, Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes).asReadOnly())));
        }

        EncodedVariant counted() {
            return new EncodedVariant(headers, bytes, Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes))));
        }
    }

    /**
     * The headers of a response in one content coding.
     *
     * @param tag         the ETag without its quotes
     * @param notModified the headers of a 304
     */
    private record VariantHeaders(String tag, List<ResponseHeader> all, List<ResponseHeader> notModified) {
    }

    /**
     * Creates the response in all codings of the bundle.
     *
     * @param headers headers in addition to ETag, Content-Type and Content-Encoding; Vary may be among them
     */
    public PrecomputedResponse(EncodedBundle bundle, String mediaType, Map<String, String> headers) {
        this.digest = bundle.digest().hex();
        this.identity = new EncodedVariant(headers(bundle.digest(), null, mediaType, headers), bundle.identity());
        bundle.encodings().forEach((encoding, bytes) -> encoded.put(encoding,
                new EncodedVariant(headers(bundle.digest(), encoding, mediaType, headers), bytes)));
    }

    private PrecomputedResponse(PrecomputedResponse other) {
        this.digest = other.digest;
        this.identity = other.identity.counted();
        other.encoded.forEach((encoding, variant) -> encoded.put(encoding, variant.counted()));
    }

    /** Returns this response with bodies that are counted while they wait to be sent, because no snapshot contains them. */
    public PrecomputedResponse withCountedBodies() {
        return new PrecomputedResponse(this);
    }

    private static VariantHeaders headers(Digest digest, @Nullable ContentEncoding encoding, String mediaType,
            Map<String, String> headers) {
        var tag = encoding == null ? digest.hex() : digest.hex() + "-" + encoding.token();
        var notModifiedHeaders = new ArrayList<ResponseHeader>();
        headers.forEach((name, value) -> notModifiedHeaders.add(ResponseHeader.of(name, value)));
        notModifiedHeaders.add(ResponseHeader.of("ETag", "\"" + tag + "\""));
        if (!headers.containsKey("Vary")) {
            notModifiedHeaders.add(ResponseHeader.of("Vary", "Accept-Encoding"));
        }
        var allHeaders = new ArrayList<>(notModifiedHeaders);
        allHeaders.add(ResponseHeader.of("Content-Type", mediaType));
        if (encoding != null) {
            allHeaders.add(ResponseHeader.of("Content-Encoding", encoding.token()));
        }
        return new VariantHeaders(tag, List.copyOf(allHeaders), List.copyOf(notModifiedHeaders));
    }

    /**
     * Sends the response from the event loop, without Jakarta REST.
     *
     * @return the HTTP status: 200 or 304
     */
    public int send(HttpServerResponse response, @Nullable String acceptEncoding, @Nullable String ifNoneMatch,
            Optional<Duration> staleness) {
        var variant = variant(acceptEncoding);
        var held = heldVariant(ifNoneMatch, variant);
        var headers = response.headers();
        ResponseHeader.writeAll(held == null ? variant.headers().all() : held.headers().notModified(), headers);
        staleness.ifPresent(it -> headers.add(CacheHeaders.STALE_HEADER, Long.toString(it.toSeconds())));
        if (held != null) {
            response.setStatusCode(NOT_MODIFIED).end();
            return NOT_MODIFIED;
        }
        response.end(variant.buffer());
        return OK;
    }

    /** Returns the response for Jakarta REST. */
    public RestResponse<StreamedBody> toResponse(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        var variant = variant(acceptEncoding);
        var held = heldVariant(ifNoneMatch, variant);
        return held != null ? response(held.headers().notModified(), null)
                : response(variant.headers().all(), StreamedBody.of(List.of(variant.bytes())));
    }

    /**
     * Returns a response for Jakarta REST whose body is combined while it is sent.
     *
     * @param digest      identifies the content of the body
     * @param tryCompress returns whether the body may be compressed while it is sent; called only if it would be
     */
    public static RestResponse<StreamedBody> combine(Digest digest, List<byte[]> segments, String mediaType, Map<String, String> headers,
            @Nullable String acceptEncoding, @Nullable String ifNoneMatch, BooleanSupplier tryCompress) {
        boolean acceptsGzip = AcceptEncoding.select(acceptEncoding, Set.of(ContentEncoding.GZIP)).isPresent();
        var gzipHeaders = headers(digest, ContentEncoding.GZIP, mediaType, headers);
        var identityHeaders = headers(digest, null, mediaType, headers);
        // Compression depends on the load, so a client that accepts both codings may have cached either.
        if (acceptsGzip && EntityTags.matches(ifNoneMatch, gzipHeaders.tag())) {
            return response(gzipHeaders.notModified(), null);
        } else if (EntityTags.matches(ifNoneMatch, identityHeaders.tag())) {
            return response(identityHeaders.notModified(), null);
        } else if (EntityTags.matchesAnyEncoding(ifNoneMatch, digest.hex())) {
            return response(EntityTags.matches(ifNoneMatch, gzipHeaders.tag()) ? gzipHeaders.notModified() : identityHeaders.notModified(),
                    null);
        }
        return acceptsGzip && tryCompress.getAsBoolean() ? response(gzipHeaders.all(), StreamedBody.gzip(segments))
                : response(identityHeaders.all(), StreamedBody.of(segments));
    }

    /**
     * Returns a response for Jakarta REST with a text that is created for each request. It is sent uncompressed.
     *
     * <p>A method that produces several media types must return a string: only strings are sent unchanged then.
     */
    public static RestResponse<String> ofText(String text, String mediaType, Map<String, String> headers, @Nullable String ifNoneMatch) {
        var digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        var textHeaders = headers(digest, null, mediaType, headers);
        boolean held = EntityTags.matchesAnyEncoding(ifNoneMatch, digest.hex());
        var builder = RestResponse.ResponseBuilder.<String>create(held ? NOT_MODIFIED : OK);
        (held ? textHeaders.notModified() : textHeaders.all())
                .forEach(header -> builder.header(header.name().toString(), header.value().toString()));
        return held ? builder.build() : builder.entity(text).build();
    }

    private static RestResponse<StreamedBody> response(List<ResponseHeader> headers, @Nullable StreamedBody body) {
        var builder = RestResponse.ResponseBuilder.<StreamedBody>create(body == null ? NOT_MODIFIED : OK);
        headers.forEach(header -> builder.header(header.name().toString(), header.value().toString()));
        return body == null ? builder.build() : builder.entity(body).build();
    }

    /**
     * Returns the variant that the client holds, whose tag a 304 must name; null if it holds none.
     *
     * <p>The client may have received a variant that a proxy compressed, which has a tag of its own. It is treated as the preferred one.
     */
    private @Nullable EncodedVariant heldVariant(@Nullable String ifNoneMatch, EncodedVariant preferred) {
        if (EntityTags.matches(ifNoneMatch, preferred.headers().tag())) {
            return preferred;
        } else if (!EntityTags.matchesAnyEncoding(ifNoneMatch, digest)) {
            return null;
        } else if (EntityTags.matches(ifNoneMatch, identity.headers().tag())) {
            return identity;
        }
        return encoded.values().stream().filter(it -> EntityTags.matches(ifNoneMatch, it.headers().tag())).findFirst().orElse(preferred);
    }

    private EncodedVariant variant(@Nullable String acceptEncoding) {
        return AcceptEncoding.select(acceptEncoding, encoded.keySet()).map(encoded::get).orElse(identity);
    }
}
