package dev.parlance.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A Unix domain socket with the interface of {@link Socket}, which the JDBC driver requires.
 *
 * <p>The JDK has these sockets only as channels, whose blocking reads have no timeout. The channel is therefore non-blocking, and a
 * selector waits for it. As with other sockets, an interrupt does not end a read or write. One thread may read while another one writes.
 */
final class UnixSocket extends Socket {
    /** Bounds the buffer outside the heap that the JDK keeps for each thread. */
    private static final int MAX_TRANSFER = 1 << 16;

    private final UnixDomainSocketAddress server;
    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;
    private volatile int timeoutMillis;
    private volatile boolean connected;

    UnixSocket(UnixDomainSocketAddress server) throws IOException {
        this.server = server;
        this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        this.readable = Selector.open();
        this.writable = Selector.open();
        channel.configureBlocking(false);
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    @Override
    public void connect(SocketAddress ignored) throws IOException {
        connect(ignored, 0);
    }

    /** Connects at once or not at all: a server that runs accepts connections until its queue is full. */
    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
        if (!channel.connect(server)) {
            close();
            throw new ConnectException("the queue of connections to " + server + " is full");
        }
        connected = true;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : receive(ByteBuffer.wrap(bytes, offset, Math.min(length, MAX_TRANSFER)));
            }

            @Override
            public void close() throws IOException {
                UnixSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int sent = 0; sent < length; sent += MAX_TRANSFER) {
                    send(ByteBuffer.wrap(bytes, offset + sent, Math.min(length - sent, MAX_TRANSFER)));
                }
            }

            @Override
            public void close() throws IOException {
                UnixSocket.this.close();
            }
        };
    }

    private int receive(ByteBuffer target) throws IOException {
        try {
            int timeout = timeoutMillis;
            long deadline = System.nanoTime() + Duration.ofMillis(timeout).toNanos();
            int count = channel.read(target);
            while (count == 0) {
                await(readable, timeout, deadline);
                count = channel.read(target);
            }
            return count;
        } catch (ClosedChannelException e) {
            throw closed(e);
        }
    }

    private void send(ByteBuffer source) throws IOException {
        try {
            while (source.hasRemaining()) {
                if (channel.write(source) == 0) {
                    await(writable, 0, 0);
                }
            }
        } catch (ClosedChannelException e) {
            throw closed(e);
        }
    }

    /** @param timeout in milliseconds; 0 waits without limit */
    private static void await(Selector selector, int timeout, long deadline) throws IOException {
        boolean interrupted = false;
        try {
            do {
                long left = timeout == 0 ? 0 : Duration.ofNanos(deadline - System.nanoTime()).toMillis() + 1;
                if (timeout > 0 && System.nanoTime() - deadline >= 0) {
                    throw new SocketTimeoutException("Read timed out");
                }
                selector.selectedKeys().clear();
                selector.select(left);
                // An interrupted thread would not wait in the next round.
                interrupted |= Thread.interrupted();
            } while (selector.selectedKeys().isEmpty());
        } catch (ClosedSelectorException e) {
            throw closed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SocketException closed(Exception cause) {
        var exception = new SocketException("Socket closed");
        exception.initCause(cause);
        return exception;
    }

    /** Closes the socket. A read or write in another thread ends with an exception. */
    @Override
    public void close() throws IOException {
        try (channel; readable) {
            writable.close();
        }
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void setSoTimeout(int timeout) {
        timeoutMillis = timeout;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return size(StandardSocketOptions.SO_SNDBUF);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return size(StandardSocketOptions.SO_RCVBUF);
    }

    private int size(SocketOption<Integer> buffer) throws SocketException {
        try {
            return channel.getOption(buffer);
        } catch (IOException e) {
            throw closed(e);
        }
    }

    /** Does nothing: data is always sent at once. */
    @Override
    public void setTcpNoDelay(boolean on) {
    }

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    /** Does nothing: when a local process ends, its connections end with it. */
    @Override
    public void setKeepAlive(boolean on) {
    }

    @Override
    public boolean getKeepAlive() {
        return false;
    }
}
