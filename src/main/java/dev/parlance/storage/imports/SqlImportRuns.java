package dev.parlance.storage.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.EntryPage;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.ImportRun.Status;
import dev.parlance.exchange.imports.ImportRuns;
import dev.parlance.formats.table.TableMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Imports in PostgreSQL.
 *
 * <p>Uses plain SQL, because rows are read as a whole and most of their content is JSON or compressed.
 */
@ApplicationScoped
class SqlImportRuns implements ImportRuns {

    private static final String INSERT = """
            insert into import_run (id, catalog, requested_by, dry_run, status, created_at, updated_at, expires_at, idempotency_key,
                request_digest)
            values (:id, :catalog, :requestedBy, :dryRun, 'running', :createdAt, :updatedAt, :expiresAt, :idempotencyKey, :requestDigest)
            """;
    private static final String SELECT = """
            select id, catalog, requested_by, dry_run, status, created_at, updated_at, expires_at, processed, revision, idempotency_key,
                request_digest, result
            from import_run where catalog = :catalog
            """;
    private static final String UPDATE_PROGRESS = """
            update import_run set processed = :processed, updated_at = :now
            where id in (select id from import_run where id = :id and status = 'running' for update skip locked)
            """;
    /** A completed import remains {@code DONE}: a later failure of the same request has stored nothing. */
    private static final String END = """
            update import_run set status = :status, updated_at = :updatedAt, processed = :processed, revision = :revision,
                idempotency_key = :idempotencyKey, result = :result
            where id = :id and status = 'running'
            """;
    private static final String INSERT_PAGE = """
            insert into import_entries (import, kind, page, entries) values (:id, :kind, :page, :entries)
            """;
    private static final String SELECT_PAGE = "select entries from import_entries where import = :id and kind = :kind and page = :page";
    private static final String DELETE_EXPIRED = "delete from import_run where expires_at < :now";
    private static final String SELECT_MAPPING = "select mapping from import_mapping where catalog = :catalog";
    private static final String SAVE_MAPPING = """
            insert into import_mapping (catalog, mapping) values (:catalog, :mapping)
            on conflict (catalog) do update set mapping = excluded.mapping
            """;

    private final EntityManager database;

    SqlImportRuns(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(ImportRun run) {
        database.createNativeQuery(INSERT).unwrap(NativeQuery.class).setParameter("id", run.id())
                .setParameter("catalog", run.catalog().value())
                .setParameter("requestedBy", run.requestedBy()).setParameter("dryRun", run.dryRun())
                .setParameter("createdAt", run.createdAt()).setParameter("updatedAt", run.updatedAt())
                .setParameter("expiresAt", run.expiresAt())
                .setParameter("idempotencyKey", run.idempotencyKey().orElse(null), String.class)
                .setParameter("requestDigest", run.requestDigest()).executeUpdate();
    }

    @Override
    public Optional<ImportRun> find(CatalogName catalog, UUID id) {
        return select(SELECT + " and id = :id", catalog, it -> it.setParameter("id", id));
    }

    @Override
    public Optional<ImportRun> findByIdempotencyKey(CatalogName catalog, String requestedBy, String key) {
        return select(SELECT + " and requested_by = :requestedBy and idempotency_key = :key", catalog,
                it -> it.setParameter("requestedBy", requestedBy).setParameter("key", key));
    }

    private interface QueryParameters {
        void set(NativeQuery<?> query);
    }

    private Optional<ImportRun> select(String sql, CatalogName catalog, QueryParameters parameters) {
        var query = database.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        query.setParameter("catalog", catalog.value());
        parameters.set(query);
        return query.getResultStream().findFirst().map(it -> toRun((Object[]) it));
    }

    private static ImportRun toRun(Object[] row) {
        var result = Optional.ofNullable((String) row[12]).map(StoredResult::read);
        return new ImportRun((UUID) row[0], new CatalogName((String) row[1]), (String) row[2], (Boolean) row[3],
                Status.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)), (Instant) row[5], (Instant) row[6], (Instant) row[7],
                (Integer) row[8], Optional.ofNullable((String) row[10]), (String) row[11],
                result.flatMap(it -> it.toReport((Long) row[9])), result.flatMap(StoredResult::toFailure));
    }

    @Override
    public void updateProgress(UUID id, int processed, Instant now) {
        database.createNativeQuery(UPDATE_PROGRESS).setParameter("processed", processed).setParameter("now", now).setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void end(ImportRun run, List<EntryPage> pages) {
        int updated = database.createNativeQuery(END).unwrap(NativeQuery.class).setParameter("status", run.status().label())
                .setParameter("updatedAt", run.updatedAt()).setParameter("processed", run.processed())
                .setParameter("revision", revisionOf(run), Long.class)
                .setParameter("idempotencyKey", run.idempotencyKey().orElse(null), String.class)
                .setParameter("result", StoredResult.write(run)).setParameter("id", run.id()).executeUpdate();
        if (updated > 0) {
            pages.forEach(it -> database.createNativeQuery(INSERT_PAGE).setParameter("id", run.id())
                    .setParameter("kind", it.kind().label()).setParameter("page", it.number()).setParameter("entries", it.bytes())
                    .executeUpdate());
        }
    }

    private static @Nullable Long revisionOf(ImportRun run) {
        var revision = run.report().map(it -> it.revision()).orElse(OptionalLong.empty());
        return revision.isPresent() ? Long.valueOf(revision.getAsLong()) : null;
    }

    @Override
    public Optional<EntryPage> findPage(UUID id, Kind kind, int number) {
        return database.createNativeQuery(SELECT_PAGE, byte[].class).setParameter("id", id).setParameter("kind", kind.label())
                .setParameter("page", number).getResultStream().findFirst().map(it -> new EntryPage(kind, number, (byte[]) it));
    }

    @Override
    public void deleteExpired(Instant now) {
        database.createNativeQuery(DELETE_EXPIRED).setParameter("now", now).executeUpdate();
    }

    @Override
    public Optional<TableMapping> findMapping(CatalogName catalog) {
        return database.createNativeQuery(SELECT_MAPPING, String.class).setParameter("catalog", catalog.value()).getResultStream()
                .findFirst().map(it -> readMapping((String) it));
    }

    private static TableMapping readMapping(String json) {
        try {
            return StoredColumn.toMapping(StoredResult.mapper().readValue(json, new TypeReference<List<StoredColumn>>() { }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void saveMapping(CatalogName catalog, TableMapping mapping) {
        database.createNativeQuery(SAVE_MAPPING).setParameter("catalog", catalog.value())
                .setParameter("mapping", StoredResult.writeJson(StoredColumn.of(mapping))).executeUpdate();
    }
}
