package dev.parlance.catalog;

import jakarta.inject.Singleton;
import java.util.List;

/** Lists the catalogs there are. */
@Singleton
public final class ListCatalogs {
    private final Catalogs catalogs;
    private final Transactions transactions;

    public ListCatalogs(Catalogs catalogs, Transactions transactions) {
        this.catalogs = catalogs;
        this.transactions = transactions;
    }

    public List<CatalogName> names() {
        return transactions.call(catalogs::names);
    }
}
