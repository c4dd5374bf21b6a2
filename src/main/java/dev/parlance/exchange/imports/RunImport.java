package dev.parlance.exchange.imports;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.exchange.imports.ImportCatalog.Outcome;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportRun.Status;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Runs imports and stores their reports.
 *
 * <p>An import and its row are stored in one transaction, while the catalog is locked. A repeated request with the same idempotency key
 * therefore finds the report of the first request, or runs again if the first request left no record, as after a crash.
 */
@Singleton
public final class RunImport {
    /** The import may be repeated, or was stored although its response was lost. */
    private static final Set<ProblemType> TRANSIENT =
            EnumSet.of(ProblemType.BUSY, ProblemType.DATABASE_UNAVAILABLE, ProblemType.OUTCOME_UNKNOWN);

    private final ImportCatalog importCatalog;
    private final ImportRuns runs;
    private final Catalogs catalogs;
    private final Transactions transactions;
    private final Clock clock;

    public RunImport(ImportCatalog importCatalog, ImportRuns runs, Catalogs catalogs, Transactions transactions, Clock clock) {
        this.importCatalog = importCatalog;
        this.runs = runs;
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A request to import files.
     *
     * @param digest         of the options and the files
     * @param idempotencyKey chosen by the client; ignored in a dry run
     */
    public record Request(CatalogName catalog, ImportOptions options, boolean dryRun, Optional<String> idempotencyKey, String digest,
            ChangeContext context) {
    }

    /** @param isNew false for the run of an earlier request, which may still be executed */
    public record Registration(ImportRun run, boolean isNew) {
    }

    /**
     * Registers a request.
     *
     * @return the run of an earlier request with the same idempotency key, if there is one; otherwise, a new run
     * @throws ProblemException {@code UNKNOWN_CATALOG}, or {@code IDEMPOTENCY_KEY_REUSED} if the earlier request was different
     */
    public Registration register(Request request) {
        var now = clock.instant();
        return transactions.call(() -> {
            catalogs.requireExists(request.catalog());
            runs.deleteExpired(now);
            var key = request.idempotencyKey().filter(it -> !request.dryRun());
            var earlier = key.flatMap(it -> runs.findByIdempotencyKey(request.catalog(), request.context().actor(), it));
            earlier.filter(it -> !it.requestDigest().equals(request.digest())).ifPresent(it -> {
                throw ProblemType.IDEMPOTENCY_KEY_REUSED.with(key.orElseThrow());
            });
            return earlier.map(it -> new Registration(it, false)).orElseGet(() -> {
                var run = new ImportRun(UUID.randomUUID(), request.catalog(), request.context().actor(), request.dryRun(), Status.RUNNING,
                        now, now, now.plus(ImportRun.RETENTION), 0, key, request.digest(), Optional.empty(), Optional.empty());
                runs.add(run);
                return new Registration(run, true);
            });
        });
    }

    /**
     * Runs a registered import, unless it has already ended.
     *
     * @return the run with its report
     * @throws ProblemException {@code MALFORMED_FILE}, {@code UNKNOWN_FILE_FORMAT}, {@code TOO_MANY_ITEMS}, or {@code BUSY} while another
     *         writer has locked the catalog
     */
    public ImportRun execute(ImportRun run, Request request, ImportSource files) {
        if (run.status() != Status.RUNNING) {
            return run;
        }
        try (var heartbeat = startHeartbeat(run)) {
            return run(run, withStoredMapping(request), files, heartbeat);
        } catch (FileFormatException e) {
            throw fail(run, toProblem(e));
        } catch (ProblemException e) {
            throw TRANSIENT.contains(e.type()) ? e : fail(run, e);
        } catch (RuntimeException e) {
            fail(run, ProblemType.INTERNAL_ERROR.with(run.id().toString()));
            throw e;
        }
    }

    private Request withStoredMapping(Request request) {
        var mapping = request.options().mapping()
                .or(() -> transactions.call(() -> runs.findMapping(request.catalog())));
        return new Request(request.catalog(), request.options().withMapping(mapping), request.dryRun(), request.idempotencyKey(),
                request.digest(), request.context());
    }

    private ImportRun run(ImportRun run, Request request, ImportSource files, IntConsumer progress) {
        if (request.dryRun()) {
            var outcome = importCatalog.plan(request.catalog(), request.options(), files, request.context(), progress);
            return transactions.call(() -> end(run, Status.DONE, outcome));
        }
        var outcome = importCatalog.apply(request.catalog(), request.options(), files, request.context(), progress,
                new ImportCatalog.Completion() {
                    @Override
                    public boolean isApplied() {
                        return runs.find(run.catalog(), run.id()).filter(it -> it.status() == Status.DONE).isPresent();
                    }

                    @Override
                    public void complete(Outcome completed) {
                        end(run, Status.DONE, completed);
                        request.options().mapping().ifPresent(it -> runs.saveMapping(run.catalog(), it));
                    }
                });
        if (outcome.filter(Outcome::refused).isPresent()) {
            return transactions.call(() -> end(run, Status.REFUSED, outcome.get()));
        }
        return find(run.catalog(), run.id());
    }

    private ImportRun end(ImportRun run, Status status, Outcome outcome) {
        var now = clock.instant();
        var report = outcome.report();
        int processed = report.counts().values().stream().mapToInt(it -> it).sum();
        var ended = new ImportRun(run.id(), run.catalog(), run.requestedBy(), run.dryRun(), status, run.createdAt(), now, run.expiresAt(),
                processed, run.idempotencyKey().filter(it -> status == Status.DONE), run.requestDigest(), Optional.of(report),
                Optional.empty());
        runs.end(ended, outcome.pages());
        return ended;
    }

    /** Records that a run has ended without a result, and returns the problem. */
    public ProblemException fail(ImportRun run, ProblemException problem) {
        var now = clock.instant();
        transactions.call(() -> {
            runs.end(new ImportRun(run.id(), run.catalog(), run.requestedBy(), run.dryRun(), Status.FAILED, run.createdAt(), now,
                    run.expiresAt(), run.processed(), Optional.empty(), run.requestDigest(), Optional.empty(),
                    Optional.of(ImportRun.Failure.of(problem))), List.of());
            return run;
        });
        return problem;
    }

    /** Records progress in separate transactions, because that of the import is invisible until it ends. */
    private Heartbeat startHeartbeat(ImportRun run) {
        return Heartbeat.start("heartbeat-" + run.id(), processed -> transactions.call(() -> {
            runs.updateProgress(run.id(), processed, clock.instant());
            return processed;
        }));
    }

    /** @throws ProblemException {@code UNKNOWN_IMPORT} */
    public ImportRun find(CatalogName catalog, UUID id) {
        return transactions.call(() -> runs.find(catalog, id)).filter(it -> it.expiresAt().isAfter(clock.instant()))
                .orElseThrow(() -> ProblemType.UNKNOWN_IMPORT.with(id.toString(), catalog.value()));
    }

    /** Returns a page of the entries of one kind; empty after the last one. */
    public List<ImportEntry> findEntries(UUID id, Kind kind, int page) {
        return transactions.call(() -> runs.findPage(id, kind, page)).map(EntryPage::entries).orElse(List.of());
    }

    public Optional<TableMapping> findMapping(CatalogName catalog) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return runs.findMapping(catalog);
        });
    }

    public void saveMapping(CatalogName catalog, TableMapping mapping) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            runs.saveMapping(catalog, mapping);
            return mapping;
        });
    }

    /** Converts a file format exception to a problem for the caller. */
    public static ProblemException toProblem(FileFormatException e) {
        return e.fault() == FileFault.UNKNOWN_FORMAT ? ProblemType.UNKNOWN_FILE_FORMAT.with(e.file(), e.detail())
                : ProblemType.MALFORMED_FILE.with(e.file(), e.fault().label(), e.detail(),
                e.line() > 0 ? Integer.toString(e.line()) : ProblemType.NONE);
    }
}
