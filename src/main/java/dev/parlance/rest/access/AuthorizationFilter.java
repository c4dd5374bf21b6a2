package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.CsrfProtection;
import dev.parlance.rest.http.Routes;
import dev.parlance.rest.problem.RejectedCredentials;
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
import jakarta.ws.rs.core.Response;
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
 * The filter that authorizes each request by the {@link AccessRule} of its resource method.
 *
 * <p>A method without a rule prevents the start of the service. Releases of public catalogs are served without authentication.
 * A private catalog answers callers without access exactly like an unknown one, so that its existence is not disclosed.
 */
class AuthorizationFilter {
    private static final String PRIVATE_RESPONSE = "parlance.private";
    private static final String VARYING_RESPONSE = "parlance.varying";
    private static final String CREDENTIAL_HEADERS = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.COOKIE;

    /** Denials that may be outdated, because another replica may have granted access a moment ago. */
    private static final Set<ProblemType> DENIALS_TO_RECHECK =
            EnumSet.of(ProblemType.NOT_PERMITTED, ProblemType.LOCALE_NOT_ALLOWED, ProblemType.UNKNOWN_CATALOG, ProblemType.NOT_READY);

    private final AccessRegistry accessRegistry;
    private final CurrentIdentityAssociation currentIdentity;
    private final SnapshotRegistry snapshotRegistry;
    private final CredentialVerifier credentials;
    private final PermissionReload permissionReload;
    private final Routes routes;
    private final Map<Method, AccessRule> rules = new ConcurrentHashMap<>();

    AuthorizationFilter(AccessRegistry accessRegistry, CurrentIdentityAssociation currentIdentity, SnapshotRegistry snapshotRegistry,
            CredentialVerifier credentials, Routes routes) {
        this.routes = routes;
        this.accessRegistry = accessRegistry;
        this.currentIdentity = currentIdentity;
        this.snapshotRegistry = snapshotRegistry;
        this.credentials = credentials;
        this.permissionReload = new PermissionReload(accessRegistry, Infrastructure.getDefaultWorkerPool(), Clock.systemUTC());
    }

    void requireAccessRules(@Observes StartupEvent event) {
        routes.resourceMethods().forEach(AccessRule::of);
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void authorize(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        var rule = rules.computeIfAbsent(resource.getResourceMethod(), AccessRule::of);
        rule.requiredPermission().ifPresentOrElse(it -> authorizeForCatalog(request, it),
                () -> authorizeForService(request, rule.allowedGroup().orElseThrow()));
    }

    /**
     * Sets {@code private, no-store} on responses to authorized callers, so that resources need not do so.
     *
     * <p>Public responses that would differ for an authenticated caller vary by credentials: otherwise, a cache would serve the response
     * to an anonymous request to a member.
     *
     * <p>Event streams bypass response filters, and caches do not store them.
     */
    @ServerResponseFilter
    void forbidSharedCaching(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PRIVATE_RESPONSE) != null) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CacheHeaders.PRIVATE);
        }
        boolean cacheable = Response.Status.Family.familyOf(response.getStatus()) != Response.Status.Family.CLIENT_ERROR;
        if (request.getProperty(VARYING_RESPONSE) != null && cacheable) {
            response.getHeaders().add(HttpHeaders.VARY, CREDENTIAL_HEADERS);
        }
    }

    private void authorizeForService(ResteasyReactiveContainerRequestContext request, AllowedCallers.CallerGroup group) {
        if (group == AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED) {
            request.setProperty(VARYING_RESPONSE, true);
        }
        if (group == AllowedCallers.CallerGroup.ANYONE
                || group == AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED && !hasCredentials(request)) {
            return;
        }
        withIdentity(request, actor -> {
            if (actor.isAnonymous() && group != AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED) {
                throw unauthorized(request);
            } else if (group == AllowedCallers.CallerGroup.ADMINISTRATORS && !actor.administrator()) {
                throw ProblemType.NOT_PERMITTED.with(ProblemType.NONE, "administrator");
            }
            if (!actor.isAnonymous()) {
                request.setProperty(PRIVATE_RESPONSE, true);
            }
        });
    }

    private static boolean hasCredentials(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) != null || request.getHeaderString(HttpHeaders.COOKIE) != null;
    }

    private void authorizeForCatalog(ResteasyReactiveContainerRequestContext request, RequiresPermission required) {
        var catalogName = request.getUriInfo().getPathParameters().getFirst("catalog");
        if (AccessRule.permissionFor(request.getUriInfo(), required) == Permission.READ
                && accessRegistry.snapshot().isPublic(new CatalogName(catalogName))) {
            if (!required.identifiesCaller()) {
                return;
            }
            request.setProperty(VARYING_RESPONSE, true);
            if (!hasCredentials(request)) {
                return;
            }
        }
        withIdentity(request, actor -> checkPermission(request, required, catalogName, actor));
    }

    private void checkPermission(ContainerRequestContext request, RequiresPermission required, String catalogName, Actor actor) {
        var permission = AccessRule.permissionFor(request.getUriInfo(), required);
        var catalog = new CatalogName(catalogName);
        var snapshot = accessRegistry.snapshot();
        boolean isPublic = snapshot.isPublic(catalog);
        if (actor.isAnonymous() && (required.value() != Permission.READ || isPublic && permission == Permission.READ_DRAFT)) {
            throw unauthorized(request);
        }
        if (!actor.hasPermission(permission, catalog) && !(isPublic && permission == Permission.READ)) {
            throw denial(snapshot, catalog, actor, permission, snapshotRegistry.isReady());
        }
        checkLocale(request, required, catalog, actor);
        if (!isPublic || permission != Permission.READ || !actor.isAnonymous()) {
            request.setProperty(PRIVATE_RESPONSE, true);
        }
    }

    /** Returns the same problem for an unknown catalog and for one that is invisible to the actor. */
    static ProblemException denial(AccessSnapshot snapshot, CatalogName catalog, Actor actor, Permission permission,
            boolean ready) {
        if (snapshot.isPublic(catalog) || snapshot.contains(catalog) && actor.hasPermission(Permission.READ, catalog)) {
            return CurrentCaller.notPermitted(permission);
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

    /** Suspends the request until its identity is resolved. Invalid credentials are rejected before the check runs. */
    private void withIdentity(ResteasyReactiveContainerRequestContext request, ActorCheck check) {
        request.suspend();
        resolveIdentity(request).flatMap(it -> checkOrReload(it, requireValidCredentials(request, it), check))
                .invoke(actor -> request.setProperty(CurrentCaller.VERIFIED_ACTOR, actor))
                .subscribe().with(it -> request.resume(), request::resume);
    }

    /** An expired session cookie, ours or the OpenID provider's, means anonymous, not an error. */
    private Uni<SecurityIdentity> resolveIdentity(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return currentIdentity.getDeferredIdentity().onFailure(AuthenticationFailedException.class)
                    .transform(failure -> accessRegistry.snapshot().isLoaded() ? failure : ProblemType.NOT_READY.with());
        }
        return currentIdentity.getDeferredIdentity().onFailure(AuthenticationFailedException.class).recoverWithItem(() -> {
            var anonymous = ActorIdentities.of(Actor.ANONYMOUS);
            currentIdentity.setIdentity(anonymous);
            return anonymous;
        });
    }

    /**
     * Reloads permissions before a known caller is denied.
     *
     * <p>Anonymous callers never cause a query: its duration would disclose private catalogs, and anyone could load the database.
     */
    private Uni<Actor> checkOrReload(@Nullable SecurityIdentity identity, Actor actor, ActorCheck check) {
        try {
            check.verify(actor);
            return Uni.createFrom().item(actor);
        } catch (ProblemException e) {
            if (identity == null || actor.isAnonymous() || !DENIALS_TO_RECHECK.contains(e.type())) {
                throw e;
            }
            return Uni.createFrom().completionStage(permissionReload::reload).map(it -> recheck(identity, actor, check));
        }
    }

    private Actor recheck(SecurityIdentity identity, Actor previous, ActorCheck check) {
        var actor = credentials.reload(previous);
        check.verify(actor);
        currentIdentity.setIdentity(ActorIdentities.replaceActor(identity, actor));
        return actor;
    }

    /** Answers 503 until permissions are loaded: a 401 would make clients discard valid credentials. */
    private ProblemException unauthorized(ContainerRequestContext request) {
        return accessRegistry.snapshot().isLoaded() || !hasCredentials(request)
                ? RejectedCredentials.toProblem(request.getHeaderString(HttpHeaders.AUTHORIZATION)) : ProblemType.NOT_READY.with();
    }

    private Actor requireValidCredentials(ContainerRequestContext request, @Nullable SecurityIdentity identity) {
        var actor = identity == null ? Actor.ANONYMOUS : ActorIdentities.actorOf(identity);
        boolean hasAuthorization = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        if (actor.isAnonymous() && hasAuthorization) {
            throw unauthorized(request);
        }
        if (!actor.isAnonymous() && !hasAuthorization && CsrfProtection.isUnsafe(request)) {
            CsrfProtection.rejectCrossSite(request);
        }
        return actor;
    }
}
