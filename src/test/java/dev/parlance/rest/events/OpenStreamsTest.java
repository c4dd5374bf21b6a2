package dev.parlance.rest.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
    private static final int SHARE = (int) ResourceLimit.EVENT_STREAMS_PER_NETWORK.value();

    private final ResourceUsage usage = new ResourceUsage();
    private final OpenStreams streams = new OpenStreams(usage);

    private static boolean isBusy(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.BUSY;
    }

    @Test
    void limitsStreamsOfNetwork() {
        var releases = new ArrayList<Runnable>();
        for (int i = 0; i < SHARE; i++) {
            releases.add(streams.reserve("a"));
        }

        assertThatThrownBy(() -> streams.reserve("a")).matches(OpenStreamsTest::isBusy);

        assertThat(usage.rejections(ResourceLimit.EVENT_STREAMS_PER_NETWORK)).isEqualTo(1);
        streams.reserve("b").run();
        releases.forEach(Runnable::run);
        assertThat(usage.used(ResourceLimit.EVENT_STREAMS)).isZero();
        streams.reserve("a");
    }

    @Test
    void limitsAllStreams() {
        for (int i = 0; i < ResourceLimit.EVENT_STREAMS.value(); i++) {
            streams.reserve("network" + i);
        }

        assertThatThrownBy(() -> streams.reserve("last")).matches(OpenStreamsTest::isBusy);

        assertThat(usage.rejections(ResourceLimit.EVENT_STREAMS)).isEqualTo(1);
    }

    @Test
    void neverExceedsShareWhenRequestsArriveTogether() {
        var results = IntStream.range(0, 2 * SHARE).parallel().mapToObj(it -> {
            try {
                streams.reserve("a");
                return true;
            } catch (ProblemException e) {
                return false;
            }
        }).toList();

        assertThat(results).filteredOn(it -> it).hasSize(SHARE);
        assertThat(usage.used(ResourceLimit.EVENT_STREAMS)).isEqualTo(SHARE);
    }

    @Test
    void givesEachNetworkOneQuarter() {
        assertThat(ResourceLimit.EVENT_STREAMS.value() / SHARE).isEqualTo(4);
    }
}
