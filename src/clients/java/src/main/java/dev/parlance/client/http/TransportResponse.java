package dev.parlance.client.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A response whose body has not been read yet. */
public interface TransportResponse extends Closeable {

    int status();

    /** Returns the first value of a header, or null. The name is case-insensitive. */
    String header(String name);

    InputStream body() throws IOException;

    /** Ends the connection. Another thread may call it, and a thread that reads the body then gets an {@link IOException}. */
    @Override
    void close();
}
