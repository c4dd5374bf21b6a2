package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Permission;
import dev.parlance.security.authentication.ActorIdentities;
import dev.parlance.security.authentication.CredentialVerifier;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Who has been let in. Only for methods that ask who it is, see {@link AuthorizationFilter}. */
@ApplicationScoped
public class CurrentCaller {
    /** Stands for all locales in the words of a refusal. */
    static final String ALL_LOCALES = "every";

    private final CurrentIdentityAssociation currentIdentity;
    private final AccessRegistry accessRegistry;
    private final CredentialVerifier credentials;

    CurrentCaller(CurrentIdentityAssociation currentIdentity, AccessRegistry accessRegistry, CredentialVerifier credentials) {
        this.currentIdentity = currentIdentity;
        this.accessRegistry = accessRegistry;
        this.credentials = credentials;
    }

    /** Admission has waited for it, so it is there already: whoever asks may be on the event loop, and must not wait again. */
    public Actor actor() {
        var currentUser = currentIdentity.getDeferredIdentity().subscribeAsCompletionStage().getNow(null);
        return currentUser == null ? Actor.ANONYMOUS : ActorIdentities.actorOf(currentUser);
    }

    public boolean canRead(CatalogName catalog) {
        return accessRegistry.snapshot().isPublic(catalog) || actor().hasPermission(Permission.READ, catalog);
    }

    /** As {@link #reads}, asked anew each time: rights may be taken away from who goes on listening. */
    public BooleanSupplier readPermissionCheck(CatalogName catalog) {
        // Of a public catalog nobody was asked who he is.
        var actor = accessRegistry.snapshot().isPublic(catalog) ? Actor.ANONYMOUS : actor();
        return () -> accessRegistry.snapshot().isPublic(catalog) || credentials.reload(actor).hasPermission(Permission.READ, catalog);
    }

    /** For what stands in a body, where admission does not see it: locales, and what else is wanted. */
    public void requirePermission(Permission permission, CatalogName catalog, LocaleTag locale) {
        if (!actor().hasPermission(permission, catalog)) {
            throw ProblemType.NOT_PERMITTED.with();
        } else if (!actor().hasPermission(permission, catalog, locale)) {
            throw localeNotAllowed(locale.value(), actor().allowedLocales(permission, catalog));
        }
    }

    static RuntimeException localeNotAllowed(String locale, AllowedLocales allowed) {
        return ProblemType.LOCALE_NOT_ALLOWED.with(locale, allowed.locales().stream().map(LocaleTag::value).collect(Collectors.joining(", ")));
    }
}
