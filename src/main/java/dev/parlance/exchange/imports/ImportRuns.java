package dev.parlance.exchange.imports;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.formats.table.TableMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The repository of imports, their entries and the mappings of tables. */
public interface ImportRuns {

    void add(ImportRun run);

    Optional<ImportRun> find(CatalogName catalog, UUID id);

    Optional<ImportRun> findByIdempotencyKey(CatalogName catalog, String requestedBy, String key);

    /** Records the heartbeat of a running import. Does not wait if the import is currently storing its result. */
    void updateProgress(UUID id, int processed, Instant now);

    /** Ends a run and adds its entries. A run that stored nothing releases its idempotency key. */
    void end(ImportRun ended, List<EntryPage> pages);

    /** Returns a page of entries; empty after the last one. */
    Optional<EntryPage> findPage(UUID id, Kind kind, int number);

    /** Deletes runs with their entries. */
    void deleteExpired(Instant now);

    /** Returns the mapping that the last import of a table used. */
    Optional<TableMapping> findMapping(CatalogName catalog);

    void saveMapping(CatalogName catalog, TableMapping mapping);
}
