package dev.parlance.rest.access;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogs whose drafts the caller may read. */
@ApplicationScoped
public class VisibleCatalogs {
    private final Catalogs catalogs;
    private final Transactions transactions;
    private final CurrentCaller caller;

    VisibleCatalogs(Catalogs catalogs, Transactions transactions, CurrentCaller caller) {
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Returns their names, from the database. */
    public Set<CatalogName> names() {
        var actor = caller.actor();
        return transactions.call(catalogs::names).stream().filter(it -> actor.hasPermission(Permission.READ_DRAFT, it)).collect(Collectors.toUnmodifiableSet());
    }
}
