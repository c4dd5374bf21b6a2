package dev.parlance.exchange.imports;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.MessageDrafts;
import dev.parlance.catalog.editing.RunChecks;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.checks.Finding;
import dev.parlance.checks.Severity;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportOptions.ReviewedTexts;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Parallel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/** Plans an import, or applies it as a whole, in one transaction and one revision. */
@Singleton
public final class ImportCatalog {
    private final FileReader reader;
    private final ImportPorts ports;
    private final MessageDrafts drafts;
    private final RunChecks runChecks;

    /** The ports of an import, apart from the messages. */
    @Singleton
    public record ImportPorts(Catalogs catalogs, Messages messages, WriteCatalog writeCatalog, Transactions transactions) {
    }

    public ImportCatalog(FileReader reader, ImportPorts ports, MessageDrafts drafts, RunChecks runChecks) {
        this.reader = reader;
        this.ports = ports;
        this.drafts = drafts;
        this.runChecks = runChecks;
    }

    /** The report of an import with all its entries. */
    public record Outcome(ImportReport report, List<EntryPage> pages, boolean refused) {
    }

    /** The record of an import, read and written in its transaction. */
    interface Completion {
        /** Records nothing. */
        Completion NONE = new Completion() {
            @Override
            public boolean isApplied() {
                return false;
            }

            @Override
            public void complete(Outcome outcome) {
                // Nothing to record.
            }
        };

        /** Returns whether the import is already recorded. Called while the catalog is locked. */
        boolean isApplied();

        /** Records the import, after its last change. */
        void complete(Outcome outcome);
    }

    /** Finds errors with the checks of the service. Warnings and the glossary do not affect an import. */
    private record CheckedErrors(RunChecks runChecks, Catalog catalog) implements ImportPlan.ErrorChecks {
        private static final int SLICE = 250;

        @Override
        public List<List<String>> findErrors(List<CheckedContent> texts) {
            if (texts.size() <= SLICE) {
                return check(texts);
            }
            var tasks = new ArrayList<Callable<List<List<String>>>>();
            for (int i = 0; i < texts.size(); i += SLICE) {
                var slice = texts.subList(i, Math.min(i + SLICE, texts.size()));
                tasks.add(() -> check(slice));
            }
            return Parallel.runAll(tasks).stream().flatMap(List::stream).toList();
        }

        private List<List<String>> check(List<CheckedContent> texts) {
            return texts.stream().map(this::check).toList();
        }

        private List<String> check(CheckedContent text) {
            var target = new RunChecks.CheckTarget(catalog, text.key(), text.definition(), text.locale(), text.source());
            return runChecks.check(target, text.content(), List.of(), List.of()).stream().filter(it -> it.severity() == Severity.ERROR)
                    .map(Finding::check).distinct().sorted().toList();
        }
    }

    /** Thrown inside the transaction of a refused import, to roll it back. */
    private static final class RefusedImport extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        RefusedImport(Outcome outcome) {
            super("import refused", null, false, false);
            this.outcome = outcome;
        }
    }

    /**
     * Computes a plan and stores nothing. Does not wait for other writers.
     *
     * @param progress receives the number of processed messages
     * @throws dev.parlance.formats.FileFormatException if a file cannot be read
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}
     */
    public Outcome plan(CatalogName name, ImportOptions options, ImportSource files, ChangeContext context, IntConsumer progress) {
        return ports.transactions().callLong(() -> {
            var catalog = ports.catalogs().find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            return run(ports.writeCatalog().beginRevision(catalog, context.asImport()), options, files, progress, true);
        });
    }

    /**
     * Applies an import. The plan is computed while the catalog is locked, so the catalog cannot change in between.
     *
     * @param completion takes part in the transaction
     * @return the outcome; if it is refused, nothing is stored. Empty if the import has already been applied
     * @throws dev.parlance.formats.FileFormatException if a file cannot be read
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, or {@code TOO_MANY_ITEMS} for too many locales
     */
    Optional<Outcome> apply(CatalogName name, ImportOptions options, ImportSource files, ChangeContext context,
            IntConsumer progress, Completion completion) {
        try {
            return ports.writeCatalog().runLong(name, context.asImport(), revision -> {
                if (completion.isApplied()) {
                    return Optional.empty();
                }
                var outcome = run(revision, options, files, progress, false);
                if (outcome.refused()) {
                    throw new RefusedImport(outcome);
                }
                completion.complete(outcome);
                return Optional.of(outcome);
            });
        } catch (RefusedImport refused) {
            return Optional.of(refused.outcome);
        }
    }

    /** Applies an import that is not recorded as a run, like {@link #plan}. */
    public Outcome apply(CatalogName name, ImportOptions options, ImportSource files, ChangeContext context) {
        return apply(name, options, files, context, it -> { }, Completion.NONE).orElseThrow();
    }

    private Outcome run(Revision revision, ImportOptions options, ImportSource files, IntConsumer progress, boolean dryRun) {
        var run = new ImportBatches(revision, options, files.open(reader, options, revision.catalog().sourceLocale()),
                new CatalogIndex(revision.catalog().sourceLocale(), ports.messages().findDefinitions(revision.catalog().name())),
                new CheckedErrors(runChecks, revision.catalog()), ports.catalogs(), progress, dryRun);
        drafts.updateInBatches(revision, run);
        var pages = run.collector().pages();
        var report = run.collector().report();
        return new Outcome(revision.changeCount() > 0 ? report.withRevision(revision.catalog().revision()) : report, pages,
                isRefused(options, report));
    }

    static boolean isRefused(ImportOptions options, ImportReport report) {
        return isRefused(options, report.count(Kind.REFUSED), report.count(Kind.CONFLICTING));
    }

    static boolean isRefused(ImportOptions options, int refused, int conflicting) {
        return refused > 0 && !options.skipRefused() || conflicting > 0 && options.reviewed() == ReviewedTexts.CONFLICT;
    }
}
