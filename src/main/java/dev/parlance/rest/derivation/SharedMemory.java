package dev.parlance.rest.derivation;

import dev.parlance.limits.FairShare;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a body that several responses share. It is counted once, for the network of one of them.
 *
 * <p>If it is displaced, the responses of that network are disconnected, and the memory is counted for the network of another response.
 */
final class SharedMemory {
    private final FairShare share;
    private final long size;
    private final Set<Response> responses = new LinkedHashSet<>();
    private FairShare.@Nullable Holding holding;

    /** A response that uses the memory. Compared by identity. */
    private static final class Response {
        private final String network;
        private final Runnable disconnect;

        private Response(String network, Runnable disconnect) {
            this.network = network;
            this.disconnect = disconnect;
        }
    }

    /** @param share also the lock of this object, because a displacement affects the memory of several bodies */
    SharedMemory(FairShare share, long size) {
        this.share = share;
        this.size = size;
    }

    /**
     * Uses the memory for another response.
     *
     * @param disconnect closes the connection of the response; it may run on any thread
     * @return an action that ends the use; empty if the memory is not available
     */
    Optional<Runnable> tryUse(String network, Runnable disconnect) {
        synchronized (share) {
            if (holding == null) {
                holding = share.tryAcquire(network, size, this::displace).orElse(null);
            }
            if (holding == null) {
                return Optional.empty();
            }
            var response = new Response(network, disconnect);
            responses.add(response);
            return Optional.of(() -> end(response));
        }
    }

    private void end(Response response) {
        synchronized (share) {
            if (!responses.remove(response) || holding == null) {
                return;
            }
            if (responses.isEmpty()) {
                holding.release();
                holding = null;
            } else if (responses.stream().noneMatch(it -> it.network.equals(holding.network()))) {
                holding.release();
                holding = share.acquire(responses.iterator().next().network, size, this::displace);
            }
        }
    }

    private void displace() {
        List<Response> displaced;
        synchronized (share) {
            var network = holding.network();
            displaced = responses.stream().filter(it -> it.network.equals(network)).toList();
            displaced.forEach(responses::remove);
            holding = responses.isEmpty() ? null : share.acquire(responses.iterator().next().network, size, this::displace);
        }
        displaced.forEach(it -> it.disconnect.run());
    }
}
