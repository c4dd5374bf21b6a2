package dev.parlance.rest.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.rendering.BenchmarkSettings;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.usage.DeliveryUsage;
import dev.parlance.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rendering of 50 messages from the request body to the response body, without HTTP. The figures are for one message. */
@State(Scope.Benchmark)
public class BatchBenchmark extends BenchmarkSettings {
    private static final int MESSAGES = 50;

    private byte[] body;
    private RenderResource resource;
    private RenderResource.RenderSettings settings;
    private List<RenderResource.RequestedMessage> messages;

    @Setup
    public void load() {
        var snapshot = BenchmarkRelease.load(MESSAGES);
        var usage = new ResourceUsage();
        resource = new RenderResource(null, null, new RenderedJsonWriter(new ObjectMapper()), usage,
                new DeliveryUsage(new UsageCounter(usage)));
        settings = new RenderResource.RenderSettings(snapshot, ReaderLocale.of(snapshot, "de", Optional.empty()), ZoneOffset.UTC, false,
                Optional.empty());
        body = IntStream.range(0, MESSAGES).mapToObj(it -> "{\"key\":\"order-limit-" + it + "\",\"args\":[\"5\",\"10s\"]}")
                .collect(Collectors.joining(",", "{\"locale\":\"de\",\"messages\":[", "]}")).getBytes(StandardCharsets.UTF_8);
        messages = parse().messages();
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public RenderResource.RenderRequest parse() {
        return JsonBody.read(body, RenderResource.RenderRequest.class, "args");
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public byte[] render() {
        return resource.renderToBytes(settings, messages);
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public byte[] parseAndRender() {
        return resource.renderToBytes(settings, parse().messages());
    }
}
