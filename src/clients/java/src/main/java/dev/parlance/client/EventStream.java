package dev.parlance.client;

import dev.parlance.client.http.TransportResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the server-sent events of the catalog in a thread of its own, and reconnects.
 *
 * <p>An event only makes the client read the release: texts never come from the stream. If a proxy does not let the stream through, the
 * client polls.
 */
final class EventStream implements Runnable {
    private static final Logger LOG = Logger.getLogger(EventStream.class.getName());

    private final CatalogApi api;
    private final String channel;
    private final IntConsumer onMove;
    private final Backoff backoff;
    private volatile boolean connected;
    private volatile boolean closed;
    private TransportResponse response;
    private String lastId;

    /** @param onMove receives the release to which the channel points, on the thread of the stream */
    EventStream(CatalogApi api, String channel, IntConsumer onMove, Backoff backoff) {
        this.api = api;
        this.channel = channel;
        this.onMove = onMove;
        this.backoff = backoff;
    }

    boolean isConnected() {
        return connected;
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                read();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.FINE, e, () -> "The event stream ended.");
            } finally {
                connected = false;
                end();
            }
            pause();
        }
    }

    private synchronized void pause() {
        try {
            if (!closed) {
                wait(Math.max(1, backoff.next().toMillis()));
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "text/event-stream");
        headers.put("Cache-Control", "no-cache");
        if (lastId != null) {
            headers.put("Last-Event-ID", lastId);
        }
        TransportResponse opened = api.open("events", headers);
        synchronized (this) {
            response = opened;
        }
        String type = opened.header("Content-Type");
        if (closed || opened.status() != 200 || type == null || !type.startsWith("text/event-stream")) {
            throw new IOException("no event stream: status " + opened.status());
        }
        connected = true;
        BufferedReader lines = new BufferedReader(new InputStreamReader(opened.body(), StandardCharsets.UTF_8));
        StringBuilder data = new StringBuilder();
        String event = "";
        String id = lastId;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (event.equals("channel")) {
                    handle(data.toString());
                    lastId = id;
                    backoff.reset();
                }
                event = "";
                data.setLength(0);
            } else if (line.startsWith("event:")) {
                event = line.substring("event:".length()).trim();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()));
            } else if (line.startsWith("id:")) {
                id = line.substring("id:".length()).trim();
            }
        }
    }

    private void handle(String data) throws IOException {
        Map<String, Object> move = Json.readObject(data);
        if (channel.equals(move.get("channel"))) {
            onMove.accept(Json.integer(move, "release"));
        }
    }

    private synchronized void end() {
        if (response != null) {
            response.close();
            response = null;
        }
    }

    synchronized void close() {
        closed = true;
        end();
        notifyAll();
    }
}
