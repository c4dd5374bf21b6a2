package dev.parlance.client.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/** A transport on {@link HttpURLConnection}, for Android. */
public final class UrlConnectionTransport implements Transport {

    @Override
    public TransportResponse get(TransportRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection();
        int timeout = (int) request.timeout().toMillis();
        connection.setConnectTimeout(timeout);
        connection.setReadTimeout(timeout);
        connection.setUseCaches(false);
        request.headers().forEach(connection::setRequestProperty);
        try {
            return new Response(connection, connection.getResponseCode());
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    private static final class Response implements TransportResponse {
        private final HttpURLConnection connection;
        private final int status;

        Response(HttpURLConnection connection, int status) {
            this.connection = connection;
            this.status = status;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public String header(String name) {
            return connection.getHeaderField(name);
        }

        @Override
        public InputStream body() throws IOException {
            InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
            return body == null ? new ByteArrayInputStream(new byte[0]) : body;
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
