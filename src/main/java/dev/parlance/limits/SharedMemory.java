package dev.parlance.limits;

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
public final class SharedMemory {
    private final FairShare share;
    private final long size;
    private final Set<Response> responses = new LinkedHashSet<>();
    private final Displacement displacement = new Displacement(this);
    private FairShare.@Nullable Holding holding;

    /** The displacement of a body, which tells the responses that would lose it. */
    private record Displacement(SharedMemory memory) implements Runnable {
        @Override
        public void run() {
            memory.displace();
        }

        private boolean isUsedBy(Runnable disconnect) {
            return memory.responses.stream().anyMatch(it -> it.disconnect == disconnect);
        }
    }

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
    public SharedMemory(FairShare share, long size) {
        this.share = share;
        this.size = size;
    }

    /**
     * Uses the memory for another response.
     *
     * @param disconnect closes the connection of the response; it may run on any thread
     * @return an action that ends the use; empty if the memory is not available, or only at the expense of another body of this response
     */
    public Optional<Runnable> tryUse(String network, Runnable disconnect) {
        synchronized (share) {
            if (holding == null) {
                holding = share.tryAcquire(network, size, displacement,
                        it -> it instanceof Displacement other && other.isUsedBy(disconnect)).orElse(null);
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
                holding = share.acquire(responses.iterator().next().network, size, displacement);
            }
        }
    }

    private void displace() {
        List<Response> displaced;
        synchronized (share) {
            var network = holding.network();
            displaced = responses.stream().filter(it -> it.network.equals(network)).toList();
            displaced.forEach(responses::remove);
            holding = responses.isEmpty() ? null : share.acquire(responses.iterator().next().network, size, displacement);
        }
        displaced.forEach(it -> it.disconnect.run());
    }
}
