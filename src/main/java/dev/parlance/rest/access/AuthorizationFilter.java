package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.CsrfProtection;
import dev.parlance.rest.http.Routes;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.Permission;
import dev.parlance.security.authentication.ActorIdentities;
import dev.parlance.security.authentication.CredentialVerifier;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets in, or not, by what each resource method says of itself; one that says nothing is not served. The releases of public
 * catalogs are read without asking who reads. Of a catalog that somebody may not see he learns nothing, not even that it exists:
 * it is as unknown to him as one that there never was.
 */
class AuthorizationFilter {
    private static final String PRIVATE_RESPONSE = "parlance.private";

    /** What may be otherwise once this replica has heard of what was allowed a moment ago. */
    private static final Set<ProblemType> DENIALS_TO_RECHECK =
            EnumSet.of(ProblemType.NOT_PERMITTED, ProblemType.LOCALE_NOT_ALLOWED, ProblemType.UNKNOWN_CATALOG, ProblemType.NOT_READY);

    private final AccessRegistry accessRegistry;
    private final CurrentIdentityAssociation currentIdentity;
    private final SnapshotRegistry delivery;
    private final CredentialVerifier credentials;
    private final PermissionReload permissionReload;
    private final Routes routes;
    private final Map<Method, AccessRule> rules = new ConcurrentHashMap<>();

    AuthorizationFilter(AccessRegistry accessRegistry, CurrentIdentityAssociation currentIdentity, SnapshotRegistry delivery, CredentialVerifier credentials, Routes routes) {
        this.routes = routes;
        this.accessRegistry = accessRegistry;
        this.currentIdentity = currentIdentity;
        this.delivery = delivery;
        this.credentials = credentials;
        this.permissionReload = new PermissionReload(accessRegistry, Infrastructure.getDefaultWorkerPool(), Clock.systemUTC());
    }

    void requireAccessRules(@Observes StartupEvent event) {
        routes.resourceMethods().forEach(AccessRule::of);
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void authorize(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        var rule = rules.computeIfAbsent(resource.getResourceMethod(), AccessRule::of);
        rule.requiredPermission().ifPresentOrElse(it -> authorizeForCatalog(request, it), () -> authorizeForService(request, rule.allowedGroup().orElseThrow()));
    }

    /** What is not for everybody is kept by nobody but who asked for it; so resources say nothing of it themselves. Of events nobody keeps anything, and they pass no filter. */
    @ServerResponseFilter
    void forbidSharedCaching(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PRIVATE_RESPONSE) != null) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CacheHeaders.PRIVATE);
        }
    }

    private void authorizeForService(ResteasyReactiveContainerRequestContext request, AllowedCallers.CallerGroup group) {
        boolean hasCredentials = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null || request.getHeaderString(HttpHeaders.COOKIE) != null;
        if (group == AllowedCallers.CallerGroup.ANYONE || group == AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED && !hasCredentials) {
            return;
        }
        withIdentity(request, actor -> {
            if (actor.isAnonymous() && group != AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED) {
                throw ProblemType.UNAUTHORIZED.with();
            } else if (group == AllowedCallers.CallerGroup.ADMINISTRATORS && !actor.administrator()) {
                throw ProblemType.NOT_PERMITTED.with();
            }
            if (!actor.isAnonymous()) {
                request.setProperty(PRIVATE_RESPONSE, true);
            }
        });
    }

    private void authorizeForCatalog(ResteasyReactiveContainerRequestContext request, RequiresPermission required) {
        var catalogName = request.getUriInfo().getPathParameters().getFirst("catalog");
        if (required.value() == Permission.READ && accessRegistry.snapshot().isPublic(new CatalogName(catalogName))) {
            return;
        }
        withIdentity(request, actor -> checkPermission(request, required, catalogName, actor));
    }

    private void checkPermission(ContainerRequestContext request, RequiresPermission required, String catalogName, Actor actor) {
        var permission = required.value();
        if (actor.isAnonymous() && permission != Permission.READ) {
            throw ProblemType.UNAUTHORIZED.with();
        }
        var catalog = new CatalogName(catalogName);
        var snapshot = accessRegistry.snapshot();
        boolean isPublic = snapshot.isPublic(catalog);
        if (!actor.hasPermission(permission, catalog) && !(isPublic && permission == Permission.READ)) {
            throw denial(snapshot, catalog, actor, delivery.isReady());
        }
        checkLocale(request, required, catalog, actor);
        if (!isPublic || permission != Permission.READ) {
            request.setProperty(PRIVATE_RESPONSE, true);
        }
    }

    /** The same for a catalog that is not there and for one that the actor may not see. */
    static ProblemException denial(AccessSnapshot snapshot, CatalogName catalog, Actor actor, boolean ready) {
        if (snapshot.isPublic(catalog) || snapshot.contains(catalog) && actor.hasPermission(Permission.READ, catalog)) {
            return ProblemType.NOT_PERMITTED.with();
        }
        return snapshot.isLoaded() && ready ? ProblemType.UNKNOWN_CATALOG.with(catalog.value()) : ProblemType.NOT_READY.with();
    }

    private static void checkLocale(ContainerRequestContext request, RequiresPermission required, CatalogName catalog, Actor actor) {
        var allowed = actor.allowedLocales(required.value(), catalog);
        if (!allowed.isLimited() || required.localesInBody()) {
            return;
        }
        var locale = Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("locale"))
                .or(() -> Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst("locale")));
        if (!locale.map(LocaleTag::parse).filter(allowed::contains).isPresent()) {
            throw CurrentCaller.localeNotAllowed(locale.orElse(CurrentCaller.ALL_LOCALES), allowed);
        }
    }

    private interface ActorCheck {
        void verify(Actor actor);
    }

    /** Goes on when it is known who asks; what shows credentials that nobody accepts is refused, whatever it wants. */
    private void withIdentity(ResteasyReactiveContainerRequestContext request, ActorCheck check) {
        request.suspend();
        resolveIdentity(request).flatMap(it -> checkOrReload(requireValidCredentials(request, it), check))
                .subscribe().with(it -> request.resume(), request::resume);
    }

    /** A cookie that holds no longer is no credential, and no offence, the provider's like ours. */
    private Uni<SecurityIdentity> resolveIdentity(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return currentIdentity.getDeferredIdentity();
        }
        return currentIdentity.getDeferredIdentity().onFailure(AuthenticationFailedException.class).recoverWithItem(() -> {
            var anonymous = ActorIdentities.of(Actor.ANONYMOUS);
            currentIdentity.setIdentity(anonymous);
            return anonymous;
        });
    }

    /** For nobody known the database is never asked: he would learn something by the time it takes, and could drive it. */
    private Uni<Actor> checkOrReload(Actor actor, ActorCheck check) {
        try {
            check.verify(actor);
            return Uni.createFrom().item(actor);
        } catch (ProblemException e) {
            if (actor.isAnonymous() || !DENIALS_TO_RECHECK.contains(e.type())) {
                throw e;
            }
            return Uni.createFrom().completionStage(permissionReload::reload).map(it -> recheck(actor, check));
        }
    }

    private Actor recheck(Actor previous, ActorCheck check) {
        var actor = credentials.reload(previous);
        check.verify(actor);
        currentIdentity.setIdentity(ActorIdentities.of(actor));
        return actor;
    }

    private static Actor requireValidCredentials(ContainerRequestContext request, @Nullable SecurityIdentity identity) {
        var actor = identity == null ? Actor.ANONYMOUS : ActorIdentities.actorOf(identity);
        boolean hasAuthorization = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        if (actor.isAnonymous() && hasAuthorization) {
            throw ProblemType.UNAUTHORIZED.with();
        }
        if (!actor.isAnonymous() && !hasAuthorization && CsrfProtection.isUnsafe(request)) {
            CsrfProtection.rejectCrossSite(request);
        }
        return actor;
    }
}
