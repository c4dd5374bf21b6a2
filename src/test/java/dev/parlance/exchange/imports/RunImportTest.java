package dev.parlance.exchange.imports;

import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportRun.Status;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.problems.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Tests import runs with fake repositories. */
class RunImportTest {
    private static final int LONGEST_SECONDS = 20;
    private static final FileContent CONTENT = new FileContent(Optional.empty(), Optional.empty(), List.of(), List.of());

    private final CatalogFixture shop = new CatalogFixture();
    private final InMemoryImportRuns runs = new InMemoryImportRuns();
    private final RunImport runImport = new RunImport(new ImportCatalog(new FileReader(List.of()),
            new ImportCatalog.ImportPorts(shop.ports.catalogs(), shop.ports.messages(), shop.writeCatalog, shop.transactions), shop.drafts,
            shop.runChecks), runs, shop.ports.catalogs(), new ConcurrentTransactions(), Clock.systemUTC());

    @Test
    void sendsHeartbeatsWithoutProgress() {
        var run = runImport.execute(runImport.register(request()).run(), request(), (reader, options, source) -> {
            awaitHeartbeats(2);
            return ImportSource.of(CONTENT).open(reader, options, source);
        });
        assertThat(run.status()).isEqualTo(Status.DONE);
    }

    @Test
    void endsHeartbeatsWithTheImport() throws InterruptedException {
        var run = runImport.register(request()).run();
        assertThatThrownBy(() -> runImport.execute(run, request(), (reader, options, source) -> {
            awaitHeartbeats(1);
            throw new IllegalStateException("the replica stops");
        })).hasMessage("the replica stops");
        assertThat(runs.find(SHOP, run.id()).orElseThrow().status()).isEqualTo(Status.FAILED);
        runs.heartbeatThread.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
        assertThat(runs.heartbeatThread.isAlive()).isFalse();
    }

    @Test
    void repeatsHeartbeatsThatFail() {
        runs.failures = 2;
        var run = runImport.execute(runImport.register(request()).run(), request(), (reader, options, source) -> {
            awaitHeartbeats(1);
            return ImportSource.of(CONTENT).open(reader, options, source);
        });
        assertThat(run.status()).isEqualTo(Status.DONE);
    }

    @Test
    void registersARepeatedRequestOnce() {
        var repeated = new RunImport.Request(SHOP, ImportOptions.DEFAULT, false, Optional.of("key"), "digest", by("ann"));
        var first = runImport.register(repeated);
        assertThat(first.isNew()).isTrue();
        var second = runImport.register(repeated);
        assertThat(second.isNew()).isFalse();
        assertThat(second.run()).isEqualTo(first.run());
    }

    private RunImport.Request request() {
        return new RunImport.Request(SHOP, ImportOptions.DEFAULT, false, Optional.empty(), "digest", by("ann"));
    }

    private void awaitHeartbeats(int count) {
        runs.heartbeats = new CountDownLatch(count);
        try {
            assertThat(runs.heartbeats.await(LONGEST_SECONDS, TimeUnit.SECONDS)).as("heartbeats without progress").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Heartbeats use their own transactions during the transaction of the import, which the fake does not support. */
    private final class ConcurrentTransactions implements Transactions {
        private final Thread main = Thread.currentThread();

        @Override
        public <T> T call(Supplier<T> action) {
            return Thread.currentThread() == main ? shop.transactions.call(action) : action.get();
        }
    }

    private static final class InMemoryImportRuns implements ImportRuns {
        private final Map<UUID, ImportRun> byId = new ConcurrentHashMap<>();
        private volatile CountDownLatch heartbeats = new CountDownLatch(0);
        private volatile Thread heartbeatThread = Thread.currentThread();
        private volatile int failures;

        @Override
        public void add(ImportRun run) {
            byId.put(run.id(), run);
        }

        @Override
        public Optional<ImportRun> find(CatalogName catalog, UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public Optional<ImportRun> findByIdempotencyKey(CatalogName catalog, String requestedBy, String key) {
            return byId.values().stream().filter(it -> it.idempotencyKey().filter(key::equals).isPresent()).findFirst();
        }

        @Override
        public void updateProgress(UUID id, int processed, Instant now) {
            heartbeatThread = Thread.currentThread();
            if (failures > 0) {
                failures--;
                throw ProblemType.DATABASE_UNAVAILABLE.with();
            }
            heartbeats.countDown();
        }

        @Override
        public void end(ImportRun ended, List<EntryPage> pages) {
            byId.put(ended.id(), ended);
        }

        @Override
        public Optional<EntryPage> findPage(UUID id, Kind kind, int number) {
            return Optional.empty();
        }

        @Override
        public void deleteExpired(Instant now) {
            // Nothing expires during a test.
        }

        @Override
        public Optional<TableMapping> findMapping(CatalogName catalog) {
            return Optional.empty();
        }

        @Override
        public void saveMapping(CatalogName catalog, TableMapping mapping) {
            // No test reads it.
        }
    }
}
