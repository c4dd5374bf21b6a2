package dev.parlance.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A transport on the HTTP client of the JDK, which Android does not have. */
public final class JdkTransport implements Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;

    public JdkTransport() {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL).build());
    }

    /** Uses a client with its own proxy, certificates or executor. */
    public JdkTransport(HttpClient client) {
        this.client = client;
    }

    @Override
    public TransportResponse get(TransportRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(request.timeout()).GET();
        request.headers().forEach(builder::header);
        try {
            return new Response(client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(request.uri().toString());
        }
    }

    private static final class Response implements TransportResponse {
        private final HttpResponse<InputStream> response;

        Response(HttpResponse<InputStream> response) {
            this.response = response;
        }

        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public InputStream body() {
            return response.body();
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException ignored) { // the connection is abandoned anyway
                return;
            }
        }
    }
}
