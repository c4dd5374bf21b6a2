package dev.parlance.rest;

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
final class Routes {
    static final List<Class<?>> RESOURCES = List.of(CatalogResource.class, MessageResource.class, RenderResource.class,
            PreviewResource.class, BundleResource.class, PinnedBundleResource.class, CodeResource.class, ReleaseResource.class, ChannelResource.class,
            EventResource.class, DraftResource.class, DefinitionResource.class, TextResource.class, ChangeResource.class,
            SettingsResource.class, CheckResource.class, JobResource.class, GlossaryResource.class,
            MessageSuggestionResource.class, SuggestionResource.class);

    private static final List<Route> ROUTES = RESOURCES.stream().flatMap(Routes::of).toList();

    private Routes() {
    }

    private record Route(Pattern path, String method, Set<String> produces) {
    }

    static boolean has(String path) {
        return at(path).findAny().isPresent();
    }

    static boolean has(String path, String method) {
        return at(path).anyMatch(it -> it.method().equals(method));
    }

    /** Sorted, separated by commas: as the header {@code Allow} wants it. */
    static String methods(String path) {
        var methods = at(path).map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    static String mediaTypes(String path, String method) {
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return at(path).filter(it -> it.method().equals(asked)).flatMap(it -> it.produces().stream()).sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Route> at(String path) {
        return ROUTES.stream().filter(it -> it.path().matcher(path).matches());
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> verb(method)
                .map(verb -> new Route(path(resource, method), verb, produces(resource, method))).stream());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(it -> Optional.ofNullable(it.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value).findFirst();
    }

    private static Pattern path(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        var template = resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
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
