package dev.parlance.rest.http;

import dev.parlance.rest.input.ReaderLocale;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Response headers of public resources: release, language and caching. */
public final class CacheHeaders {
    /** A channel may move at any time. Readers may see the previous release for 5 seconds. */
    public static final String CHANNEL = "public, max-age=5, stale-while-revalidate=60, stale-if-error=86400";
    /** The content of a release never changes. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";
    /** For content that is not public. */
    public static final String PRIVATE = "private, no-store";
    public static final String NO_STORE = "no-store";
    public static final String RELEASE_HEADER = "Parlance-Release";
    /** Seconds since the database last confirmed the served content. Absent up to 5 seconds. */
    public static final String STALE_HEADER = "Parlance-Stale";
    /** Keys of texts that the format cannot represent exactly: a list of strings (RFC 8941). */
    public static final String LOSSY_HEADER = "Parlance-Lossy";
    /** Keys that a client format leaves out because of the languages of their texts: a list of strings (RFC 8941). */
    public static final String MISSING_HEADER = "Parlance-Missing";

    /** Number of texts of a body that were replaced by texts in the language of the reader. */
    public static final String LOCALIZED_HEADER = "Parlance-Localized";

    private static final int MAX_LISTED_KEYS = 100;
    private static final int MAX_LISTED_CHARACTERS = 1500;

    private CacheHeaders() {
    }

    /**
     * Returns the value of a header with keys; empty if there are none.
     *
     * <p>Lists the first keys and the number of the others, because clients and proxies limit the size of headers.
     */
    public static Optional<String> listKeys(Set<String> keys) {
        var listed = new StringJoiner(", ");
        int count = 0;
        for (var key : keys) {
            if (count == MAX_LISTED_KEYS || listed.length() + key.length() > MAX_LISTED_CHARACTERS) {
                break;
            }
            listed.add("\"" + key + "\"");
            count++;
        }
        return count == 0 ? Optional.empty()
                : Optional.of(keys.size() > count ? listed + ";more=" + (keys.size() - count) : listed.toString());
    }

    /** Returns a cacheable JSON response. It varies by {@code Accept-Language} only if the locale was negotiated. */
    public static <T> ResponseBuilder<T> ok(T body, int release, ReaderLocale locale) {
        return ok(body, release)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.served().locale().value())
                .header(HttpHeaders.VARY, locale.negotiated() ? HttpHeaders.ACCEPT_LANGUAGE : null);
    }

    /** Returns a cacheable JSON response. The media type has no charset, because RFC 8259 defines none. */
    public static <T> ResponseBuilder<T> ok(T body, int release) {
        return ResponseBuilder.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CHANNEL)
                .header(RELEASE_HEADER, release);
    }
}
