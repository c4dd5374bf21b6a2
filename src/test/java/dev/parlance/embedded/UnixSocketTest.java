package dev.parlance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class UnixSocketTest {
    @TempDir
    Path folder;

    private ServerSocketChannel listener;
    private Socket socket;
    private SocketChannel server;

    @BeforeEach
    void connect() throws IOException {
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(folder.resolve("socket")), 1);
        socket = newSocket();
        socket.connect(null);
        server = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        server.close();
        listener.close();
    }

    private Socket newSocket() throws IOException {
        return new UnixSocketFactory(folder.resolve("socket").toString()).createSocket();
    }

    @Test
    void transfersMoreThanTheBuffersHold() throws Exception {
        var sent = new byte[5_000_000];
        new Random(1).nextBytes(sent);
        var echo = CompletableFuture.runAsync(() -> {
            try {
                var content = Channels.newInputStream(server).readNBytes(sent.length);
                Channels.newOutputStream(server).write(content);
                server.shutdownOutput();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        socket.getOutputStream().write(sent);
        assertThat(socket.getInputStream().readAllBytes()).isEqualTo(sent);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        echo.get();
    }

    @Test
    void readsSingleBytesUnsigned() throws IOException {
        server.write(ByteBuffer.wrap(new byte[] {(byte) 0xfe, 1}));
        assertThat(socket.getInputStream().read()).isEqualTo(0xfe);
        assertThat(socket.getInputStream().read(new byte[10], 0, 10)).isEqualTo(1);
    }

    @Test
    void timesOutAndStaysUsable() throws IOException {
        socket.setSoTimeout(100);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        server.write(ByteBuffer.wrap(new byte[] {7}));
        assertThat(socket.getInputStream().read()).isEqualTo(7);
    }

    @Test
    void closesDuringRead() throws Exception {
        var reading = readInBackground();
        socket.close();
        assertThatThrownBy(reading::get).isInstanceOf(ExecutionException.class).cause().cause().isInstanceOf(SocketException.class)
                .hasMessage("Socket closed");
        assertThat(socket.isClosed()).isTrue();
    }

    /** An interrupt would close a blocking channel, and with it a pooled connection. */
    @Test
    void ignoresInterruptsAndKeepsTheirStatus() throws Exception {
        var interrupted = CompletableFuture.supplyAsync(() -> {
            Thread.currentThread().interrupt();
            try {
                return socket.getInputStream().read() + " " + Thread.interrupted();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        TimeUnit.MILLISECONDS.sleep(100);
        server.write(ByteBuffer.wrap(new byte[] {7}));
        assertThat(interrupted.get()).isEqualTo("7 true");
    }

    @Test
    void failsAtOnceIfQueueIsFull() throws IOException {
        var start = System.nanoTime();
        assertThatThrownBy(() -> {
            for (int count = 0; count < 10; count++) {
                var waiting = newSocket();
                waiting.connect(null);
                waiting.getOutputStream().write(1);
            }
        }).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void rejectsMissingServer() throws IOException {
        listener.close();
        try (var other = newSocket()) {
            assertThatThrownBy(() -> other.connect(null)).isInstanceOf(IOException.class);
        }
    }

    private CompletableFuture<Integer> readInBackground() throws InterruptedException {
        var reading = CompletableFuture.supplyAsync(() -> {
            try {
                return socket.getInputStream().read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        TimeUnit.MILLISECONDS.sleep(100);
        return reading;
    }
}
