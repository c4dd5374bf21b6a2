package dev.parlance.rest.limits;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.limits.TokenBucket.Status;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The filter that applies the rate limits, after the caller is authorized.
 *
 * <p>The headers are those of {@code draft-ietf-httpapi-ratelimit-headers-11}.
 */
class RateLimitFilter {
    /** The header that states the limit: its name, the number of requests and the window in seconds. */
    static final String POLICY_HEADER = "RateLimit-Policy";
    /** The header that states the remaining requests, and the seconds until more are available. */
    static final String LIMIT_HEADER = "RateLimit";

    private static final String COUNTED_REQUEST = "parlance.counted";
    private static final int NOT_MODIFIED = 304;

    private final RateLimits limits;
    private final RoutingContext routing;
    private final Map<Method, Optional<RatePolicy>> policies = new ConcurrentHashMap<>();

    RateLimitFilter(RateLimits limits, RoutingContext routing) {
        this.limits = limits;
        this.routing = routing;
    }

    private record CountedRequest(RatePolicy policy, RateQuota quota, String client, Status status) {
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void count(ContainerRequestContext request, ResourceInfo resource) {
        policies.computeIfAbsent(resource.getResourceMethod(), RatePolicy::of)
                .ifPresent(policy -> limits.quota(policy).ifPresent(quota -> count(request, policy, quota)));
    }

    private void count(ContainerRequestContext request, RatePolicy policy, RateQuota quota) {
        var client = clientOf(request);
        var status = limits.take(policy, quota, client);
        request.setProperty(COUNTED_REQUEST, new CountedRequest(policy, quota, client, status));
        if (!status.taken()) {
            throw ProblemType.TOO_MANY_REQUESTS.with(status.seconds());
        }
    }

    /** The prefix distinguishes the names of actors from addresses. */
    private String clientOf(ContainerRequestContext request) {
        var actor = CurrentCaller.verifiedActor(request);
        return actor.isAnonymous() ? ClientNetwork.of(RequestAudit.addressOf(routing.request())).narrowest() : "actor:" + actor.name();
    }

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(COUNTED_REQUEST) instanceof CountedRequest counted)) {
            return;
        }
        if (counted.policy() == RatePolicy.READS && response.getStatus() == NOT_MODIFIED) {
            limits.giveBack(counted.policy(), counted.quota(), counted.client());
        }
        if (counted.policy().isAnnounced() || !counted.status().taken()) {
            var name = "\"" + counted.policy().id() + "\"";
            response.getHeaders().putSingle(POLICY_HEADER,
                    name + ";q=" + counted.quota().requests() + ";w=" + RateQuota.WINDOW_SECONDS);
            response.getHeaders().putSingle(LIMIT_HEADER, name + ";r=" + counted.status().remaining() + ";t=" + counted.status().seconds());
        }
    }
}
