package dev.parlance.exchange;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.NOON;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.RecheckBacklog;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memorystore.InMemoryBlobs;
import dev.parlance.publishing.memorystore.InMemoryChannels;
import dev.parlance.publishing.memorystore.InMemoryReleases;
import dev.parlance.publishing.release.MoveChannel;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests later versions of a shipped catalog after changes by users. */
class SynchroniseCatalogTest {
    private static final ArgumentContract NAME = new ArgumentContract(List.of(new Argument("name", ArgumentType.STRING, "Ada")));
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final CatalogFixture shop = new CatalogFixture();
    private final InMemoryReleases releases = new InMemoryReleases();
    private final InMemoryChannels channels = new InMemoryChannels(releases);
    private final SynchroniseCatalog synchronise = create();
    private final List<MessageEntry> messages = new ArrayList<>();
    private final Map<String, TextEntry> english = new LinkedHashMap<>();
    private final Map<String, TextEntry> german = new LinkedHashMap<>();

    @BeforeEach
    void synchroniseOnce() {
        shop.editMessages.update(SHOP, LIMIT, 1, it -> it.withStage(Lifecycle.RETIRED), CatalogFixture.by("ann"));
        ship("hello", NAME, "Hello {name}", "Hallo {name}");
        synchronise();
    }

    @Test
    void createsCatalogAndReleasesIt() {
        var name = new CatalogName("new");
        assertThat(synchronise(name)).isEqualTo(new SynchroniseCatalog.SyncResult(1, 2, true, List.of()));
        var catalog = shop.readDraft.readCatalog(name, it -> it);
        assertThat(catalog.locales()).containsExactly(DE, EN);
        assertThat(catalog.requiredLocales()).containsExactly(DE, EN);
        assertThat(catalog.revision()).isEqualTo(1);
        assertThat(channels.find(name, "production").orElseThrow().release()).isEqualTo(1);
    }

    @Test
    void changesNothingOnSecondRun() {
        long revision = shop.revision();
        assertThat(synchronise()).isEqualTo(new SynchroniseCatalog.SyncResult(0, 0, false, List.of()));
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void recordsShipmentAsOneRevision() {
        assertThat(shop.changes(shop.revision())).extracting(Change::cause).containsOnly(ChangeCause.SHIPPED).hasSize(3);
        assertThat(shop.text(key("hello"), DE).author()).isEqualTo("parlance");
        assertThat(shop.counts(DE)).isEqualTo(new TextCounts(0, 1, 0, 0, 0, 0));
    }

    @Test
    void updatesShippedTextAndMarksTranslationStale() {
        ship("hello", NAME, "Welcome {name}", "Hallo {name}");
        assertThat(synchronise().savedTexts()).isEqualTo(1);
        assertThat(shop.text(key("hello"), EN).content()).isEqualTo(content("Welcome {name}"));
        assertThat(shop.counts(DE).stale()).isEqualTo(1);
    }

    @Test
    void keepsTextOfUser() {
        shop.save(key("hello"), DE, "Servus {name}", TextState.TRANSLATED, "ann");
        ship("hello", NAME, "Hello {name}", "Guten Tag {name}");
        assertThat(synchronise().savedTexts()).isZero();
        assertThat(shop.text(key("hello"), DE).content()).isEqualTo(content("Servus {name}"));
    }

    @Test
    void keepsLocaleOfUser() {
        shop.save(key("hello"), AR, "مرحبا {name}", TextState.TRANSLATED, "ann");
        ship("hello", NAME, "Welcome {name}", "Willkommen {name}");
        synchronise();
        assertThat(shop.text(key("hello"), AR).content()).isEqualTo(content("مرحبا {name}"));
        assertThat(shop.counts(AR).stale()).isEqualTo(1);
    }

    @Test
    void keepsRemovedTextRemovedAndContinuesVersions() {
        shop.editTexts.remove(shop.target(key("hello"), DE, "ann"));
        assertThat(synchronise()).isEqualTo(new SynchroniseCatalog.SyncResult(0, 0, false, List.of()));
        assertThat(shop.save(key("hello"), DE, "Hallo {name}", TextState.TRANSLATED, "ann").text().version()).isEqualTo(3);
        ship("bye", NAME, "Bye {name}", "Tschüss {name}");
        assertThat(synchronise().savedTexts()).isEqualTo(2);
    }

    @Test
    void keepsRemovedLocaleRemoved() {
        shop.editCatalog.removeLocale(SHOP, shop.catalog().version(), DE, CatalogFixture.by("ann"));
        assertThat(synchronise()).isEqualTo(new SynchroniseCatalog.SyncResult(0, 0, false, List.of()));
        ship("bye", NAME, "Bye {name}", "Tschüss {name}");
        assertThat(synchronise()).isEqualTo(new SynchroniseCatalog.SyncResult(1, 1, false, List.of()));
        assertThat(shop.catalog().findLocale(DE)).isEmpty();
        assertThat(shop.transactions.call(() -> shop.ports.texts().findAll(SHOP, DE))).isEmpty();
    }

    @Test
    void reportsConflictsAndAppliesTheRest() {
        createMessage("own", "LATER");
        createMessage("taken", "TAKEN_BY_PEOPLE");
        List.of("later", "taken", "fine").forEach(it -> ship(it, NAME, "English {name}", "Deutsch {name}"));
        var result = synchronise();
        assertThat(result.conflicts()).extracting(it -> it.key() + " " + it.conflictingKey()).containsExactly("later own", "taken taken");
        assertThat(result.savedMessages()).isEqualTo(1);
        assertThat(result.savedTexts()).isEqualTo(2);
        assertThat(shop.readDraft.findMessage(SHOP, key("taken")).texts()).isEmpty();
    }

    @Test
    void rechecksTextsOfUsersAfterShipment() {
        shop.save(key("hello"), DE, "Hallo, {name}", TextState.TRANSLATED, "ann");
        ship("hello", ArgumentContract.EMPTY, "Hello", "Hallo");
        synchronise();
        assertThat(shop.text(key("hello"), DE).errors()).isEmpty();
        recheck();
        assertThat(shop.counts(DE).withErrors()).isEqualTo(1);
        ship("hello", NAME, "Hello", "Hallo");
        synchronise();
        recheck();
        assertThat(shop.counts(DE).withErrors()).isZero();
    }

    private SynchroniseCatalog create() {
        var ports = shop.ports;
        var moveChannel = new MoveChannel(ports.catalogs(), releases, channels, it -> { }, shop.transactions, CLOCK, it -> { });
        var publishRelease = new PublishRelease(ports.catalogs(),
                new PublishRelease.DraftSources(ports.messages(), ports.texts(), shop.runChecks), releases,
                new InMemoryBlobs(), moveChannel, it -> { }, shop.transactions, CLOCK);
        return new SynchroniseCatalog(ports.catalogs(),
                new SynchroniseCatalog.CatalogRepositories(ports.messages(), ports.texts(), ports.history()),
                publishRelease, shop.writeCatalog, shop.drafts, shop.transactions, CLOCK);
    }

    /** Replaces the shipped content of a key. */
    private void ship(String key, ArgumentContract contract, String english, String german) {
        messages.removeIf(it -> it.key().equals(key));
        messages.add(new MessageEntry(key, key, key.toUpperCase(Locale.ROOT), 200, contract, new TreeSet<>()));
        this.english.put(key, new TextEntry(Syntax.ICU, english, ""));
        this.german.put(key, new TextEntry(Syntax.ICU, german, ""));
    }

    private SynchroniseCatalog.SyncResult synchronise() {
        return synchronise(SHOP);
    }

    private SynchroniseCatalog.SyncResult synchronise(CatalogName name) {
        var texts = new TreeMap<LocaleTag, Map<String, TextEntry>>(Map.of(EN, english, DE, german));
        return synchronise.synchronise(new ShippedCatalog(name,
                new CatalogContent("Shop", EN, new TreeSet<>(List.of(DE)), messages, texts)));
    }

    private void recheck() {
        new RecheckBacklog(shop.ports.catalogs(), shop.ports.texts(), shop.runChecks, shop.transactions).recheckBatch();
    }

    private void createMessage(String key, String reason) {
        shop.editMessages.create(SHOP, key(key), new Message.Definition(0, key, reason, 400, ArgumentContract.EMPTY),
                CatalogFixture.by("ann"));
    }
}
