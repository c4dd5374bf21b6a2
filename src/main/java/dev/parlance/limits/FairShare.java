package dev.parlance.limits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Divides a limit among networks of clients. Thread-safe.
 *
 * <p>At the limit, the network with the largest share loses its oldest holding. One network can therefore use the whole limit while no
 * other needs it, but cannot exclude others.
 */
public final class FairShare {
    private final ResourceLimit limit;
    private final ResourceUsage usage;
    private final Map<String, Share> byNetwork = new HashMap<>();
    /** Among equal shares, the oldest comes last. */
    private final TreeSet<Share> bySize = new TreeSet<>(Comparator.comparingLong((Share it) -> it.total)
            .thenComparing(Comparator.comparingLong((Share it) -> it.number).reversed()));
    private long shareCount;

    public FairShare(ResourceLimit limit, ResourceUsage usage) {
        this.limit = limit;
        this.usage = usage;
    }

    /** The holdings of one network, oldest first. */
    private static final class Share {
        private final String network;
        private final long number;
        private final Set<Holding> holdings = new LinkedHashSet<>();
        private long total;

        private Share(String network, long number) {
            this.network = network;
            this.number = number;
        }
    }

    /** An amount that a network holds. */
    public final class Holding {
        private final String network;
        private final long amount;
        private final Runnable displacement;

        private Holding(String network, long amount, Runnable displacement) {
            this.network = network;
            this.amount = amount;
            this.displacement = displacement;
        }

        public String network() {
            return network;
        }

        /** Returns the amount to the limit. Has no effect if it was already released or displaced. */
        public void release() {
            synchronized (FairShare.this) {
                remove(this);
            }
        }
    }

    /**
     * Reserves an amount, displacing other holdings if necessary. Counts each displacement as a rejection.
     *
     * @param displacement frees what is held. It runs on any thread, after the amount has been given to another holder.
     * @return empty if the network itself has the largest share, but nothing to displace
     */
    public Optional<Holding> tryAcquire(String network, long amount, Runnable displacement) {
        return tryAcquire(network, amount, displacement, it -> false);
    }

    /**
     * Reserves an amount without displacing holdings of the requester.
     *
     * @param isOwn whether a displacement would harm the requester of the new amount
     * @return also empty if the next holding to displace belongs to the requester
     */
    public Optional<Holding> tryAcquire(String network, long amount, Runnable displacement, Predicate<Runnable> isOwn) {
        var displaced = new ArrayList<Holding>();
        var acquired = tryAcquire(new Holding(network, amount, displacement), displaced, isOwn);
        displaced.forEach(it -> it.displacement.run());
        return acquired;
    }

    private synchronized Optional<Holding> tryAcquire(Holding holding, List<Holding> displaced, Predicate<Runnable> isOwn) {
        while (usage.used(limit) + holding.amount > limit.value()) {
            usage.countRejection(limit);
            var largest = findLargest(holding);
            if (largest.isEmpty()) {
                return Optional.empty();
            }
            var oldest = largest.get().holdings.iterator().next();
            if (isOwn.test(oldest.displacement)) {
                return Optional.empty();
            }
            remove(oldest);
            displaced.add(oldest);
        }
        add(holding);
        return Optional.of(holding);
    }

    /** Reserves an amount, even beyond the limit, until the next one that is acquired displaces it. */
    public synchronized Holding acquire(String network, long amount, Runnable displacement) {
        var holding = new Holding(network, amount, displacement);
        add(holding);
        return holding;
    }

    /** Returns the largest share, counting the new amount; empty if it has no holdings yet. */
    private Optional<Share> findLargest(Holding added) {
        if (added.amount > limit.value() || bySize.isEmpty()) {
            return Optional.empty();
        }
        var own = byNetwork.get(added.network);
        var largest = bySize.last();
        return own == largest || largest.total >= added.amount + (own == null ? 0 : own.total) ? Optional.of(largest)
                : Optional.ofNullable(own);
    }

    private void add(Holding holding) {
        var share = byNetwork.computeIfAbsent(holding.network, it -> new Share(it, shareCount++));
        bySize.remove(share);
        share.holdings.add(holding);
        share.total += holding.amount;
        bySize.add(share);
        usage.acquire(limit, holding.amount);
    }

    private void remove(Holding holding) {
        var share = byNetwork.get(holding.network);
        if (share == null || !share.holdings.remove(holding)) {
            return;
        }
        bySize.remove(share);
        share.total -= holding.amount;
        if (share.holdings.isEmpty()) {
            byNetwork.remove(share.network);
        } else {
            bySize.add(share);
        }
        usage.release(limit, holding.amount);
    }
}
