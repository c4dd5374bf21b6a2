package dev.parlance.rest.connection;

import dev.parlance.limits.ClientNetwork;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** The state of a connection. Its event loop writes it, and other threads read it. */
final class ConnectionState {
    private final Channel channel;
    private volatile boolean serving;
    private volatile boolean closing;
    private boolean receivingRequest;
    private volatile long idleSince = System.nanoTime();

    ConnectionState(Channel channel) {
        this.channel = channel;
    }

    /** Returns the IPv4 address of the client, or its IPv6 /64 prefix. */
    String network() {
        return ClientNetwork.of(channel.remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress() : null).narrowest();
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

    /** Records whether the rest of a request follows its headers. Runs on the event loop, as {@link #isReceivingHeaders}. */
    void setReceivingRequest(boolean receivingRequest) {
        this.receivingRequest = receivingRequest;
    }

    /** Returns whether received bytes belong to the headers of a next request, and not to a request that was dispatched. */
    boolean isReceivingHeaders() {
        return !serving && !receivingRequest;
    }

    /** Returns when the last response ended, or else when the connection was opened ({@link System#nanoTime()}). */
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
