package dev.parlance.rest.derivation;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.rest.http.AcceptEncoding;
import dev.parlance.rest.http.ResponseReservation;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that determine how a bundle is derived and sent, not which one.
 *
 * @param network     the networks of the client
 * @param disconnect  closes the connection of the client later; may be called from any thread and with any lock
 * @param reservation the resources that are reserved until the response is sent
 */
public record BundleRequest(@Nullable String acceptEncoding, @Nullable String ifNoneMatch, ClientNetwork network, Runnable disconnect,
        ResponseReservation reservation) {

    public static BundleRequest of(RoutingContext context, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        var connection = context.request().connection();
        var eventLoop = context.vertx().getOrCreateContext();
        // Closing takes the lock of the connection, which another thread may hold while it waits for a lock of the calling thread.
        Runnable disconnect = () -> eventLoop.runOnContext(ignored -> connection.close());
        return new BundleRequest(acceptEncoding, ifNoneMatch, ClientNetwork.of(context.request().remoteAddress().hostAddress()),
                disconnect, ResponseReservation.of(context));
    }

    /** Returns the content coding to respond with; empty for the identity coding. */
    Optional<ContentEncoding> preferredEncoding() {
        return AcceptEncoding.select(acceptEncoding, ContentEncoding.availableEncodings());
    }
}
