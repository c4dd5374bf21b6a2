package dev.parlance.exchange.imports;

import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.exchange.imports.ImportCatalog.Outcome;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportEntry.Reason;
import dev.parlance.exchange.imports.ImportOptions.ReviewedTexts;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Tests plans and imports with fake repositories and all checks. */
class ImportCatalogTest {
    private static final LocaleTag FI = new LocaleTag("fi");

    private final CatalogFixture shop = new CatalogFixture();
    private final ImportCatalog imports = new ImportCatalog(new FileReader(List.of()),
            new ImportCatalog.ImportPorts(shop.ports.catalogs(), shop.ports.messages(), shop.writeCatalog, shop.transactions), shop.drafts,
            shop.runChecks);
    private final List<FileEntry> entries = new ArrayList<>();

    @Test
    void plansWithoutStoring() {
        add("order.open", text(EN, "Order {0} is open"));
        long revision = shop.revision();
        assertThat(kinds(plan(ImportOptions.DEFAULT))).containsExactly(Kind.NEW);
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void createsMessagesWithDefaults() {
        add("order.open", text(EN, "Order {0} is open"), text(DE, "Bestellung {0} ist offen"));
        var outcome = apply(ImportOptions.DEFAULT);
        assertThat(outcome.report().revision()).hasValue(shop.revision());
        var definition = shop.message("order.open").definition();
        assertThat(definition.code()).isEqualTo("order.open");
        assertThat(definition.reason()).isEqualTo("ORDER_OPEN");
        assertThat(definition.httpStatus()).isEqualTo(200);
        assertThat(definition.contract().arguments()).containsExactly(new Argument("arg0", ArgumentType.STRING, ""));
        assertThat(shop.text(key("order.open"), DE).content().message()).isEqualTo("Bestellung {0} ist offen");
        assertThat(shop.counts(DE)).isEqualTo(shop.recomputedCounts(DE));
        assertThat(shop.changes(shop.revision())).extracting(it -> it.cause()).containsOnly(ChangeCause.IMPORT).hasSize(3);
    }

    @Test
    void changesNothingTheSecondTime() {
        add("order.open", text(EN, "Order {0} is open"), text(DE, "Bestellung {0} ist offen"));
        apply(ImportOptions.DEFAULT);
        long revision = shop.revision();
        assertThat(kinds(apply(ImportOptions.DEFAULT))).isEmpty();
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void comparesPatternsAndNotCharacters() {
        add("a", text(EN, "Order {name}: it''s open"));
        apply(ImportOptions.DEFAULT);
        entries.clear();
        add("a", text(EN, "Order {0}: it's open"));
        assertThat(plan(ImportOptions.DEFAULT).report().count(Kind.SAME)).isEqualTo(1);
        entries.clear();
        add("a", text(EN, "Order {0}: it is open"));
        assertThat(reasons(plan(ImportOptions.DEFAULT))).containsExactly(Reason.TEXT);
    }

    @Test
    void undoesInOneStep() {
        add("a", text(EN, "One"), text(FI, "Yksi"));
        apply(with(it -> true, true, ReviewedTexts.CONFLICT, false, false));
        shop.revertLastChange("ann");
        assertThat(shop.message("a").definition().lifecycle().stage()).isEqualTo(Lifecycle.RETIRED);
        assertThat(kinds(apply(ImportOptions.DEFAULT))).containsOnly(Kind.NEW, Kind.CHANGED);
        assertThat(shop.message("a").definition().lifecycle().stage()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void refusesAsAWhole() {
        add("good", text(EN, "Good"));
        add("bad", text(EN, "Bad {0"));
        add("translated", text(EN, "Amount {0}"), text(DE, "Betrag {1}"));
        add("without", text(DE, "Ohne"));
        long revision = shop.revision();
        var outcome = apply(ImportOptions.DEFAULT);
        assertThat(outcome.refused()).isTrue();
        assertThat(outcome.report().first()).filteredOn(it -> it.kind() == Kind.REFUSED).extracting(ImportEntry::key, ImportEntry::reason)
                .containsExactly(tuple("bad", Reason.INVALID_TEXT),
                        tuple("translated", Reason.TEXT_HAS_ERRORS),
                        tuple("without", Reason.NO_SOURCE_TEXT));
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void describesWhyATextIsRefused() {
        add("choice", text(EN, "{0,choice,0#none|1#one}"));
        add("index", text(EN, "{40}"));
        add("long", text(EN, "x".repeat(4001)));
        assertThat(plan(ImportOptions.DEFAULT).report().first()).extracting(ImportEntry::detail).containsExactly(
                "the format choice is not accepted; use plural instead; accepted formats: number, date,"
                        + " time, plural, selectordinal, select",
                "pattern-too-complex: aspect arguments; limit 32",
                "too-long: limit 4000");
    }

    @Test
    void skipsRefusedTextsOnRequest() {
        add("good", text(EN, "Good"));
        add("bad", text(EN, "Bad {0"));
        assertThat(apply(with(it -> true, false, ReviewedTexts.CONFLICT, false, true)).refused()).isFalse();
        assertThat(shop.message("good").definition().reason()).isEqualTo("GOOD");
    }

    @Test
    void refusesLocalesThatAreNotOfferedOrNotPermitted() {
        add("a", text(EN, "One"), text(FI, "Yksi"), text(AR, "واحد"));
        assertThat(reasons(plan(with(it -> !it.equals(AR), false, ReviewedTexts.CONFLICT, false, false))))
                .containsExactlyInAnyOrder(Reason.LOCALE_NOT_OFFERED, Reason.NOT_PERMITTED, Reason.NEW_MESSAGE);
    }

    @Test
    void addsLocalesOnRequest() {
        add("a", text(EN, "One"), text(FI, "Yksi"));
        var outcome = apply(with(it -> true, true, ReviewedTexts.CONFLICT, false, false));
        assertThat(outcome.report().newLocales()).containsExactly("fi");
        assertThat(shop.catalog().locales()).contains(FI);
    }

    @Test
    void keepsApprovedTextsUnlessAsked() {
        shop.save(EN, "Limit", "ann");
        shop.save(DE, "Grenze", "ann");
        shop.approve(DE, "bob");
        add("limit", text(DE, "Limit (neu)"));
        assertThat(apply(ImportOptions.DEFAULT).refused()).isTrue();
        apply(with(it -> true, false, ReviewedTexts.KEEP, false, false));
        assertThat(shop.text(DE).content().message()).isEqualTo("Grenze");
        apply(with(it -> true, false, ReviewedTexts.OVERWRITE, false, false));
        assertThat(shop.text(DE).content().message()).isEqualTo("Limit (neu)");
        assertThat(shop.text(DE).state()).isEqualTo(TextState.TRANSLATED);
    }

    @Test
    void removesOnlyOnRequest() {
        shop.save(EN, "Limit", "ann");
        shop.save(DE, "Grenze", "ann");
        add("other", text(EN, "Other"), text(DE, "Andere"));
        assertThat(kinds(plan(ImportOptions.DEFAULT))).doesNotContain(Kind.REMOVED);
        var delete = with(it -> true, false, ReviewedTexts.CONFLICT, true, false);
        assertThat(apply(delete).report().first()).filteredOn(it -> it.kind() == Kind.REMOVED).extracting(ImportEntry::key)
                .containsExactly("limit");
        assertThat(shop.message("limit").definition().lifecycle().stage()).isEqualTo(Lifecycle.RETIRED);
    }

    @Test
    void removesTranslationsThatFilesOfTheirLocaleLack() {
        shop.save(EN, "Limit", "ann");
        shop.save(DE, "Grenze", "ann");
        add("other", text(EN, "Other"), text(DE, "Andere"));
        apply(ImportOptions.DEFAULT);
        entries.clear();
        add("other", text(DE, "Andere"));
        apply(with(it -> true, false, ReviewedTexts.CONFLICT, true, false));
        assertThat(shop.message("limit").definition().lifecycle().stage()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(shop.transactions.<Boolean>call(() -> shop.ports.texts().find(SHOP, CatalogFixture.LIMIT, DE).isEmpty())).isTrue();
    }

    @Test
    void keepsDescriptionUnlessTheFileHasOne() {
        add("a", new FileText(Optional.of(EN), new RawText.Single("One"), Optional.of("First"), Optional.empty(), Optional.empty()));
        apply(ImportOptions.DEFAULT);
        entries.clear();
        add("a", text(EN, "Uno"));
        apply(ImportOptions.DEFAULT);
        assertThat(shop.text(key("a"), EN).content().description()).isEqualTo("First");
    }

    @Test
    void treatsMessageWithCodeAsError() {
        entries.add(new FileEntry("a", 1, List.of(text(EN, "One")), new FileDetails(Optional.empty(), Optional.of("-1015"), Optional.empty(),
                OptionalInt.empty(), Set.of(), List.of(), OptionalInt.empty())));
        apply(ImportOptions.DEFAULT);
        assertThat(shop.message("a").definition().httpStatus()).isEqualTo(500);
    }

    @Test
    void changesOnlyWhatTheFileSaysAboutAMessage() {
        add("a", text(EN, "One"));
        apply(ImportOptions.DEFAULT);
        entries.clear();
        entries.add(new FileEntry("a", 1, List.of(), new FileDetails(Optional.empty(), Optional.of("-1015"), Optional.empty(),
                OptionalInt.empty(), Set.of(), List.of(), OptionalInt.empty())));
        assertThat(reasons(apply(ImportOptions.DEFAULT))).containsExactly(Reason.DEFINITION);
        assertThat(shop.message("a").definition().code()).isEqualTo("-1015");
        assertThat(shop.message("a").definition().reason()).isEqualTo("MESSAGE_A");
    }

    @Test
    void acceptsTheSameTextTwiceAndRefusesAnother() {
        add("a", text(EN, "One"));
        add("a", text(EN, "One"));
        assertThat(kinds(plan(ImportOptions.DEFAULT))).containsExactly(Kind.NEW);
        add("a", text(EN, "Two"));
        assertThat(reasons(plan(ImportOptions.DEFAULT))).contains(Reason.DUPLICATE_KEY);
    }

    @Test
    void importsFuzzyTextsAsDrafts() {
        add("a", text(EN, "One"), new FileText(Optional.of(DE), new RawText.Single("Eins"), Optional.empty(),
                Optional.of(ReviewState.DRAFT), Optional.of(MessageDialect.PLAIN)));
        apply(ImportOptions.DEFAULT);
        assertThat(shop.text(key("a"), DE).state()).isEqualTo(TextState.DRAFT);
    }

    @Test
    void createsMessagesFromTheSourceTextsOfTranslations() {
        entries.add(translated("a", "One", "Eins"));
        assertThat(apply(ImportOptions.DEFAULT).report().count(Kind.NEW)).isEqualTo(2);
        assertThat(shop.text(key("a"), EN).content().message()).isEqualTo("One");
        assertThat(shop.text(key("a"), DE).content().message()).isEqualTo("Eins");
    }

    @Test
    void keepsNewerSourceTextsThanThoseOfTranslations() {
        add("a", text(EN, "Number one"));
        apply(ImportOptions.DEFAULT);
        entries.clear();
        entries.add(translated("a", "One", "Nummer eins"));
        assertThat(apply(ImportOptions.DEFAULT).report().first()).extracting(ImportEntry::locale, ImportEntry::kind)
                .containsExactly(tuple("de", Kind.NEW));
        assertThat(shop.text(key("a"), EN).content().message()).isEqualTo("Number one");
    }

    private static FileEntry translated(String key, String source, String translation) {
        return new FileEntry(key, 1, List.of(text(DE, translation)), FileDetails.NONE, Optional.of(new RawText.Single(source)));
    }

    @Test
    void keepsTypesThatAFileDoesNotTell() {
        add("a", text(EN, "{n, plural, one{# item} other{# items}} of {name}"));
        apply(ImportOptions.DEFAULT);
        var contract = shop.message("a").definition().contract();
        entries.clear();
        entries.add(new FileEntry("a", 1, List.of(text(DE, "{name}")), new FileDetails(Optional.empty(), Optional.empty(), Optional.empty(),
                OptionalInt.empty(), Set.of(), List.of(new Argument("name", ArgumentType.STRING, "")), OptionalInt.empty())));
        entries.add(new FileEntry("a", 1, List.of(text(EN, "{n, plural, one{# item} other{# items}} of {name}")),
                new FileDetails(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Set.of(),
                        List.of(new Argument("n", ArgumentType.STRING, ""), new Argument("name", ArgumentType.STRING, "")),
                        OptionalInt.empty())));
        plan(ImportOptions.DEFAULT);
        apply(with(it -> true, true, ReviewedTexts.CONFLICT, false, true));
        assertThat(shop.message("a").definition().contract()).isEqualTo(contract);
    }

    @Test
    void keepsFormsThatAnExportLeavesOut() {
        add("a", text(EN, "{n, plural, one{# item} other{# items}}"));
        apply(ImportOptions.DEFAULT);
        entries.clear();
        add("a", new FileText(Optional.of(EN), new RawText.Single("%s items"), Optional.empty(), Optional.empty(),
                Optional.of(MessageDialect.PRINTF)));
        assertThat(plan(ImportOptions.DEFAULT).report().count(Kind.SAME)).isEqualTo(1);
        entries.clear();
        add("a", new FileText(Optional.of(EN), new RawText.Single("%s things"), Optional.empty(), Optional.empty(),
                Optional.of(MessageDialect.PRINTF)));
        assertThat(reasons(plan(ImportOptions.DEFAULT))).containsExactly(Reason.TEXT);
    }

    @Test
    void importsManyMessagesInBatches() {
        for (int i = 0; i < 1203; i++) {
            add("m" + i, text(EN, "Text " + i), text(DE, "Satz " + i));
        }
        var outcome = apply(ImportOptions.DEFAULT);
        assertThat(outcome.report().count(Kind.NEW)).isEqualTo(2406);
        assertThat(outcome.pages()).hasSize(5);
        assertThat(outcome.pages().get(4).entries()).hasSize(406);
        assertThat(shop.counts(DE).total()).isEqualTo(1203);
    }

    private static ImportOptions with(Predicate<LocaleTag> writable, boolean addLocales, ReviewedTexts reviewed,
            boolean delete, boolean skip) {
        return new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), addLocales, reviewed, delete, skip,
                Optional.empty(), writable);
    }

    private void add(String fileKey, FileText... texts) {
        entries.add(new FileEntry(fileKey, entries.size() + 1, List.of(texts), FileDetails.NONE));
    }

    private static FileText text(LocaleTag locale, String text) {
        return new FileText(locale, new RawText.Single(text));
    }

    private ImportSource source() {
        return ImportSource.of(new FileContent(Optional.empty(), Optional.empty(), entries, List.of()));
    }

    private Outcome plan(ImportOptions options) {
        return imports.plan(SHOP, options, source(), by("ann"), it -> { });
    }

    private Outcome apply(ImportOptions options) {
        return imports.apply(SHOP, options, source(), by("ann"));
    }

    private static List<Kind> kinds(Outcome outcome) {
        return outcome.report().first().stream().map(ImportEntry::kind).distinct().toList();
    }

    private static List<Reason> reasons(Outcome outcome) {
        return outcome.report().first().stream().map(ImportEntry::reason).toList();
    }
}
