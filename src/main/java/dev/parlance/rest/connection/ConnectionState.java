package dev.parlance.rest.connection;

import io.netty.channel.Channel;

/** What a connection is doing. Written on its event loop, read by others. */
final class ConnectionState {
    private final Channel channel;
    private volatile boolean serving;
    private volatile boolean closing;
    private volatile long idleSince = System.nanoTime();

    ConnectionState(Channel channel) {
        this.channel = channel;
    }

    void startServing() {
        serving = true;
    }

    void stopServing() {
        idleSince = System.nanoTime();
        serving = false;
    }

    /** Returns whether a request was received and its response is not complete. */
    boolean isServing() {
        return serving;
    }

    /** Returns the end of the last response by {@link System#nanoTime()}. */
    long idleSince() {
        return idleSince;
    }

    boolean isClosing() {
        return closing;
    }

    void close() {
        closing = true;
        channel.close();
    }
}
