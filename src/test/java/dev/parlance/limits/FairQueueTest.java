package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FairQueueTest {
    private static final int CAPACITY = 64;
    private static final int LANE_CAPACITY = 8;
    private static final List<String> HONEST_IPV6 = ClientNetwork.of("2001:db8:ffff::1").prefixes();
    private static final List<String> HONEST_IPV4 = ClientNetwork.of("192.0.2.1").prefixes();
    private static final String HONEST = "honest";

    private final FairQueue<String> small = new FairQueue<>(6, 4);

    @Example
    void servesLanesInTurn() {
        offerAll(List.of("a"), "a1", "a2", "a3");
        offerAll(List.of("b"), "b1");
        offerAll(List.of("c"), "c1", "c2");
        assertThat(pollAll(small)).containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
        assertThat(small.poll()).isEmpty();
    }

    @Example
    void servesLanesWithinLaneInTurn() {
        offerAll(List.of("a", "x"), "ax1", "ax2");
        offerAll(List.of("a", "y"), "ay1");
        offerAll(List.of("b", "z"), "bz1", "bz2", "bz3");
        assertThat(pollAll(small)).containsExactly("ax1", "bz1", "ay1", "bz2", "ax2", "bz3");
    }

    @Example
    void displacesEntryOfSameLaneWhenLaneIsFull() {
        offerAll(List.of("a", "x"), "1", "2", "3", "4");
        offerAll(List.of("b", "y"), "b1");
        assertThat(small.isLaneFull(List.of("a", "x"))).isTrue();
        assertThat(small.offer(List.of("a", "x"), "5")).get().isIn("1", "2", "3", "4");
        assertThat(pollAll(small)).hasSize(5).contains("5", "b1");
    }

    @Example
    void displacesEntryOfLongestLaneWhenFull() {
        offerAll(List.of("a", "x"), "ax1");
        offerAll(List.of("a", "y"), "ay1", "ay2", "ay3");
        offerAll(List.of("b", "z"), "bz1", "bz2");
        assertThat(small.offer(List.of("c", "w"), "cw1")).get().asString().startsWith("ay");
        assertThat(small.offer(List.of("a", "x"), "ax2")).get().asString().startsWith("a").isNotEqualTo("ax2");
    }

    /** A client that retries is served, even if attackers add twenty entries from other networks for each one that is served. */
    @Property(tries = 10)
    void servesRetryingClientAmongAttackersInManyWideNetworks(@ForAll long seed) {
        var queue = queue(seed);
        int attackers = 0;
        boolean waiting = false;
        for (int served = 0; served < 2000; served++) {
            for (int i = 0; i < 20; i++) {
                attackers++;
                var address = "10.0.0.0".replace("10.0", attackers % 200 + 1 + "." + attackers / 200 % 200);
                waiting &= isNotHonest(queue.offer(ClientNetwork.of(address).prefixes(), "attacker"));
            }
            if (!waiting) {
                queue.offer(HONEST_IPV4, HONEST);
                waiting = true;
            }
            if (!isNotHonest(queue.poll())) {
                return;
            }
        }
        throw new AssertionError("the client was never served");
    }

    @Property(tries = 60)
    void neverDisplacesLoneNetworkWhileAttackersHaveFewWideNetworks(@ForAll("attackers") List<ClientNetwork> attackers, @ForAll long seed) {
        for (var honest : List.of(HONEST_IPV4, HONEST_IPV6)) {
            var queue = queue(seed);
            attackers.forEach(it -> queue.offer(it.prefixes(), "attacker"));
            assertThat(isNotHonest(queue.offer(honest, HONEST))).isTrue();
            attackers.forEach(it -> assertThat(isNotHonest(queue.offer(it.prefixes(), "attacker"))).isTrue());
            long wideNetworks = attackers.stream().map(ClientNetwork::widest).distinct().count();
            int turn = IntStream.rangeClosed(1, CAPACITY).filter(it -> !isNotHonest(queue.poll())).findFirst().orElseThrow();
            assertThat(turn).isLessThanOrEqualTo((int) wideNetworks + 1);
        }
    }

    @Property(tries = 10)
    void givesLoneNetworkHalfOfAllTurnsAgainstOneWideNetwork(@ForAll boolean ipv6, @ForAll @IntRange(min = 2, max = 1000) int networks,
            @ForAll long seed) {
        var queue = queue(seed);
        int honestTurns = 0;
        int attackers = 0;
        queue.offer(HONEST_IPV4, HONEST);
        for (int turn = 0; turn < 100; turn++) {
            for (int i = 0; i < 10; i++) {
                attackers = (attackers + 1) % networks;
                queue.offer(attacker(ipv6, 0, attackers), "attacker");
            }
            if (!isNotHonest(queue.poll())) {
                honestTurns++;
                queue.offer(HONEST_IPV4, HONEST);
            }
        }
        assertThat(honestTurns).isEqualTo(50);
    }

    @Property(tries = 100)
    void keepsBoundsAndServesEveryEntryThatIsNotDisplaced(@ForAll("operations") List<Integer> operations, @ForAll long seed) {
        var waiting = new HashMap<Integer, List<String>>();
        var entries = new FairQueue<Integer>(CAPACITY, LANE_CAPACITY, new SplittableRandom(seed));
        int next = 0;
        for (int operation : operations) {
            if (operation < 0) {
                entries.poll().ifPresent(it -> assertThat(waiting.remove(it)).isNotNull());
                continue;
            }
            int entry = next++;
            var lane = attacker(operation % 2 == 0, operation % 5, operation);
            waiting.put(entry, lane);
            var longest = longestWideLanes(waiting);
            boolean laneFull = entries.isLaneFull(lane);
            var displaced = entries.offer(lane, entry);
            assertThat(displaced.isPresent()).isEqualTo(laneFull || waiting.size() > CAPACITY);
            displaced.ifPresent(it -> {
                assertThat(it).isNotEqualTo(entry);
                var itsLane = waiting.remove(it);
                if (laneFull) {
                    assertThat(itsLane).isEqualTo(lane);
                } else {
                    assertThat(longest).contains(itsLane.get(0));
                }
            });
        }
        assertThat(new HashSet<>(pollAll(entries))).isEqualTo(waiting.keySet());
    }

    /** If all lanes are equal, a full queue admits the newcomer and displaces any of the others. */
    @Example
    void displacesRandomEntryWhenAllLanesAreEqual() {
        var displaced = new HashSet<String>();
        for (int seed = 0; seed < 1000; seed++) {
            var queue = queue(seed);
            for (int i = 0; i < CAPACITY; i++) {
                assertThat(queue.offer(List.of("lane" + i), "entry" + i)).isEmpty();
            }
            displaced.add(queue.offer(List.of("newcomer"), "newcomer").orElseThrow());
        }
        assertThat(displaced).hasSize(CAPACITY).doesNotContain("newcomer");
    }

    /** Several hundred networks in up to twenty wide ones. */
    @Provide
    Arbitrary<List<ClientNetwork>> attackers() {
        return Arbitraries.integers().between(1, 20).flatMap(wide -> Arbitraries.integers().between(0, 9999)
                .map(it -> new ClientNetwork(attacker(it % 2 == 0, it / 2 % wide, it))).list().ofMinSize(100).ofMaxSize(400));
    }

    /** Operations: a number offers an entry to the lane with this number, and a negative number polls. */
    @Provide
    Arbitrary<List<Integer>> operations() {
        return Arbitraries.integers().between(-10, 40).list().ofMinSize(50).ofMaxSize(400);
    }

    /** Returns one of many networks in a wide one. */
    private static List<String> attacker(boolean ipv6, int wide, int number) {
        return ClientNetwork.of(ipv6 ? String.format("2001:db8:%x:%x::1", wide, number * 37 % 65536)
                : "10." + wide + "." + number % 256 + "." + number / 256 % 256).prefixes();
    }

    private static FairQueue<String> queue(long seed) {
        return new FairQueue<>(CAPACITY, LANE_CAPACITY, new SplittableRandom(seed));
    }

    private static boolean isNotHonest(Optional<String> entry) {
        return !entry.equals(Optional.of(HONEST));
    }

    private static List<String> longestWideLanes(Map<Integer, List<String>> waiting) {
        var sizes = new HashMap<String, Integer>();
        waiting.values().forEach(it -> sizes.merge(it.get(0), 1, Integer::sum));
        int longest = sizes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return sizes.keySet().stream().filter(it -> sizes.get(it) == longest).toList();
    }

    private void offerAll(List<String> lane, String... entries) {
        for (var entry : entries) {
            assertThat(small.offer(lane, entry)).isEmpty();
        }
    }

    private static <T> List<T> pollAll(FairQueue<T> queue) {
        var all = new ArrayList<T>();
        for (var next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }
}
