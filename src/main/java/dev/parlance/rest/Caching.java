package dev.parlance.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The headers of public answers: which release, which language, how long it may be kept. */
final class Caching {
    /** A channel moves when somebody publishes; readers may see the release before for so long. */
    static final String CHANNEL = "public, max-age=5, stale-while-revalidate=60, stale-if-error=86400";
    /** Bytes under a release never change. */
    static final String PINNED = "public, max-age=31536000, immutable";
    /** What not everybody may see. */
    static final String PRIVATE = "private, no-store";
    static final String NEVER = "no-store";
    static final String RELEASE = "Parlance-Release";
    /** Seconds since the database last confirmed what is served; only where that is long ago. */
    static final String STALE = "Parlance-Stale";
    /** The keys whose texts the format cannot carry exactly: a list of strings (RFC 8941). */
    static final String LOSSY = "Parlance-Lossy";

    private Caching() {
    }

    /** An answer that depends on no header of the request but, where it was negotiated, the language. */
    static <T> ResponseBuilder<T> ok(T body, int release, ReaderLocale locale) {
        return ok(body, release)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.served().locale().value())
                .header(HttpHeaders.VARY, locale.negotiated() ? HttpHeaders.ACCEPT_LANGUAGE : null);
    }

    /** JSON, without a charset: RFC 8259 has none. */
    static <T> ResponseBuilder<T> ok(T body, int release) {
        return ResponseBuilder.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CHANNEL)
                .header(RELEASE, release);
    }
}
