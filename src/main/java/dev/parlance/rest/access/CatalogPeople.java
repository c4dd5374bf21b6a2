package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.Permission;
import dev.parlance.security.PersonName;
import jakarta.enterprise.context.ApplicationScoped;

/** The people who work together on the draft of a catalog, according to the loaded permissions. */
@ApplicationScoped
public class CatalogPeople {
    private final AccessRegistry accessRegistry;
    private final CurrentCaller caller;

    CatalogPeople(AccessRegistry accessRegistry, CurrentCaller caller) {
        this.accessRegistry = accessRegistry;
        this.caller = caller;
    }

    /** Returns whether a name belongs to a member of a catalog, or to an administrator, who can sign in. */
    public boolean contains(CatalogName catalog, String person) {
        var snapshot = accessRegistry.snapshot();
        var account = snapshot.accounts().get(person);
        boolean member = snapshot.grantsOf(person).containsKey(catalog);
        return account == null ? member && person.startsWith(PersonName.OIDC_PREFIX)
                : !account.disabled() && (member || account.administrator());
    }

    /**
     * Requires that the caller, who may read the draft, may take part in its discussions.
     *
     * <p>People may. A key or token needs a permission to work on texts: a token must not do more than its scopes say.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#NOT_PERMITTED}
     */
    public void requireParticipant(CatalogName catalog) {
        if (caller.actor().kind() != Actor.Kind.PERSON && !caller.hasPermission(Permission.APPROVE, catalog)) {
            caller.requirePermission(Permission.TRANSLATE, catalog);
        }
    }

    /**
     * Requires that the caller wrote something, or manages the catalog.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#NOT_PERMITTED}
     */
    public void requireAuthor(CatalogName catalog, String author) {
        if (!caller.actor().name().equals(author)) {
            caller.requirePermission(Permission.MANAGE, catalog);
        }
    }
}
