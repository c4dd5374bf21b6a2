package dev.parlance.rest.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.rest.http.ResponseReservation;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DerivedBundlesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final LocaleTag JA = LocaleTag.parse("ja");

    private final ResourceUsage usage = new ResourceUsage();
    private final Derivations derivations = new Derivations(usage);
    private final AtomicLong nanos = new AtomicLong();
    private final DerivedBundles bundles = new DerivedBundles(derivations, usage, nanos::get);
    private final List<Collection<ContentEncoding>> loads = Collections.synchronizedList(new ArrayList<>());
    private final List<String> disconnected = new ArrayList<>();
    private final TestReservations reservations = new TestReservations();

    @AfterEach
    void stop() {
        derivations.stop();
    }

    @Test
    void cachesOnSecondRequestOnly() {
        get("part", "zstd, gzip");
        assertThat(bundles.sizeInBytes()).isZero();
        get("part", "zstd, gzip");
        get("part", "gzip");
        assertThat(loads).containsExactly(List.of(ContentEncoding.ZSTD), ContentEncoding.availableEncodings());
        assertThat(bundles.sizeInBytes()).isPositive();
    }

    @Test
    void compressesWithPreferredEncodingOnFirstRequest() {
        get("one", "gzip");
        get("two", null);
        assertThat(loads).containsExactly(List.of(ContentEncoding.GZIP), List.of());
    }

    @Test
    void cachesCanonicalDerivationsAtOnce() {
        get(new DerivedBundles.Derivation("format", Derivations.Source.MEMORY, true, this::load), "gzip");
        get(new DerivedBundles.Derivation("format", Derivations.Source.MEMORY, true, this::load), "gzip");
        assertThat(loads).hasSize(1);
    }

    @Test
    void expiresTenMinutesAfterLastAccess() {
        get("part", null);
        get("part", null);
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        get("part", null);
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        get("part", null);
        assertThat(loads).hasSize(2);
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(bundles.sizeInBytes()).isZero();
        get("part", null);
        assertThat(loads).hasSize(3);
    }

    @Test
    void weighsKeysAndObjects() {
        var small = bundle(10);
        assertThat(DerivedBundles.weight("key", small)).isGreaterThan(890);
        assertThat(DerivedBundles.weight("key", bundle(100_000)) - DerivedBundles.weight("key", small)).isEqualTo(99_990);
        assertThat(DerivedBundles.weight("k".repeat(1000), small)).isGreaterThan(DerivedBundles.weight("", small) + 1000);
        var lossy = new EncodedBundle(small.digest(), JA, small.identity(), Map.of(), Set.of("a-key-that-is-lossy"));
        assertThat(lossy.sizeInBytes()).isGreaterThan(small.sizeInBytes() + 50);
    }

    @Test
    void neverExceedsItsSize() {
        int size = (int) (ResourceLimit.DERIVED_BUNDLES.value() / 10);
        for (int i = 0; i < 30; i++) {
            get(new DerivedBundles.Derivation("format" + i, Derivations.Source.MEMORY, true, it -> Optional.of(bundle(size))), null);
            reservations.endAll();
        }
        assertThat(bundles.sizeInBytes()).isPositive().isLessThanOrEqualTo(ResourceLimit.DERIVED_BUNDLES.value());
    }

    @Test
    void cachesNothingIfNothingCanBeDerived() {
        for (int i = 0; i < 3; i++) {
            var derivation = new DerivedBundles.Derivation("since", Derivations.Source.DATABASE, false, it -> Optional.empty());
            assertThat(get(derivation, "gzip")).isEmpty();
        }
        assertThat(bundles.sizeInBytes()).isZero();
    }

    @Test
    void sharesOneDerivationAmongSimultaneousRequests() {
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var count = new AtomicInteger();
        var derivation = new DerivedBundles.Derivation("format", Derivations.Source.MEMORY, true, it -> {
            count.incrementAndGet();
            started.countDown();
            await(release);
            return Optional.of(bundle(10));
        });
        var requests = new ArrayList<UniAssertSubscriber<Optional<EncodedBundle>>>();
        for (int i = 0; i < 50; i++) {
            requests.add(bundles.get(derivation, request("gzip")).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }
        await(started);
        requests.get(0).cancel();
        release.countDown();
        requests.stream().skip(1).forEach(it -> assertThat(it.awaitItem(TIMEOUT).getItem()).isPresent());
        assertThat(count).hasValue(1);
    }

    @Test
    void failsAtOnceWhenTooManyDerivationsWait() {
        var release = new CountDownLatch(1);
        var accepted = ResourceLimit.DERIVATION_THREADS.value() + ResourceLimit.DERIVATION_QUEUE.value();
        var requests = new ArrayList<UniAssertSubscriber<Optional<EncodedBundle>>>();
        for (int i = 0; i < accepted + 5; i++) {
            requests.add(bundles.get(new DerivedBundles.Derivation("part" + i, Derivations.Source.MEMORY, false, it -> {
                await(release);
                return Optional.of(bundle(10));
            }), request(null)).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }
        assertThat(usage.rejections(ResourceLimit.DERIVATION_QUEUE)).isBetween(5L, 7L);
        var rejected = requests.stream().filter(it -> it.getFailure() != null).toList();
        assertThat(rejected).hasSize((int) usage.rejections(ResourceLimit.DERIVATION_QUEUE)).allMatch(it -> isBusy(it.getFailure()));
        // Derivations that wait for the database have threads of their own.
        assertThat(get(new DerivedBundles.Derivation("pinned", Derivations.Source.DATABASE, false, it -> Optional.of(bundle(10))), null))
                .isPresent();
        release.countDown();
        requests.stream().filter(it -> !rejected.contains(it)).forEach(it -> it.awaitItem(TIMEOUT));
    }

    @Test
    void boundsBytesBeingSent() {
        int half = (int) (ResourceLimit.DERIVED_RESPONSES.value() / 2);
        var large = new DerivedBundles.Derivation("large", Derivations.Source.MEMORY, false, it -> Optional.of(bundle(half)));
        get(large, null);
        assertThat(usage.used(ResourceLimit.DERIVED_RESPONSES)).isGreaterThan(half);
        // Of two responses that do not fit together, the older one is disconnected.
        get(large, null);
        assertThat(disconnected).containsExactly("192.0.2.1");
        assertThat(usage.rejections(ResourceLimit.DERIVED_RESPONSES)).isEqualTo(1);
        assertThat(usage.used(ResourceLimit.DERIVED_RESPONSES)).isLessThanOrEqualTo(ResourceLimit.DERIVED_RESPONSES.value());
        var tooLarge = new DerivedBundles.Derivation("all", Derivations.Source.MEMORY, false, it -> Optional.of(bundle(2 * half + 1)));
        assertThatThrownBy(() -> get(tooLarge, null)).matches(it -> hasType(it, ProblemType.RESPONSE_TOO_LARGE));
        reservations.endAll();
        assertThat(usage.used(ResourceLimit.DERIVED_RESPONSES)).isZero();
    }

    @Test
    void disconnectsNetworkThatHoldsMost() {
        int quarter = (int) (ResourceLimit.DERIVED_RESPONSES.value() / 4) - 1000;
        get("small", null);
        for (int i = 0; i < 4; i++) {
            send(new DerivedBundles.Derivation("large" + i, Derivations.Source.MEMORY, false, it -> Optional.of(bundle(quarter))), "large");
        }

        send(new DerivedBundles.Derivation("new", Derivations.Source.MEMORY, false, it -> Optional.of(bundle(quarter))), "new");

        assertThat(disconnected).containsExactly("large");
    }

    @Test
    void rejectsResponseWhoseBundlesExceedLimitTogether() {
        var request = request(null);
        send(large("first", 6), request);
        assertThatThrownBy(() -> send(large("second", 6), request)).matches(it -> hasType(it, ProblemType.RESPONSE_TOO_LARGE));
        assertThat(usage.rejections(ResourceLimit.DERIVED_RESPONSES)).isEqualTo(1);
        assertThat(disconnected).isEmpty();
    }

    @Test
    void failsInsteadOfDisplacingOtherBundlesOfTheResponse() {
        var request = request(null);
        send(large("other", 3), request(null, "203.0.113.1"));
        send(large("first", 5), request);
        assertThatThrownBy(() -> send(large("second", 4), request)).matches(DerivedBundlesTest::isBusy);
        assertThat(disconnected).isEmpty();
    }

    private void send(DerivedBundles.Derivation derivation, BundleRequest request) {
        assertThat(bundles.get(derivation, request).await().atMost(TIMEOUT)).isPresent();
    }

    /** Derives a bundle of some tenths of the limit. */
    private static DerivedBundles.Derivation large(String key, int tenths) {
        int size = (int) (ResourceLimit.DERIVED_RESPONSES.value() / 10 * tenths) - 1000;
        return new DerivedBundles.Derivation(key, Derivations.Source.MEMORY, false, it -> Optional.of(bundle(size)));
    }

    private void send(DerivedBundles.Derivation derivation, String network) {
        assertThat(bundles.get(derivation, request(null, network)).await().atMost(TIMEOUT)).isPresent();
    }

    @Test
    void accountsOnceForBytesThatSeveralResponsesShare() {
        get("part", null);
        get("part", null);
        reservations.endAll();
        get("part", null);
        long once = usage.used(ResourceLimit.DERIVED_RESPONSES);
        get("part", null);
        assertThat(usage.used(ResourceLimit.DERIVED_RESPONSES)).isEqualTo(once).isPositive();
        reservations.endAll();
        assertThat(usage.used(ResourceLimit.DERIVED_RESPONSES)).isZero();
    }

    @Test
    void passesFailuresOnAndTriesAgain() {
        var failing = new DerivedBundles.Derivation("part", Derivations.Source.MEMORY, false, it -> {
            throw ProblemType.UNKNOWN_RELEASE.with(1, "exchange");
        });
        assertThatThrownBy(() -> get(failing, null)).isInstanceOf(ProblemException.class);
        assertThat(get("part", null)).isPresent();
    }

    private Optional<EncodedBundle> get(String key, @Nullable String acceptEncoding) {
        return get(new DerivedBundles.Derivation(key, Derivations.Source.MEMORY, false, this::load), acceptEncoding);
    }

    private Optional<EncodedBundle> get(DerivedBundles.Derivation derivation, @Nullable String acceptEncoding) {
        return bundles.get(derivation, request(acceptEncoding)).await().atMost(TIMEOUT);
    }

    private BundleRequest request(@Nullable String acceptEncoding) {
        return request(acceptEncoding, "192.0.2.1");
    }

    private BundleRequest request(@Nullable String acceptEncoding, String network) {
        return new BundleRequest(acceptEncoding, null, ClientNetwork.of(network), () -> disconnected.add(network), reservations.create());
    }

    private Optional<EncodedBundle> load(Collection<ContentEncoding> encodings) {
        loads.add(List.copyOf(encodings));
        return Optional.of(bundle(100));
    }

    private static EncodedBundle bundle(int size) {
        var bytes = new byte[size];
        return new EncodedBundle(Digest.of(Integer.toString(size).getBytes(StandardCharsets.UTF_8)), JA, bytes, Map.of(), Set.of());
    }

    private static boolean isBusy(Throwable failure) {
        return hasType(failure, ProblemType.BUSY);
    }

    private static boolean hasType(Throwable failure, ProblemType type) {
        return failure instanceof ProblemException problem && problem.type() == type;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reservations of responses that end together. */
    private static final class TestReservations {
        private final List<ResponseReservation> open = new ArrayList<>();

        ResponseReservation create() {
            var reservation = new ResponseReservation();
            open.add(reservation);
            return reservation;
        }

        void endAll() {
            open.forEach(ResponseReservation::end);
            open.clear();
        }
    }
}
