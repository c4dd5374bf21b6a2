package dev.parlance.client.http;

import java.io.IOException;

/** Sends HTTP requests. An app can bring its own HTTP client by implementing this interface. Implementations are thread-safe. */
public interface Transport {

    /**
     * Sends a GET request and returns as soon as the response headers are there.
     *
     * <p>Redirects are followed. The body is returned as sent, so an implementation must not decompress it unless it also removes the
     * header {@code Content-Encoding}.
     *
     * @throws IOException if there is no response within the time limit of the request
     */
    TransportResponse get(TransportRequest request) throws IOException;
}
