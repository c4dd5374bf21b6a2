package dev.parlance.catalog.events;

/** Records the events of catalogs, in the transaction of the caller. */
public interface CatalogEvents {

    void record(CatalogEvent event);
}
