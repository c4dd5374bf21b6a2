package dev.parlance.rest.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an address offers, for the answers 405 and 406: Jakarta REST knows it while it looks for a method, and does not
 * tell once it has found none.
 */
public final class Routes {
    private final List<Class<?>> resources;
    private final List<Route> routes;

    /** @param resources the annotated classes, in the order in which their addresses are compared */
    public Routes(List<Class<?>> resources) {
        this.resources = resources;
        this.routes = resources.stream().flatMap(Routes::of).toList();
    }

    /** @param segments of the template, those with braces stand for any */
    private record Route(String template, List<String> segments, Pattern path, String method, Set<String> produces) {
        boolean fits(List<String> path) {
            boolean fits = path.size() == segments.size();
            for (int i = 0; fits && i < path.size(); i++) {
                fits = segments.get(i).startsWith("{") ? !path.get(i).isEmpty() : segments.get(i).equals(path.get(i));
            }
            return fits;
        }
    }

    /** Of every resource. */
    public Stream<Method> all() {
        return resources.stream().flatMap(it -> Arrays.stream(it.getDeclaredMethods())).filter(it -> verb(it).isPresent());
    }

    boolean has(String path) {
        return at(path).findAny().isPresent();
    }

    boolean has(String path, String method) {
        return at(path).anyMatch(it -> it.method().equals(method));
    }

    /** Sorted, separated by commas: as the header {@code Allow} wants it. */
    String methods(String path) {
        var methods = at(path).map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    String mediaTypes(String path, String method) {
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return at(path).filter(it -> it.method().equals(asked)).flatMap(it -> it.produces().stream()).sorted()
                .collect(Collectors.joining(", "));
    }

    /** Under which an address is documented, whatever method it is asked for with. */
    public Optional<String> template(String path) {
        var segments = List.of(path.split("/", -1));
        for (var route : routes) {
            if (route.fits(segments)) {
                return Optional.of(route.template());
            }
        }
        return Optional.empty();
    }

    private Stream<Route> at(String path) {
        return routes.stream().filter(it -> it.path().matcher(path).matches());
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> verb(method)
                .map(verb -> of(template(method), verb, produces(resource, method))).stream());
    }

    public static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(it -> Optional.ofNullable(it.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value).findFirst();
    }

    private static Route of(String template, String verb, Set<String> produces) {
        return new Route(template, List.of(template.split("/", -1)), path(template), verb, produces);
    }

    /** The address of a method, with the names of its parameters in braces. */
    public static String template(Method method) {
        var own = method.getAnnotation(Path.class);
        return method.getDeclaringClass().getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    }

    private static Pattern path(String template) {
        return Pattern.compile(Arrays.stream(template.split("(?=/)"))
                .map(segment -> segment.startsWith("/{") ? "/[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining()) + "/?");
    }

    private static Set<String> produces(Class<?> resource, Method method) {
        var produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                .orElse(resource.getAnnotation(Produces.class));
        return Set.of(produces.value());
    }
}
