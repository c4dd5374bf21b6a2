package dev.parlance;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.AdmitText;
import dev.parlance.catalog.editing.CatchUp;
import dev.parlance.catalog.editing.CheckDraft;
import dev.parlance.catalog.editing.Drafts;
import dev.parlance.catalog.editing.EditCatalog;
import dev.parlance.catalog.editing.EditMessages;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.JudgeTexts;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.catalog.editing.TakeBack;
import dev.parlance.catalog.glossary.EditGlossary;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.glossary.TermDrafts;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.catalog.jobs.BulkActs;
import dev.parlance.catalog.jobs.BulkJobs;
import dev.parlance.catalog.jobs.DoJobs;
import dev.parlance.catalog.jobs.Jobs;
import dev.parlance.catalog.suggestions.MachineTranslation;
import dev.parlance.catalog.suggestions.SuggestTexts;
import dev.parlance.catalog.suggestions.TranslationMemory;
import dev.parlance.checks.Checks;
import dev.parlance.exchange.OwnTexts;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.exchange.SynchroniseCatalog;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.formatjs.FormatJsFormat;
import dev.parlance.formats.i18next.I18nextFormat;
import dev.parlance.formats.json.JsonFormat;
import dev.parlance.formats.printf.PrintfFormat;
import dev.parlance.formats.properties.PropertiesFormat;
import dev.parlance.machine.LibreTranslate;
import dev.parlance.publishing.delivery.CatalogEvents;
import dev.parlance.publishing.delivery.DeriveBundle;
import dev.parlance.publishing.delivery.ReadReleaseBundle;
import dev.parlance.publishing.delivery.RefreshSnapshots;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.files.PersistSnapshots;
import dev.parlance.publishing.files.SnapshotFolder;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.release.Blobs;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.CompareReleases;
import dev.parlance.publishing.release.MoveChannel;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.Releases;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is built in: the shipped catalogs, the formats, and the plain objects made into beans. */
final class Wiring {
    private static final Duration MACHINE_PATIENCE = Duration.ofSeconds(5);

    /** In the order in which they are synchronised. Their texts are in the files. */
    static final class Shipped {
        private static final List<String> NAMES = List.of("parlance", "exchange");

        Set<CatalogName> names() {
            return NAMES.stream().map(CatalogName::new).collect(Collectors.toSet());
        }

        Stream<ShippedCatalog> read() {
            return NAMES.stream().map(ShippedCatalog::load);
        }
    }

    @Produces
    @Singleton
    Shipped shipped() {
        return new Shipped();
    }

    /** The shapes in which clients fetch a bundle. */
    @Produces
    @Singleton
    List<BundleFormat> bundleFormats() {
        return List.of(new JsonFormat(), new FormatJsFormat(), new I18nextFormat(), PropertiesFormat.UTF_8, PropertiesFormat.ASCII,
                new PrintfFormat());
    }

    @Produces
    @Singleton
    SnapshotRegistry delivery(Shipped shipped) {
        return new SnapshotRegistry(shipped.names());
    }

    @Produces
    @Singleton
    OwnTexts ownTexts(SnapshotRegistry delivery) {
        return new OwnTexts(delivery);
    }

    @Produces
    @Singleton
    MoveChannel pointChannel(Catalogs catalogs, Releases releases, Channels channels, Transactions transactions) {
        return new MoveChannel(catalogs, releases, channels, transactions, Clock.systemUTC());
    }

    @Produces
    @Singleton
    PublishRelease.DraftSources drafted(Messages messages, Texts texts, JudgeTexts judge) {
        return new PublishRelease.DraftSources(messages, texts, judge);
    }

    @Produces
    @Singleton
    PublishRelease publishRelease(Catalogs catalogs, PublishRelease.DraftSources drafted, Releases releases, Blobs blobs,
                                  MoveChannel point, Transactions transactions) {
        return new PublishRelease(catalogs, drafted, releases, blobs, point, transactions, Clock.systemUTC());
    }

    @Produces
    @Singleton
    WriteCatalog writeCatalog(Catalogs catalogs, History history, Transactions transactions) {
        return new WriteCatalog(catalogs, history, transactions);
    }

    @Produces
    @Singleton
    JudgeTexts judgeTexts(Checks checks, Messages messages, Texts texts, Glossary glossary) {
        return new JudgeTexts(checks, messages, texts, glossary);
    }

    @Produces
    @Singleton
    Drafts drafts(Messages messages, Texts texts, History history, JudgeTexts judge) {
        return new Drafts(messages, texts, history, judge);
    }

    @Produces
    @Singleton
    EditMessages editMessages(WriteCatalog write, Drafts drafts, History history) {
        return new EditMessages(write, drafts, history);
    }

    @Produces
    @Singleton
    BulkJobs bulkJobs(Catalogs catalogs, Messages messages, Jobs jobs, TakeBack takeBack, Transactions transactions) {
        return new BulkJobs(catalogs, messages, jobs, takeBack, transactions, Clock.systemUTC());
    }

    @Produces
    @Singleton
    DoJobs doJobs(Catalogs catalogs, Messages messages, Jobs jobs, WriteCatalog write, BulkActs acts, Transactions transactions) {
        return new DoJobs(catalogs, messages, jobs, write, acts, transactions, Clock.systemUTC());
    }

    @Produces
    @Singleton
    CatchUp catchUp(Catalogs catalogs, Texts texts, JudgeTexts judge, Transactions transactions) {
        return new CatchUp(catalogs, texts, judge, transactions);
    }

    @Produces
    @Singleton
    BulkActs bulkActs(Drafts drafts, EditTexts texts) {
        return new BulkActs(drafts, texts);
    }

    @Produces
    @Singleton
    EditTexts editTexts(WriteCatalog write, Drafts drafts, History history, JudgeTexts judge) {
        return new EditTexts(write, drafts, history, new AdmitText(judge));
    }

    @Produces
    @Singleton
    EditCatalog editCatalog(Catalogs catalogs, WriteCatalog write, History history, Transactions transactions) {
        return new EditCatalog(catalogs, write, history, transactions);
    }

    @Produces
    @Singleton
    ReadDraft readDraft(Catalogs catalogs, Messages messages, Texts texts, JudgeTexts judge, Transactions transactions) {
        return new ReadDraft(catalogs, messages, texts, judge, transactions);
    }

    @Produces
    @Singleton
    CheckDraft checkDraft(Catalogs catalogs, JudgeTexts judge, Transactions transactions) {
        return new CheckDraft(catalogs, judge, transactions);
    }

    @Produces
    @Singleton
    TermDrafts termDrafts(Glossary glossary, History history) {
        return new TermDrafts(glossary, history);
    }

    @Produces
    @Singleton
    EditGlossary editGlossary(WriteCatalog write, TermDrafts terms, History history) {
        return new EditGlossary(write, terms, history);
    }

    @Produces
    @Singleton
    MachineTranslation machineTranslation(@ConfigProperty(name = "parlance.machine-translation.url") Optional<String> url,
                                          @ConfigProperty(name = "parlance.machine-translation.key") Optional<String> key) {
        return url.filter(it -> !it.isBlank()).map(it -> LibreTranslate.at(it, key, MACHINE_PATIENCE)).orElse(MachineTranslation.OFF);
    }

    @Produces
    @Singleton
    SuggestTexts suggestTexts(Catalogs catalogs, Texts texts, TranslationMemory memory, MachineTranslation machine,
                              Transactions transactions) {
        return new SuggestTexts(catalogs, texts, memory, machine, transactions);
    }

    @Produces
    @Singleton
    TakeBack takeBack(WriteCatalog write, Drafts drafts, TermDrafts terms, History history) {
        return new TakeBack(write, drafts, terms, history);
    }

    @Produces
    @Singleton
    SynchroniseCatalog synchroniseCatalog(Catalogs catalogs, Messages messages, Texts texts, History history, PublishRelease publish,
                                          WriteCatalog write, Transactions transactions) {
        return new SynchroniseCatalog(catalogs, new SynchroniseCatalog.Rows(messages, texts, history), publish, write, transactions,
                Clock.systemUTC());
    }

    @Produces
    @Singleton
    CatalogEvents catalogEvents() {
        return new CatalogEvents();
    }

    @Produces
    @Singleton
    LoadReleases readContent(Releases releases, Blobs blobs, Transactions transactions) {
        return new LoadReleases(releases, blobs, transactions);
    }

    @Produces
    @Singleton
    RefreshSnapshots followReleases(Channels channels, LoadReleases read, Transactions transactions, SnapshotRegistry delivery,
                                  CatalogEvents events) {
        return new RefreshSnapshots(channels, read, transactions, delivery, events);
    }

    @Produces
    @Singleton
    PersistSnapshots keepReleases(@ConfigProperty(name = "parlance.snapshots.folder") String folder, Channels channels, LoadReleases read,
                              Transactions transactions, SnapshotRegistry delivery) {
        return new PersistSnapshots(new SnapshotFolder(Path.of(folder)), channels, read, transactions, delivery);
    }

    @Produces
    @Singleton
    CompareReleases compareReleases(Releases releases, Blobs blobs, Transactions transactions) {
        return new CompareReleases(releases, blobs, transactions);
    }

    @Produces
    @Singleton
    ReadReleaseBundle readPinned(SnapshotRegistry delivery, Releases releases, Blobs blobs, Transactions transactions) {
        return new ReadReleaseBundle(delivery, releases, blobs, transactions);
    }

    @Produces
    @Singleton
    DeriveBundle deriveBundle(ReadReleaseBundle pinned) {
        return new DeriveBundle(pinned);
    }
}
