package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.ListCatalogs;
import dev.parlance.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogs whose drafts the caller may read. */
@ApplicationScoped
public class VisibleCatalogs {
    private final ListCatalogs listCatalogs;
    private final CurrentCaller caller;

    VisibleCatalogs(ListCatalogs listCatalogs, CurrentCaller caller) {
        this.listCatalogs = listCatalogs;
        this.caller = caller;
    }

    /** Returns their names, from the database. */
    public Set<CatalogName> names() {
        var actor = caller.actor();
        return listCatalogs.names().stream().filter(it -> actor.hasPermission(Permission.READ_DRAFT, it))
                .collect(Collectors.toUnmodifiableSet());
    }
}
