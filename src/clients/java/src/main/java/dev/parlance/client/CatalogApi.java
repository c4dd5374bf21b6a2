package dev.parlance.client;

import dev.parlance.client.http.Transport;
import dev.parlance.client.http.TransportRequest;
import dev.parlance.client.http.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Requests to one catalog of the service. Each ends within the timeout, however slowly the body arrives. */
final class CatalogApi {
    /** The service delivers at most 64 MiB in one response. */
    private static final int MAX_BODY = 64 * 1024 * 1024;
    private static final int MAX_RETRY_AFTER_DIGITS = 5;

    private final String base;
    private final Map<String, String> headers;
    private final Transport transport;
    private final Duration timeout;
    private final ScheduledExecutorService timer;

    /** @param timer closes responses that take too long */
    CatalogApi(String url, String catalog, Map<String, String> headers, Transport transport, Duration timeout,
            ScheduledExecutorService timer) {
        this.base = (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/v1/catalogs/" + encode(catalog) + "/";
        this.headers = headers;
        this.transport = transport;
        this.timeout = timeout;
        this.timer = timer;
    }

    /**
     * Returns a response with status 200 or 304.
     *
     * @param path relative to the catalog
     * @throws ServiceException if the status is another one
     */
    Reply get(String path, Map<String, String> more) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("Accept-Encoding", "gzip");
        try (TransportResponse response = open(path, all)) {
            ScheduledFuture<?> limit = timer.schedule(response::close, timeout.toMillis(), TimeUnit.MILLISECONDS);
            try {
                byte[] body = response.status() == 304 ? new byte[0] : read(response);
                if (response.status() != 200 && response.status() != 304) {
                    throw new ServiceException(response.status(), path, retryAfter(response));
                }
                return new Reply(response.status(), response::header, body);
            } finally {
                limit.cancel(false);
            }
        }
    }

    /** Opens a response whose body the caller reads and closes. */
    TransportResponse open(String path, Map<String, String> more) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return transport.get(new TransportRequest(URI.create(base + path), all, timeout));
    }

    private static byte[] read(TransportResponse response) throws IOException {
        InputStream raw = response.body();
        try (InputStream body = "gzip".equalsIgnoreCase(response.header("Content-Encoding")) ? new GZIPInputStream(raw) : raw) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > MAX_BODY) {
                    throw new IOException("a response over " + MAX_BODY + " bytes");
                }
            }
            return bytes.toByteArray();
        }
    }

    private static Duration retryAfter(TransportResponse response) {
        String value = response.header("Retry-After");
        boolean seconds = value != null && value.length() <= MAX_RETRY_AFTER_DIGITS && value.matches("[0-9]+");
        return seconds ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    static String encode(String segment) {
        try {
            return URLEncoder.encode(segment, "UTF-8").replace("+", "%20");
        } catch (UnsupportedEncodingException e) { // every platform has UTF-8
            throw new IllegalStateException(e);
        }
    }
}
