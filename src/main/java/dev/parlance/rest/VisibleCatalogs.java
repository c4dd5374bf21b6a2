package dev.parlance.rest;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The catalogs whose drafts a caller may see: the administrator sees all. */
@ApplicationScoped
class VisibleCatalogs {
    private final Catalogs catalogs;
    private final Transactions transactions;

    VisibleCatalogs(Catalogs catalogs, Transactions transactions) {
        this.catalogs = catalogs;
        this.transactions = transactions;
    }

    Set<CatalogName> names() {
        return Set.copyOf(transactions.call(catalogs::names));
    }
}
