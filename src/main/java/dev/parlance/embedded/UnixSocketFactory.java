package dev.parlance.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import javax.net.SocketFactory;

/** Connects the JDBC driver through a Unix domain socket. The driver creates it by its name in the URL. */
public final class UnixSocketFactory extends SocketFactory {
    private final UnixDomainSocketAddress server;

    /** @param path of the server's socket */
    public UnixSocketFactory(String path) {
        server = UnixDomainSocketAddress.of(path);
    }

    /** Returns a socket that is not connected yet. It ignores the address that it is told to connect to. */
    @Override
    public Socket createSocket() throws IOException {
        return new UnixSocket(server);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
