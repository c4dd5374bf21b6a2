package dev.parlance.rest.http;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.QueryArguments;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that a method does not declare, and those given twice that it takes once. */
public class KnownParameters {
    private final Map<Method, SortedMap<String, Boolean>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var query = request.getUriInfo().getQueryParameters();
        if (!query.isEmpty()) {
            check(query, declared.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of));
        }
    }

    /** @param known by name, whether they may be repeated */
    public static void check(Map<String, List<String>> query, SortedMap<String, Boolean> known) {
        query.forEach((name, values) -> {
            boolean named = name.startsWith(QueryArguments.NAMED) && known.containsKey(QueryArguments.POSITIONAL);
            if (!known.containsKey(name) && !named) {
                throw ProblemType.UNKNOWN_PARAMETER.with(name, known.isEmpty() ? "–" : String.join(", ", known.keySet()));
            }
            // Jakarta REST would take it for absent; two addresses for one answer would fill caches.
            if (!named && !known.get(name) && values.contains("")) {
                throw ProblemType.INVALID_PARAMETER.with(name, "", "≠ \"\"");
            }
            if (values.size() > 1 && !named && !known.get(name)) {
                throw ProblemType.REPEATED_PARAMETER.with(name);
            }
        });
    }

    /** What a method of a resource declares: by name, whether it may be repeated. */
    public static SortedMap<String, Boolean> of(Method method) {
        var known = new TreeMap<String, Boolean>();
        Arrays.stream(method.getParameters()).filter(it -> it.isAnnotationPresent(RestQuery.class)).forEach(it ->
                known.put(it.getName(), Collection.class.isAssignableFrom(it.getType())));
        return known;
    }
}
