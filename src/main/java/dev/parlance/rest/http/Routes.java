package dev.parlance.rest.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The routes of all resources: path templates, methods and media types.
 *
 * <p>A slash at the end of a path is ignored. Responses with status 405 and 406 list the alternatives. Jakarta REST does not expose them
 * after it has found no method.
 */
public final class Routes {
    private final List<Class<?>> resources;
    private final Map<Integer, List<Route>> bySegmentCount;

    /**
     * Reads the routes of annotated resource classes.
     *
     * @param resources the classes, in the order in which their paths are matched
     */
    public Routes(List<Class<?>> resources) {
        this.resources = resources;
        this.bySegmentCount = resources.stream().flatMap(Routes::routesOf).collect(Collectors.groupingBy(it -> it.segments().size()));
    }

    /** @param segments the segments of the template; a segment in braces matches any value */
    private record Route(String template, List<String> segments, String method, Set<String> produces, boolean smallBody,
            boolean fileBody) {
        boolean matches(List<String> pathSegments) {
            for (int i = 0; i < segments.size(); i++) {
                var segment = pathSegments.get(i);
                if (segments.get(i).startsWith("{") ? segment.isEmpty() : !segments.get(i).equals(segment)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns the HTTP methods of all resources. */
    public Stream<Method> resourceMethods() {
        return resources.stream().flatMap(it -> Arrays.stream(it.getDeclaredMethods())).filter(it -> httpMethod(it).isPresent());
    }

    /** Returns the methods that the API description contains. Pages for browsers are not part of the API. */
    public Stream<Method> documentedMethods() {
        return resourceMethods().filter(it -> !it.getAnnotation(Operation.class).hidden());
    }

    boolean exists(String path) {
        return routesAt(path).findAny().isPresent();
    }

    boolean exists(String path, String method) {
        return routesAt(path).anyMatch(it -> it.method().equals(method));
    }

    /** Returns the value of the header {@code Allow}: sorted method names, separated by commas. */
    String allowedMethods(String path) {
        var methods = routesAt(path).map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    String producedMediaTypes(String path, String method) {
        var effectiveMethod = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return routesAt(path).filter(it -> it.method().equals(effectiveMethod)).flatMap(it -> it.produces().stream()).sorted()
                .collect(Collectors.joining(", "));
    }

    /** Returns the template that a path matches, whatever the HTTP method. */
    public Optional<String> templateOf(String path) {
        return routesAt(path).map(Route::template).findFirst();
    }

    /** Returns whether the resource at a path accepts small bodies only, as does a path without a resource. */
    boolean hasSmallBody(String path) {
        return routesAt(path).allMatch(Route::smallBody);
    }

    /** Returns whether the body of a request is a file. */
    boolean hasFileBody(String path, String method) {
        return routesAt(path).anyMatch(it -> it.fileBody() && it.method().equals(method));
    }

    /** Does not use regular expressions, which are too slow here: each request with a body needs its route before Jakarta REST. */
    private Stream<Route> routesAt(String path) {
        var segments = segmentsOf(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return bySegmentCount.getOrDefault(segments.size(), List.of()).stream().filter(it -> it.matches(segments));
    }

    private static List<String> segmentsOf(String path) {
        return List.of(path.split("/", -1));
    }

    private static Stream<Route> routesOf(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> httpMethod(method)
                .map(httpMethod -> toRoute(resource, method, httpMethod)).stream());
    }

    /** Returns the HTTP method of a resource method; empty if it has none. */
    public static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(it -> Optional.ofNullable(it.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value).findFirst();
    }

    private static Route toRoute(Class<?> resource, Method method, String httpMethod) {
        var template = templateOf(method);
        return new Route(template, segmentsOf(template), httpMethod, producedBy(resource, method),
                resource.isAnnotationPresent(SmallBody.class), method.isAnnotationPresent(FileBody.class));
    }

    /** Returns the path template of a resource method, with parameter names in braces. */
    public static String templateOf(Method method) {
        var methodPath = method.getAnnotation(Path.class);
        var classPath = method.getDeclaringClass().getAnnotation(Path.class).value();
        return methodPath == null ? classPath : (classPath.equals("/") ? "" : classPath) + "/" + methodPath.value();
    }

    private static Set<String> producedBy(Class<?> resource, Method method) {
        var produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                .orElse(resource.getAnnotation(Produces.class));
        return Set.of(produces.value());
    }
}
