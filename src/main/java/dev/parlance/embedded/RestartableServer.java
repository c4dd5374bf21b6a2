package dev.parlance.embedded;

import java.io.IOException;

/** A server that {@link DatabaseSupervisor} keeps running. */
interface RestartableServer {
    boolean isRunning();

    /** Starts the server and returns when it accepts connections. */
    void start() throws IOException;
}
