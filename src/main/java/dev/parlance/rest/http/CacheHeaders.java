package dev.parlance.rest.http;

import dev.parlance.rest.input.ReaderLocale;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The headers of public answers: which release, which language, how long it may be kept. */
public final class CacheHeaders {
    /** A channel moves when somebody publishes; readers may see the release before for so long. */
    public static final String CHANNEL = "public, max-age=5, stale-while-revalidate=60, stale-if-error=86400";
    /** Bytes under a release never change. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";
    /** What not everybody may see. */
    public static final String PRIVATE = "private, no-store";
    public static final String NO_STORE = "no-store";
    public static final String RELEASE_HEADER = "Parlance-Release";
    /** Seconds since the database last confirmed what is served; only where that is long ago. */
    public static final String STALE_HEADER = "Parlance-Stale";
    /** The keys whose texts the format cannot carry exactly: a list of strings (RFC 8941). */
    public static final String LOSSY_HEADER = "Parlance-Lossy";

    private CacheHeaders() {
    }

    /** An answer that depends on no header of the request but, where it was negotiated, the language. */
    public static <T> ResponseBuilder<T> ok(T body, int release, ReaderLocale locale) {
        return ok(body, release)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.served().locale().value())
                .header(HttpHeaders.VARY, locale.negotiated() ? HttpHeaders.ACCEPT_LANGUAGE : null);
    }

    /** JSON, without a charset: RFC 8259 has none. */
    public static <T> ResponseBuilder<T> ok(T body, int release) {
        return ResponseBuilder.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CHANNEL)
                .header(RELEASE_HEADER, release);
    }
}
