package dev.parlance.rest.http;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** The resources that a response reserves until it is sent or its client disconnects. Thread-safe. */
public final class ResponseReservation {
    private final List<Runnable> releases = new ArrayList<>();
    private boolean ended;
    private long bytes;

    /** Creates a reservation for a response that calls {@link #end}. */
    public ResponseReservation() {
    }

    /** Returns an empty reservation. Must be called on the event loop of the request. */
    public static ResponseReservation of(RoutingContext context) {
        var reservation = new ResponseReservation();
        context.addEndHandler(it -> reservation.end());
        // The end is not reported if the connection closes while the last bytes are written.
        context.addBodyEndHandler(it -> reservation.end());
        if (context.response().closed()) {
            reservation.end();
        }
        return reservation;
    }

    /** Registers how to release a resource. Releases it at once if the response has ended. */
    public void add(Runnable release) {
        synchronized (this) {
            if (!ended) {
                releases.add(release);
                return;
            }
        }
        release.run();
    }

    /** Registers how to release an amount of memory, as {@link #add(Runnable)} does. */
    public void add(Runnable release, long size) {
        synchronized (this) {
            bytes += size;
        }
        add(release);
    }

    /** Returns the memory that was registered, in bytes, released or not. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Releases everything, even if a release fails: the failure is thrown afterwards. */
    public void end() {
        List<Runnable> pending;
        synchronized (this) {
            ended = true;
            pending = List.copyOf(releases);
            releases.clear();
        }
        RuntimeException failure = null;
        for (var release : pending) {
            try {
                release.run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
