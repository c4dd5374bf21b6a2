package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.http.Origins;
import dev.parlance.rest.http.Routes;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.Permission;
import dev.parlance.security.authentication.ActorIdentities;
import dev.parlance.security.authentication.Credentials;
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
class Admission {
    private static final String SEALED = "parlance.private";

    /** What may be otherwise once this replica has heard of what was allowed a moment ago. */
    private static final Set<ProblemType> MAY_PASS =
            EnumSet.of(ProblemType.NOT_PERMITTED, ProblemType.LOCALE_NOT_ALLOWED, ProblemType.UNKNOWN_CATALOG, ProblemType.NOT_READY);

    private final CurrentAccess access;
    private final CurrentIdentityAssociation identity;
    private final SnapshotRegistry delivery;
    private final Credentials credentials;
    private final SecondLook second;
    private final Routes routes;
    private final Map<Method, Demand> demands = new ConcurrentHashMap<>();

    Admission(CurrentAccess access, CurrentIdentityAssociation identity, SnapshotRegistry delivery, Credentials credentials, Routes routes) {
        this.routes = routes;
        this.access = access;
        this.identity = identity;
        this.delivery = delivery;
        this.credentials = credentials;
        this.second = new SecondLook(access, Infrastructure.getDefaultWorkerPool(), Clock.systemUTC());
    }

    void refuseSilentMethods(@Observes StartupEvent event) {
        routes.all().forEach(Demand::of);
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void admit(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        var demand = demands.computeIfAbsent(resource.getResourceMethod(), Demand::of);
        demand.needs().ifPresentOrElse(it -> admitToCatalog(request, it), () -> admitToService(request, demand.whom().orElseThrow()));
    }

    /** What is not for everybody is kept by nobody but who asked for it; so resources say nothing of it themselves. Of events nobody keeps anything, and they pass no filter. */
    @ServerResponseFilter
    void seal(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(SEALED) != null) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Caching.PRIVATE);
        }
    }

    private void admitToService(ResteasyReactiveContainerRequestContext request, Admits.Whom whom) {
        boolean shown = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null || request.getHeaderString(HttpHeaders.COOKIE) != null;
        if (whom == Admits.Whom.EVERYBODY || whom == Admits.Whom.EVERYBODY_BY_NAME && !shown) {
            return;
        }
        whenKnown(request, actor -> {
            if (actor.anonymous() && whom != Admits.Whom.EVERYBODY_BY_NAME) {
                throw ProblemType.UNAUTHORIZED.with();
            } else if (whom == Admits.Whom.ADMINISTRATORS && !actor.administrator()) {
                throw ProblemType.NOT_PERMITTED.with();
            }
            if (!actor.anonymous()) {
                request.setProperty(SEALED, true);
            }
        });
    }

    private void admitToCatalog(ResteasyReactiveContainerRequestContext request, Needs needs) {
        var named = request.getUriInfo().getPathParameters().getFirst("catalog");
        if (needs.value() == Permission.READ && access.directory().isPublic(new CatalogName(named))) {
            return;
        }
        whenKnown(request, actor -> decide(request, needs, named, actor));
    }

    private void decide(ContainerRequestContext request, Needs needs, String named, Actor actor) {
        var permission = needs.value();
        if (actor.anonymous() && permission != Permission.READ) {
            throw ProblemType.UNAUTHORIZED.with();
        }
        var catalog = new CatalogName(named);
        var directory = access.directory();
        boolean open = directory.isPublic(catalog);
        if (!actor.isAllowed(permission, catalog) && !(open && permission == Permission.READ)) {
            throw refusal(directory, catalog, actor, delivery.isReady());
        }
        refuseOtherLocales(request, needs, catalog, actor);
        if (!open || permission != Permission.READ) {
            request.setProperty(SEALED, true);
        }
    }

    /** The same for a catalog that is not there and for one that the actor may not see. */
    static ProblemException refusal(AccessSnapshot directory, CatalogName catalog, Actor actor, boolean ready) {
        if (directory.isPublic(catalog) || directory.has(catalog) && actor.isAllowed(Permission.READ, catalog)) {
            return ProblemType.NOT_PERMITTED.with();
        }
        return directory.loaded() && ready ? ProblemType.UNKNOWN_CATALOG.with(catalog.value()) : ProblemType.NOT_READY.with();
    }

    private static void refuseOtherLocales(ContainerRequestContext request, Needs needs, CatalogName catalog, Actor actor) {
        var allowed = actor.locales(needs.value(), catalog);
        if (!allowed.isLimited() || needs.localesInside()) {
            return;
        }
        var locale = Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("locale"))
                .or(() -> Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst("locale")));
        if (!locale.map(LocaleTag::parse).filter(allowed::contains).isPresent()) {
            throw Caller.notAllowed(locale.orElse(Caller.EVERY), allowed);
        }
    }

    private interface Decision {
        void of(Actor actor);
    }

    /** Goes on when it is known who asks; what shows credentials that nobody accepts is refused, whatever it wants. */
    private void whenKnown(ResteasyReactiveContainerRequestContext request, Decision decision) {
        request.suspend();
        known(request).flatMap(it -> decided(checked(request, it), decision))
                .subscribe().with(it -> request.resume(), request::resume);
    }

    /** A cookie that holds no longer is no credential, and no offence, the provider's like ours. */
    private Uni<SecurityIdentity> known(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return identity.getDeferredIdentity();
        }
        return identity.getDeferredIdentity().onFailure(AuthenticationFailedException.class).recoverWithItem(() -> {
            var nobody = ActorIdentities.of(Actor.ANONYMOUS);
            identity.setIdentity(nobody);
            return nobody;
        });
    }

    /** For nobody known the database is never asked: he would learn something by the time it takes, and could drive it. */
    private Uni<Actor> decided(Actor actor, Decision decision) {
        try {
            decision.of(actor);
            return Uni.createFrom().item(actor);
        } catch (ProblemException e) {
            if (actor.anonymous() || !MAY_PASS.contains(e.type())) {
                throw e;
            }
            return Uni.createFrom().completionStage(second::taken).map(it -> again(actor, decision));
        }
    }

    private Actor again(Actor known, Decision decision) {
        var actor = credentials.reauthenticate(known);
        decision.of(actor);
        identity.setIdentity(ActorIdentities.of(actor));
        return actor;
    }

    private static Actor checked(ContainerRequestContext request, @Nullable SecurityIdentity identity) {
        var actor = identity == null ? Actor.ANONYMOUS : ActorIdentities.actor(identity);
        boolean header = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        if (actor.anonymous() && header) {
            throw ProblemType.UNAUTHORIZED.with();
        }
        if (!actor.anonymous() && !header && Origins.changes(request)) {
            Origins.refuseForeign(request);
        }
        return actor;
    }
}
