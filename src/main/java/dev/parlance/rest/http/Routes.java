package dev.parlance.rest.http;

import dev.parlance.rest.administration.AccountResource;
import dev.parlance.rest.administration.FirstAdministratorResource;
import dev.parlance.rest.administration.KeyResource;
import dev.parlance.rest.administration.MemberResource;
import dev.parlance.rest.administration.ProviderResource;
import dev.parlance.rest.administration.SessionResource;
import dev.parlance.rest.administration.SettingsResource;
import dev.parlance.rest.administration.VisibilityResource;
import dev.parlance.rest.authoring.ChangeResource;
import dev.parlance.rest.authoring.CheckResource;
import dev.parlance.rest.authoring.DefinitionResource;
import dev.parlance.rest.authoring.DraftResource;
import dev.parlance.rest.authoring.GlossaryResource;
import dev.parlance.rest.authoring.JobResource;
import dev.parlance.rest.authoring.MessageSuggestionResource;
import dev.parlance.rest.authoring.SuggestionResource;
import dev.parlance.rest.authoring.TextResource;
import dev.parlance.rest.delivery.BundleResource;
import dev.parlance.rest.delivery.CatalogResource;
import dev.parlance.rest.delivery.ChannelResource;
import dev.parlance.rest.delivery.CodeResource;
import dev.parlance.rest.delivery.EventResource;
import dev.parlance.rest.delivery.MessageResource;
import dev.parlance.rest.delivery.PinnedBundleResource;
import dev.parlance.rest.delivery.PreviewResource;
import dev.parlance.rest.delivery.ReleaseResource;
import dev.parlance.rest.delivery.RenderResource;
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
    static final List<Class<?>> RESOURCES = List.of(CatalogResource.class, MessageResource.class, RenderResource.class,
            PreviewResource.class, BundleResource.class, PinnedBundleResource.class, CodeResource.class, ReleaseResource.class, ChannelResource.class,
            EventResource.class, DraftResource.class, DefinitionResource.class, TextResource.class, ChangeResource.class,
            SettingsResource.class, CheckResource.class, JobResource.class, GlossaryResource.class,
            MessageSuggestionResource.class, SuggestionResource.class,
            MemberResource.class, KeyResource.class, VisibilityResource.class, AccountResource.class, FirstAdministratorResource.class,
            SessionResource.class, ProviderResource.class);

    private static final List<Route> ROUTES = RESOURCES.stream().flatMap(Routes::of).toList();

    private Routes() {
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
    public static Stream<Method> all() {
        return RESOURCES.stream().flatMap(it -> Arrays.stream(it.getDeclaredMethods())).filter(it -> verb(it).isPresent());
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

    /** Under which an address is documented, whatever method it is asked for with. */
    public static Optional<String> template(String path) {
        var segments = List.of(path.split("/", -1));
        for (var route : ROUTES) {
            if (route.fits(segments)) {
                return Optional.of(route.template());
            }
        }
        return Optional.empty();
    }

    private static Stream<Route> at(String path) {
        return ROUTES.stream().filter(it -> it.path().matcher(path).matches());
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
