package dev.parlance.rest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One request as bytes, one answer with a Content-Length. */
final class RawHttp {
    private RawHttp() {
    }

    interface Reader<T> {
        T read(int status, Map<String, String> headers, String body) throws IOException;
    }

    static <T> T send(URI service, byte[] request, Reader<T> reader) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // The service may answer and close before it has read all; the answer is what counts.
            }
            var in = new BufferedInputStream(socket.getInputStream());
            int status = Integer.parseInt(line(in).split(" ")[1]);
            var headers = new TreeMap<String, String>();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var parts = line.split(": *", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            return reader.read(status, headers, new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
