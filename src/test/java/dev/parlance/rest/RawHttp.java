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
import java.util.TreeSet;

/** Sends HTTP requests as raw bytes over a socket. */
public final class RawHttp {
    private static final String REQUEST_ID = "X-Request-Id";

    private RawHttp() {
    }

    public interface ResponseReader<T> {
        T read(int status, Map<String, String> headers, String body) throws IOException;
    }

    public static <T> T send(URI service, byte[] request, ResponseReader<T> reader) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // The service may respond and close the connection before it has read the whole request.
            }
            var in = new BufferedInputStream(socket.getInputStream());
            int status = Integer.parseInt(readLine(in).split(" ")[1]);
            var headers = new TreeMap<String, String>();
            for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
                var parts = line.split(": *", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            return reader.read(status, headers, new String(body, StandardCharsets.UTF_8));
        }
    }

    /**
     * Returns the response up to the end of the connection. Headers are sorted, with lower-case names. The id of the request is left out,
     * because it differs between equal requests.
     */
    public static String exchange(URI service, String method, String address, String headers) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            var request = method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var response = new String(new BufferedInputStream(socket.getInputStream()).readAllBytes(), StandardCharsets.ISO_8859_1);
            var parts = response.split("\r\n\r\n", 2);
            var head = parts[0].split("\r\n", 2);
            var sorted = new TreeSet<String>();
            head[1].lines().map(it -> it.split(":", 2)).filter(it -> !it[0].equalsIgnoreCase(REQUEST_ID))
                    .forEach(it -> sorted.add(it[0].toLowerCase(Locale.ROOT) + ":" + it[1]));
            return head[0] + "\n" + String.join("\n", sorted) + "\n\n" + parts[1];
        }
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
