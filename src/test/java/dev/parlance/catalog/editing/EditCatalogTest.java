package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.HistoryState.LocaleSettings;
import dev.parlance.catalog.editing.EditCatalog.CatalogState;
import dev.parlance.catalog.editing.EditCatalog.CreateCatalogCommand;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.VersionCheck.VersionedState;
import dev.parlance.catalog.history.VisibilityHistory.VisibilityChange;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Creates catalogs, and changes their settings and locales. */
class EditCatalogTest {
    private static final CatalogSettings SETTINGS = new CatalogSettings("رسائل", true, true);

    private final CatalogFixture shop = new CatalogFixture();

    @Test
    void createsCatalogWithSourceFirst() {
        var created = create("new", new TreeMap<>(Map.of(PL, true, EN, false)));
        assertThat(created.settings()).isEqualTo(SETTINGS);
        assertThat(created.locales()).containsExactly(EN, PL);
        assertThat(created.requiredLocales()).containsExactly(EN, PL);
        var changes = shop.transactions.call(() -> shop.ports.history().findChanges(created.name(), 1));
        assertThat(changes).extracting(Change::target)
                .containsExactly(ChangeTarget.CATALOG, ChangeTarget.ofLocale(EN), ChangeTarget.ofLocale(PL));
    }

    @Test
    void rejectsExistingName() {
        assertThat(problemOf(() -> create("shop", new TreeMap<>())).type()).isEqualTo(ProblemType.ALREADY_EXISTS);
        assertThat(shop.catalog().title()).isEqualTo("Shop");
    }

    @Test
    void createsCatalogOnceWhenTransactionIsRetried() {
        shop.transactions.failFirstAttempts();
        assertThat(create("new", new TreeMap<>()).revision()).isEqualTo(1);
    }

    @Test
    void updatesSettingsAndMarksReleasedLocales() {
        int version = shop.catalog().version();
        long before = shop.revision();
        shop.editCatalog.updateSettings(SHOP, version, it -> SETTINGS, by("ann"));
        assertThat(shop.catalog().settings()).isEqualTo(SETTINGS);
        assertThat(shop.catalog().version()).isEqualTo(version + 1);
        assertThat(shop.catalog().localesChangedSince(before)).containsExactly(AR, DE, EN, JA, PL);
    }

    @Test
    void marksNoLocaleWhenReleasedStatesStay() {
        long before = shop.revision();
        shop.updateSettings(false, true);
        assertThat(shop.catalog().localesChangedSince(before)).isEmpty();
        assertThat(shop.revision()).isEqualTo(before + 1);
    }

    @Test
    void recordsNothingWhenSettingsStayTheSame() {
        long before = shop.revision();
        shop.editCatalog.updateSettings(SHOP, shop.catalog().version(), it -> it, by("ann"));
        assertThat(shop.revision()).isEqualTo(before);
    }

    @Test
    void rejectsStaleVersionWithBothSettings() {
        int baseVersion = shop.catalog().version();
        var baseSettings = shop.catalog().settings();
        shop.updateSettings(true, false);
        var problem = problemOf(() -> shop.editCatalog.updateSettings(SHOP, baseVersion, it -> SETTINGS, by("ann")));
        assertThat(problem.type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(problem.members()).containsEntry(VersionCheck.THEIRS,
                new VersionedState(baseVersion + 1, new CatalogSettings("Shop", true, false)))
                .containsEntry(VersionCheck.BASE, new VersionedState(baseVersion, baseSettings));
    }

    @Test
    void offersNewLocale() {
        var french = LocaleTag.parse("fr");
        shop.editCatalog.offerLocale(SHOP, shop.catalog().version(), french, true, by("ann"));
        assertThat(shop.catalog().requiredLocales()).containsExactly(EN, french);
        assertThat(shop.changes(shop.revision())).singleElement()
                .matches(it -> it.before().isEmpty() && it.after().orElseThrow().equals(new LocaleSettings(true)));
    }

    @Test
    void rejectsMoreLocalesThanResponsesCanList() {
        var locales = new TreeMap<LocaleTag, Boolean>();
        for (int i = 0; i < EditCatalog.MAX_LOCALES - 1; i++) {
            locales.put(LocaleTag.parse("q" + (char) ('a' + i / 26) + (char) ('a' + i % 26)), false);
        }
        var full = create("full", locales);
        assertThat(full.locales()).hasSize(EditCatalog.MAX_LOCALES);
        assertThat(problemOf(() -> shop.editCatalog.offerLocale(full.name(), full.version(), DE, false, by("ann"))).type())
                .isEqualTo(ProblemType.TOO_MANY_ITEMS);
        locales.put(DE, false);
        assertThat(problemOf(() -> create("overfull", locales)).type()).isEqualTo(ProblemType.TOO_MANY_ITEMS);
    }

    @Test
    void changesWhetherLocaleIsRequired() {
        shop.editCatalog.offerLocale(SHOP, shop.catalog().version(), DE, true, by("ann"));
        assertThat(shop.catalog().requiredLocales()).containsExactly(DE, EN);
        assertThat(shop.changes(shop.revision())).singleElement().matches(it -> it.before()
                .orElseThrow().equals(new LocaleSettings(false)));
    }

    @Test
    void recordsNothingWhenLocaleIsOfferedAlready() {
        long before = shop.revision();
        shop.editCatalog.offerLocale(SHOP, shop.catalog().version(), DE, false, by("ann"));
        assertThat(shop.revision()).isEqualTo(before);
    }

    @Test
    void createsPrivateCatalog() {
        assertThat(create("new", new TreeMap<>()).publiclyReadable()).isFalse();
        assertThat(shop.catalog().publiclyReadable()).isTrue();
    }

    @Test
    void recordsChangeOfVisibility() {
        int version = shop.catalog().version();
        shop.editCatalog.update(SHOP, version, it -> new CatalogState(it.settings(), it.sourceLocale(), false), by("ann"));
        assertThat(shop.catalog().publiclyReadable()).isFalse();
        assertThat(shop.catalog().version()).isEqualTo(version + 1);
        assertThat(shop.changes(shop.revision())).singleElement().matches(it -> it.after().orElseThrow()
                .equals(new CatalogSettings("Shop", false, false).with(null, false)));
    }

    @Test
    void removesLocaleWithItsTexts() {
        shop.save(EN, "Limit reached.", "ann");
        shop.save(DE, "Grenze erreicht.", "ann");
        var german = LocaleTag.parse("de-AT");
        shop.editCatalog.offerLocale(SHOP, shop.catalog().version(), german, false, by("ann"));
        long before = shop.revision();
        var changed = shop.editCatalog.removeLocale(SHOP, shop.catalog().version(), DE, by("ann"));
        assertThat(changed.locales()).containsExactly(AR, german, EN, JA, PL);
        assertThat(changed.localesChangedSince(before)).as("falls back to German").containsExactly(german);
        assertThat(shop.transactions.call(() -> shop.ports.texts().findAll(SHOP, DE))).isEmpty();
        assertThat(shop.changes(shop.revision())).extracting(Change::target)
                .containsExactlyInAnyOrder(ChangeTarget.text(CatalogFixture.LIMIT, DE), ChangeTarget.ofLocale(DE));
        assertThat(shop.changes(shop.revision())).allMatch(it -> it.before().isPresent() && it.after().isEmpty());
    }

    @Test
    void keepsSourceLocaleAndRejectsUnknownOne() {
        int version = shop.catalog().version();
        assertThat(problemOf(() -> shop.editCatalog.removeLocale(SHOP, version, EN, by("ann"))).type())
                .isEqualTo(ProblemType.SOURCE_LOCALE_NOT_REMOVABLE);
        assertThat(problemOf(() -> shop.editCatalog.removeLocale(SHOP, version, LocaleTag.parse("fr"), by("ann"))).type())
                .isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(problemOf(() -> shop.editCatalog.removeLocale(SHOP, version + 1, DE, by("ann"))).type())
                .isEqualTo(ProblemType.STALE_REVISION);
    }

    @Test
    void changesSourceLocaleUntilFirstRelease() {
        shop.save(EN, "Limit reached.", "ann");
        shop.save(DE, "Grenze erreicht.", "ann");
        changeSource(DE);
        assertThat(shop.catalog().sourceLocale()).isEqualTo(DE);
        assertThat(shop.catalog().requiredLocales()).contains(DE);
        assertThat(shop.changes(shop.revision())).singleElement().matches(it -> ((CatalogSettings) it.after().orElseThrow()).sourceLocale()
                .equals(DE));
        shop.save(DE, "Limit erreicht.", "ann");
        assertThat(shop.catalog().findLocale(EN).orElseThrow().counts().stale()).isEqualTo(1);
        assertThat(problemOf(() -> changeSource(LocaleTag.parse("fr"))).type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        shop.transactions.markReleased(SHOP);
        assertThat(problemOf(() -> changeSource(EN)).type()).isEqualTo(ProblemType.CATALOG_HAS_RELEASES);
    }

    @Test
    void recordsVisibilityOfNewChangedAndDeletedCatalog() {
        shop.visibilityChanges.clear();
        var created = create("new", new TreeMap<>());
        var opened = shop.editCatalog.update(created.name(), created.version(), it -> withVisibility(it, true), by("ben"));
        var kept = shop.editCatalog.update(created.name(), opened.version(), it -> withVisibility(it, true), by("ben"));
        shop.editCatalog.delete(created.name(), kept.version(), by("cid"));
        assertThat(shop.visibilityChanges).containsExactly(
                new VisibilityChange(created.name(), "ann", CatalogFixture.NOON, null, false),
                new VisibilityChange(created.name(), "ben", CatalogFixture.NOON, false, true),
                new VisibilityChange(created.name(), "cid", CatalogFixture.NOON, true, null));
    }

    @Test
    void deletesCatalogUntilFirstRelease() {
        var unreleased = create("new", new TreeMap<>());
        assertThat(problemOf(() -> shop.editCatalog.delete(unreleased.name(), unreleased.version() + 1, by("ann"))).type())
                .isEqualTo(ProblemType.STALE_REVISION);
        shop.editCatalog.delete(unreleased.name(), unreleased.version(), by("ann"));
        assertThat(create("new", new TreeMap<>()).revision()).isEqualTo(1);
        shop.transactions.markReleased(SHOP);
        assertThat(problemOf(() -> shop.editCatalog.delete(SHOP, shop.catalog().version(), by("ann"))).type())
                .isEqualTo(ProblemType.CATALOG_HAS_RELEASES);
    }

    private static CatalogState withVisibility(CatalogState it, boolean publiclyReadable) {
        return new CatalogState(it.settings(), it.sourceLocale(), publiclyReadable);
    }

    private void changeSource(LocaleTag locale) {
        shop.editCatalog.update(SHOP, shop.catalog().version(),
                it -> new CatalogState(it.settings(), locale, it.publiclyReadable()), by("ann"));
    }

    private Catalog create(String name, TreeMap<LocaleTag, Boolean> locales) {
        return shop.editCatalog.create(new CreateCatalogCommand(new CatalogName(name), EN, SETTINGS, locales, false), by("ann"));
    }
}
