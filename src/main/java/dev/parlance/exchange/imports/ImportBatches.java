package dev.parlance.exchange.imports;

import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.editing.EditCatalog;
import dev.parlance.catalog.editing.MessageDraft;
import dev.parlance.catalog.editing.MessageDrafts.Batch;
import dev.parlance.catalog.editing.MessageDrafts.BulkUpdate;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.Revision;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportPlan.Part;
import dev.parlance.exchange.imports.ImportPlan.PlannedMessage;
import dev.parlance.exchange.imports.ImportPlan.PlannedText;
import dev.parlance.exchange.imports.ImportPlan.StoredMessage;
import dev.parlance.exchange.imports.ImportPlan.StoredText;
import dev.parlance.formats.FileEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The batches of an import. Each is planned against the stored messages, and applied unless an entry was refused before. */
final class ImportBatches implements Iterable<Batch> {
    private static final int BATCH_SIZE = 500;

    private final Revision revision;
    private final ImportOptions options;
    private final ImportSource.OrderedFiles files;
    private final CatalogIndex index;
    private final ImportPlan plan;
    private final Catalogs catalogs;
    private final IntConsumer progress;
    private final boolean dryRun;
    private final Optional<ImportSelection> selection;
    private final Set<LocaleTag> offered;
    private final ImportReport.Collector collector = new ImportReport.Collector();
    private int processed;

    ImportBatches(Revision revision, ImportOptions options, ImportSource.OrderedFiles files, CatalogIndex index,
            ImportPlan.ErrorChecks checks, Catalogs catalogs, IntConsumer progress, boolean dryRun) {
        this.revision = revision;
        this.options = options;
        this.files = files;
        this.index = index;
        this.offered = new TreeSet<>(revision.catalog().locales());
        this.plan = new ImportPlan(options, index, revision.catalog().locales(), checks);
        this.catalogs = catalogs;
        this.progress = progress;
        this.dryRun = dryRun;
        this.selection = files.selection();
    }

    ImportReport.Collector collector() {
        return collector;
    }

    @Override
    public Iterator<Batch> iterator() {
        var fileBatches = files.paths().stream().flatMap(this::batchesOf);
        return (options.deleteMissing() ? Stream.concat(fileBatches, Stream.of(0).flatMap(it -> missing())) : fileBatches).iterator();
    }

    private Stream<Batch> batchesOf(String path) {
        var read = files.read(path);
        collector.add(read.map(ReadFile::description).orElseGet(() -> ImportedFile.skipped(path)));
        return read.stream().flatMap(file -> {
            var groups = List.copyOf(file.groups().values());
            return Stream.iterate(0, it -> it < groups.size(), it -> it + BATCH_SIZE)
                    .map(it -> toBatch(file, groups.subList(it, Math.min(it + BATCH_SIZE, groups.size()))));
        });
    }

    private Batch toBatch(ReadFile file, List<List<FileEntry>> groups) {
        var byKey = new LinkedHashMap<MessageKey, List<FileEntry>>();
        groups.forEach(it -> byKey.computeIfAbsent(index.resolve(it.get(0).key()), key -> new ArrayList<>()).addAll(it));
        var locales = file.localesOf(byKey.values().stream().flatMap(List::stream).toList());
        return new Batch(List.copyOf(byKey.keySet()), locales, drafts -> {
            var part = select(plan.plan(file, byKey, toStored(drafts)));
            part.entries().forEach(collector::add);
            return apply(part.messages(), byKey.size());
        });
    }

    /** Returns the removal of texts and messages that the files lack, in the locales of the files. */
    private Stream<Batch> missing() {
        var keys = index.keys();
        var locales = index.seenLocales();
        var planner = new MissingPlan(options, index);
        return Stream.iterate(0, it -> it < keys.size(), it -> it + BATCH_SIZE).map(it -> {
            var part = keys.subList(it, Math.min(it + BATCH_SIZE, keys.size()));
            return new Batch(part, locales, drafts -> {
                var removed = select(planner.plan(toStored(drafts)));
                removed.entries().forEach(collector::add);
                return apply(removed.messages(), 0);
            });
        });
    }

    private Part select(Part part) {
        return selection.map(it -> it.filter(part, index)).orElse(part);
    }

    private static Map<MessageKey, StoredMessage> toStored(Map<MessageKey, MessageDraft> drafts) {
        var stored = new LinkedHashMap<MessageKey, StoredMessage>();
        drafts.forEach((key, draft) -> {
            var texts = new HashMap<LocaleTag, StoredText>();
            draft.texts().forEach(it -> texts.put(it.locale(), new StoredText(it.content(), it.state())));
            stored.put(key, new StoredMessage(draft.message().definition(), texts));
        });
        return stored;
    }

    private List<BulkUpdate> apply(List<PlannedMessage> messages, int size) {
        processed += size;
        progress.accept(processed);
        messages.forEach(message -> message.texts().forEach(it -> offer(it.locale())));
        boolean refused = ImportCatalog.isRefused(options, collector.count(Kind.REFUSED), collector.count(Kind.CONFLICTING));
        return dryRun || refused ? List.of() : messages.stream().map(this::toUpdate).toList();
    }

    private void offer(LocaleTag locale) {
        if (offered.add(locale)) {
            if (offered.size() > EditCatalog.MAX_LOCALES) {
                throw ProblemType.TOO_MANY_ITEMS.with("/locales", EditCatalog.MAX_LOCALES);
            }
            collector.addLocale(locale.value());
            if (!dryRun) {
                var catalog = revision.catalog();
                catalog.offerLocale(locale, false);
                revision.recordChange(ChangeTarget.ofLocale(locale), catalog.version(), null, new HistoryState.LocaleSettings(false));
                catalogs.save(catalog);
            }
        }
    }

    private BulkUpdate toUpdate(PlannedMessage message) {
        return new BulkUpdate(message.key(), message.isNew() ? message.definition() : Optional.empty(), draft -> {
            if (!message.isNew()) {
                message.definition().ifPresent(draft::updateDefinition);
            }
            // Source texts first, because translations refer to their content.
            message.texts().stream().sorted(Comparator.comparing(it -> !it.locale().equals(index.source())))
                    .forEach(it -> apply(draft, it));
        });
    }

    private static void apply(MessageDraft draft, PlannedText text) {
        var stored = draft.text(text.locale());
        text.content().ifPresentOrElse(content -> {
            var confirmations = stored.filter(it -> it.content().equals(content)).map(MessageText::confirmations)
                    .orElse(Confirmations.NONE);
            draft.saveText(text.locale(), new RecordedText(content, text.state(), draft.currentSourceHash(text.locale()), confirmations));
        }, () -> stored.ifPresent(draft::removeText));
    }
}
