package dev.parlance.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A GET request. */
public final class TransportRequest {
    private final URI uri;
    private final Map<String, String> headers;
    private final Duration timeout;

    /** @param timeout for the connection and, separately, for the headers of the response */
    public TransportRequest(URI uri, Map<String, String> headers, Duration timeout) {
        this.uri = uri;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.timeout = timeout;
    }

    public URI uri() {
        return uri;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Duration timeout() {
        return timeout;
    }
}
