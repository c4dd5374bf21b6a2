package dev.parlance.catalog;

import org.junit.jupiter.api.BeforeEach;

/** The base of the contracts that fakes and PostgreSQL repositories share. */
public abstract class PortContract {
    protected CatalogRows rows;

    protected abstract CatalogPorts ports();

    @BeforeEach
    public void createCatalog() {
        rows = new CatalogRows(ports(), CatalogRows.EN);
    }
}
