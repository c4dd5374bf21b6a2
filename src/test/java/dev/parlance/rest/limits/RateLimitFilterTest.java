package dev.parlance.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.authoring.CommentResource;
import dev.parlance.rest.delivery.CatalogResource;
import dev.parlance.rest.delivery.RenderResource;
import dev.parlance.rest.http.PartialFake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitFilterTest {
    private static final RateQuota THREE = new RateQuota(3);
    private static final Method READ = methodOf(CatalogResource.class, GET.class);
    private static final Method WRITE = methodOf(CommentResource.class, POST.class);
    private static final Method RENDER = methodOf(RenderResource.class, POST.class);

    private final RateLimits limits = new RateLimits(Map.of(RatePolicy.WRITES, THREE, RatePolicy.READS, THREE), () -> 0);
    private String address = "192.0.2.1";
    private final RateLimitFilter filter = new RateLimitFilter(limits, PartialFake.of(RoutingContext.class, Map.of(
            "request", ignored -> PartialFake.of(HttpServerRequest.class, Map.of(
                    "remoteAddress", none -> SocketAddress.inetSocketAddress(1, address))))));

    @Test
    void announcesWhatRemains() {
        assertThat(request(WRITE, 201)).containsOnly(Map.entry("RateLimit-Policy", "\"writes\";q=3;w=60"),
                Map.entry("RateLimit", "\"writes\";r=2;t=20"));
        assertThat(request(READ, 200)).isEmpty();
        assertThat(request(RENDER, 200)).isEmpty();
    }

    @Test
    void rejectsRequestsBeyondTheQuota() {
        IntStream.range(0, 3).forEach(it -> request(WRITE, 201));

        assertThatThrownBy(() -> request(WRITE, 201)).isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
            assertThat(it.arguments()).containsEntry("seconds", 20L);
        });
        address = "192.0.2.2";
        assertThat(request(WRITE, 201)).containsEntry("RateLimit", "\"writes\";r=2;t=20");
    }

    @Test
    void addressesOfOneNetworkShareTheQuota() {
        address = "2001:db8::1";
        request(WRITE, 201);
        address = "2001:db8::2";

        assertThat(request(WRITE, 201)).containsEntry("RateLimit", "\"writes\";r=1;t=40");
    }

    @Test
    void doesNotCountUnchangedReads() {
        IntStream.range(0, 100).forEach(it -> request(READ, 304));
        IntStream.range(0, 3).forEach(it -> request(READ, 200));

        assertThatThrownBy(() -> request(READ, 200)).isInstanceOf(ProblemException.class);
    }

    @Test
    void countsRejections() {
        var registry = new SimpleMeterRegistry();
        limits.registerMetrics(new StartupEvent(), registry);
        IntStream.range(0, 5).forEach(it -> limits.take(RatePolicy.WRITES, THREE, "client"));

        assertThat(registry.get("parlance.rate.limit.rejections").tag("policy", "writes").functionCounter().count()).isEqualTo(2);
        assertThat(registry.get("parlance.rate.limit.rejections").tag("policy", "reads").functionCounter().count()).isZero();
    }

    /** Returns the headers that the filter adds to the response. */
    private Map<String, Object> request(Method method, int status) {
        var properties = new HashMap<String, Object>();
        var request = PartialFake.of(ContainerRequestContext.class, Map.of(
                "getProperty", arguments -> properties.get(arguments[0]),
                "setProperty", arguments -> properties.put((String) arguments[0], arguments[1])));
        filter.count(request, PartialFake.of(ResourceInfo.class, Map.of("getResourceMethod", ignored -> method)));
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        filter.describe(request, PartialFake.of(ContainerResponseContext.class, Map.of(
                "getStatus", ignored -> status, "getHeaders", ignored -> headers)));
        var result = new HashMap<String, Object>();
        headers.forEach((name, values) -> result.put(name, values.get(0)));
        return result;
    }

    private static Method methodOf(Class<?> resource, Class<? extends Annotation> httpMethod) {
        return Arrays.stream(resource.getDeclaredMethods()).filter(it -> it.isAnnotationPresent(httpMethod)).findFirst().orElseThrow();
    }
}
