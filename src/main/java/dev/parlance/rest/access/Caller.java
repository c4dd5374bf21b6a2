package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.Permission;
import dev.parlance.security.authentication.ActorIdentities;
import dev.parlance.security.authentication.Credentials;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Who has been let in. Only for methods that ask who it is, see {@link Admission}. */
@ApplicationScoped
public class Caller {
    /** Stands for all locales in the words of a refusal. */
    static final String EVERY = "every";

    private final CurrentIdentityAssociation identity;
    private final CurrentAccess access;
    private final Credentials credentials;

    Caller(CurrentIdentityAssociation identity, CurrentAccess access, Credentials credentials) {
        this.identity = identity;
        this.access = access;
        this.credentials = credentials;
    }

    /** Admission has waited for it, so it is there already: whoever asks may be on the event loop, and must not wait again. */
    public Actor actor() {
        var known = identity.getDeferredIdentity().subscribeAsCompletionStage().getNow(null);
        return known == null ? Actor.ANONYMOUS : ActorIdentities.actor(known);
    }

    public boolean reads(CatalogName catalog) {
        return access.directory().isPublic(catalog) || actor().isAllowed(Permission.READ, catalog);
    }

    /** As {@link #reads}, asked anew each time: rights may be taken away from who goes on listening. */
    public BooleanSupplier reading(CatalogName catalog) {
        // Of a public catalog nobody was asked who he is.
        var actor = access.directory().isPublic(catalog) ? Actor.ANONYMOUS : actor();
        return () -> access.directory().isPublic(catalog) || credentials.reauthenticate(actor).isAllowed(Permission.READ, catalog);
    }

    /** For what stands in a body, where admission does not see it: locales, and what else is wanted. */
    public void refuseUnless(Permission permission, CatalogName catalog, LocaleTag locale) {
        if (!actor().isAllowed(permission, catalog)) {
            throw ProblemType.NOT_PERMITTED.with();
        } else if (!actor().isAllowed(permission, catalog, locale)) {
            throw notAllowed(locale.value(), actor().locales(permission, catalog));
        }
    }

    static RuntimeException notAllowed(String locale, AllowedLocales allowed) {
        return ProblemType.LOCALE_NOT_ALLOWED.with(locale, allowed.locales().stream().map(LocaleTag::value).collect(Collectors.joining(", ")));
    }
}
