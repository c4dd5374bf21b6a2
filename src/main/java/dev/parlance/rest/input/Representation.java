package dev.parlance.rest.input;

import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.rest.problem.RpcStatus;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The representations of a rendered message. */
public enum Representation {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    TEXT(MediaType.TEXT_PLAIN_TYPE),
    PROBLEM(MediaType.valueOf(ProblemDocuments.MEDIA_TYPE)),
    RPC(MediaType.valueOf(RpcStatus.MEDIA_TYPE));

    private static final Map<String, Representation> COMMON_ACCEPT_HEADERS =
            Map.of("*/*", JSON, "application/json", JSON, "application/json, text/plain, */*", JSON,
            "text/plain", TEXT, ProblemDocuments.MEDIA_TYPE, PROBLEM, RpcStatus.MEDIA_TYPE, RPC);

    private final MediaType mediaType;
    private final String contentType;

    Representation(MediaType mediaType) {
        this.mediaType = mediaType;
        this.contentType = (mediaType.getType().equals("text") ? mediaType.withCharset("UTF-8") : mediaType).toString();
    }

    /**
     * Selects by the query parameter {@code format}, or by {@code Accept} if it is absent.
     *
     * <p>The parameter exists so that a URL alone can be shared.
     *
     * @param accepted the representation negotiated by {@code Accept}, used if format is null
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER} for an unknown format
     */
    public static Representation of(@Nullable String format, Supplier<Representation> accepted) {
        if (format == null) {
            return accepted.get();
        }
        return Arrays.stream(values()).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(format)).findFirst()
                .orElseThrow(() -> Parameters.invalidParameter("format", format, "json, text, problem, rpc"));
    }

    /** Selects by {@code Accept} (RFC 9110, 12.5.1). JSON is the default, and preferred among equal qualities. */
    public static Representation negotiate(HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.ACCEPT) == null) {
            return JSON;
        }
        var ranges = headers.getAcceptableMediaTypes();
        return Arrays.stream(values()).max(Comparator.comparingDouble((Representation it) -> MediaRanges.quality(ranges, it.mediaType))
                .thenComparing(Comparator.reverseOrder())).orElse(JSON);
    }

    /**
     * Returns the result of {@link #negotiate} for the headers that common clients send.
     *
     * @return null for any other header, which must be negotiated
     */
    static @Nullable public Representation ofCommonHeader(@Nullable String accept) {
        return accept == null ? JSON : COMMON_ACCEPT_HEADERS.get(accept);
    }

    /** Returns the media type, with a charset if it has one. */
    public String contentType() {
        return contentType;
    }
}
