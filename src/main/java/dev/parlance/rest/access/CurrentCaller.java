package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.Permission;
import dev.parlance.security.authentication.ActorIdentities;
import dev.parlance.security.authentication.CredentialVerifier;
import dev.parlance.security.authentication.ProviderSession;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authenticated caller of the current request.
 *
 * <p>Anonymous where {@link AuthorizationFilter} has not resolved an identity, as for reads of public catalogs.
 */
@ApplicationScoped
public class CurrentCaller {
    /** The argument of {@link ProblemType#LOCALE_NOT_ALLOWED} that stands for all locales. */
    static final String ALL_LOCALES = "every";

    /** The property of a request that holds the actor whom {@link AuthorizationFilter} has verified. */
    static final String VERIFIED_ACTOR = "parlance.actor";

    private final CurrentIdentityAssociation currentIdentity;
    private final AccessRegistry accessRegistry;
    private final CredentialVerifier credentials;

    CurrentCaller(CurrentIdentityAssociation currentIdentity, AccessRegistry accessRegistry, CredentialVerifier credentials) {
        this.currentIdentity = currentIdentity;
        this.accessRegistry = accessRegistry;
        this.credentials = credentials;
    }

    /** Returns the caller without blocking, since this may run on the event loop. The filter has resolved the identity already. */
    public Actor actor() {
        return identity().map(ActorIdentities::actorOf).orElse(Actor.ANONYMOUS);
    }

    /**
     * Returns the actor whom {@link AuthorizationFilter} has verified. Never authenticates.
     *
     * @return anonymous if the operation needs no authentication, whatever the credentials of the request
     */
    public static Actor verifiedActor(ContainerRequestContext request) {
        return request.getProperty(VERIFIED_ACTOR) instanceof Actor actor ? actor : Actor.ANONYMOUS;
    }

    private Optional<SecurityIdentity> identity() {
        return Optional.ofNullable(currentIdentity.getDeferredIdentity().subscribeAsCompletionStage().getNow(null));
    }

    /** Returns the session at the OpenID provider that authenticated the caller, if any. */
    public Optional<ProviderSession> providerSession() {
        return identity().flatMap(ActorIdentities::providerSessionOf);
    }

    /** Returns whether the caller may read the releases of a catalog. */
    public boolean canRead(CatalogName catalog) {
        return accessRegistry.snapshot().isPublic(catalog) || actor().hasPermission(Permission.READ, catalog);
    }

    /** Returns whether permissions are loaded. Until then, only some public catalogs may be known. */
    public boolean isAccessKnown() {
        return accessRegistry.snapshot().isLoaded();
    }

    /** Returns whether the caller may see names and comments of the people who work on a catalog. */
    public boolean canReadPeople(CatalogName catalog) {
        return canReadDraft(catalog);
    }

    /** Returns the catalogs whose drafts the caller may read, according to the loaded permissions. */
    public Stream<CatalogName> readableDrafts() {
        var actor = actor();
        return accessRegistry.snapshot().publicByCatalog().keySet().stream().filter(it -> actor.hasPermission(Permission.READ_DRAFT, it));
    }

    /** Returns whether a catalog exists, with or without a release, according to the loaded permissions. */
    public boolean isExisting(CatalogName catalog) {
        return accessRegistry.snapshot().contains(catalog);
    }

    /** Returns whether the caller may read the draft of a catalog. */
    public boolean canReadDraft(CatalogName catalog) {
        return actor().hasPermission(Permission.READ_DRAFT, catalog);
    }

    /**
     * Returns a repeatable {@link #canRead}, for streams: access may be revoked while the caller listens.
     *
     * <p>It becomes false when the credentials of the caller become invalid, even in a public catalog.
     */
    public BooleanSupplier readPermissionCheck(CatalogName catalog) {
        var actor = actor();
        var validity = identity().map(ActorIdentities::validityOf).orElse(() -> true);
        return () -> validity.getAsBoolean()
                && (accessRegistry.snapshot().isPublic(catalog) || credentials.reload(actor).hasPermission(Permission.READ, catalog));
    }

    /** Returns a repeatable {@link #canReadDraft}, for streams. It becomes false when the credentials of the caller become invalid. */
    public BooleanSupplier readDraftPermissionCheck(CatalogName catalog) {
        var actor = actor();
        var validity = identity().map(ActorIdentities::validityOf).orElse(() -> true);
        return () -> validity.getAsBoolean() && credentials.reload(actor).hasPermission(Permission.READ_DRAFT, catalog);
    }

    /**
     * Requires a permission that depends on the body, which {@link AuthorizationFilter} does not read.
     *
     * @throws dev.parlance.problems.ProblemException if the caller lacks the permission, or has it in other locales only
     */
    public void requirePermission(Permission permission, CatalogName catalog, LocaleTag locale) {
        if (!actor().hasPermission(permission, catalog)) {
            throw notPermitted(permission);
        } else if (!actor().hasPermission(permission, catalog, locale)) {
            throw localeNotAllowed(locale.value(), actor().allowedLocales(permission, catalog));
        }
    }

    /**
     * Requires a permission in all locales, for operations whose permission depends on the request body.
     *
     * @throws dev.parlance.problems.ProblemException if the caller lacks the permission
     */
    public void requirePermission(Permission permission, CatalogName catalog) {
        if (!actor().hasPermission(permission, catalog)) {
            throw notPermitted(permission);
        }
    }

    public boolean hasPermission(Permission permission, CatalogName catalog) {
        return actor().hasPermission(permission, catalog);
    }

    /** Names the permission, and the first role that has it. */
    static ProblemException notPermitted(Permission permission) {
        var role = Arrays.stream(MemberRole.values()).filter(it -> it.permissions().contains(permission)).findFirst().orElseThrow();
        return ProblemType.NOT_PERMITTED.with(permission.label(), role.label());
    }

    static RuntimeException localeNotAllowed(String locale, AllowedLocales allowed) {
        return ProblemType.LOCALE_NOT_ALLOWED
                .with(locale, allowed.locales().isEmpty() ? ProblemType.NONE
                        : allowed.locales().stream().map(LocaleTag::value).collect(Collectors.joining(", ")));
    }
}
