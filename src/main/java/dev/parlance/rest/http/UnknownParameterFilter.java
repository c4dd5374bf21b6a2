package dev.parlance.rest.http;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.HtmlForm;
import dev.parlance.rest.input.QueryArguments;
import dev.parlance.rest.table.ListFormats;
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
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Rejects query parameters that are not declared, are empty, or are repeated without being a list. */
public class UnknownParameterFilter {
    private final Map<Method, SortedMap<String, Boolean>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void rejectUnknown(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        Map<String, List<String>> query = request.getUriInfo().getQueryParameters();
        if (method.isAnnotationPresent(HtmlForm.class)) {
            query = withoutEmpty(query);
        }
        if (!query.isEmpty()) {
            rejectUnknown(query, declared.computeIfAbsent(method, UnknownParameterFilter::declaredBy));
        }
    }

    private static Map<String, List<String>> withoutEmpty(Map<String, List<String>> query) {
        return query.entrySet().stream().filter(it -> !it.getValue().equals(List.of("")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Rejects the query unless all its parameters are declared.
     *
     * @param repeatableByName the declared names, and whether each may be repeated
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_PARAMETER}, {@link ProblemType#MISSING_PARAMETER} or
     *         {@link ProblemType#REPEATED_PARAMETER}
     */
    public static void rejectUnknown(Map<String, List<String>> query, SortedMap<String, Boolean> repeatableByName) {
        query.forEach((name, values) -> {
            boolean isNamedArgument = name.startsWith(QueryArguments.NAMED_PREFIX)
                    && repeatableByName.containsKey(QueryArguments.POSITIONAL);
            if (!repeatableByName.containsKey(name) && !isNamedArgument) {
                throw ProblemType.UNKNOWN_PARAMETER
                        .with(name, repeatableByName.isEmpty() ? ProblemType.NONE : String.join(", ", repeatableByName.keySet()));
            }
            // Jakarta REST treats an empty parameter as absent. Two URLs for one response would fill caches.
            if (!isNamedArgument && !repeatableByName.get(name) && values.contains("")) {
                throw ProblemType.MISSING_PARAMETER.with(name);
            }
            if (values.size() > 1 && !isNamedArgument && !repeatableByName.get(name)) {
                throw ProblemType.REPEATED_PARAMETER.with(name);
            }
        });
    }

    /** Returns the query parameters that a resource method declares, and whether each may be repeated. */
    public static SortedMap<String, Boolean> declaredBy(Method method) {
        var repeatableByName = new TreeMap<String, Boolean>();
        Arrays.stream(method.getParameters()).filter(it -> it.isAnnotationPresent(RestQuery.class)).forEach(it ->
                repeatableByName.put(it.getName(), Collection.class.isAssignableFrom(it.getType())));
        if (method.isAnnotationPresent(ListFormats.class)) {
            repeatableByName.put(ListFormats.PARAMETER, false);
        }
        return repeatableByName;
    }
}
