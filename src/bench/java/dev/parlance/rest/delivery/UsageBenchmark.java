package dev.parlance.rest.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.BenchmarkSettings;
import dev.parlance.rest.input.Representation;
import dev.parlance.rest.usage.DeliveryUsage;
import dev.parlance.usage.UsageCounter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * Rendering of one message to its response body, without and with counting its use.
 *
 * <p>This is the work of the fast path without HTTP, so HTTP makes the share of counting smaller than the one measured here.
 */
public class UsageBenchmark extends BenchmarkSettings {
    private static final int MESSAGES = 128;

    /** A release with messages of two arguments, and requests for them. */
    @State(Scope.Benchmark)
    public static class Release {
        /** One message, which all threads count in the same place, or many. */
        @Param({"1", "128"})
        int requested;

        @Param({"TEXT", "JSON"})
        Representation representation;

        Snapshot snapshot;
        List<MessageResponse.RenderQuery> requests;
        RenderedJsonWriter json;
        DeliveryUsage usage;

        @Setup
        public void load() {
            snapshot = BenchmarkRelease.load(MESSAGES);
            requests = IntStream.range(0, requested).mapToObj(it -> new MessageResponse.RenderQuery("order-limit-" + it, "de", null, null,
                    null, Map.of("locale", List.of("de"), "arg", List.of("5", "10s")))).toList();
            json = new RenderedJsonWriter(new ObjectMapper());
            usage = new DeliveryUsage(new UsageCounter(new ResourceUsage()));
        }

        MessageResponse render(int turn) {
            return MessageResponse.of(snapshot, representation, requests.get(turn & requests.size() - 1), Optional.empty());
        }
    }

    /** Iterates over the requests, separately for each thread, in the middle of a padded array. */
    @State(Scope.Thread)
    public static class Turn {
        private static final int LAST = 32;

        private final int[] counts = new int[2 * LAST];

        int next() {
            return counts[LAST]++;
        }
    }

    @Benchmark
    public byte[] render(Release release, Turn turn) {
        return release.render(turn.next()).body(release.json);
    }

    @Benchmark
    public byte[] renderAndCount(Release release, Turn turn) {
        var response = release.render(turn.next());
        var body = response.body(release.json);
        response.countIn(release.usage);
        return body;
    }

    @Benchmark
    @Threads(2)
    public byte[] renderByTwo(Release release, Turn turn) {
        return render(release, turn);
    }

    @Benchmark
    @Threads(2)
    public byte[] renderAndCountByTwo(Release release, Turn turn) {
        return renderAndCount(release, turn);
    }
}
