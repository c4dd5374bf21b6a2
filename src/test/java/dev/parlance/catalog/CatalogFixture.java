package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;

import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.editing.EditCatalog;
import dev.parlance.catalog.editing.EditCatalog.CreateCatalogCommand;
import dev.parlance.catalog.editing.EditMessages;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.SavedText;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.catalog.editing.MessageDrafts;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.catalog.editing.RevertChange;
import dev.parlance.catalog.editing.RunChecks;
import dev.parlance.catalog.editing.TextPolicy;
import dev.parlance.catalog.glossary.EditGlossary;
import dev.parlance.catalog.glossary.EditGlossary.TermTarget;
import dev.parlance.catalog.glossary.TermDrafts;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.VisibilityHistory;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.catalog.memory.InMemoryTransactions;
import dev.parlance.checks.AllChecks;
import dev.parlance.checks.Checks;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A catalog with English sources, four other locales and the message {@code limit}: the use cases on the fakes, with all checks. */
public final class CatalogFixture {
    public static final CatalogName SHOP = new CatalogName("shop");
    public static final MessageKey LIMIT = new MessageKey("limit");
    public static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    public final InMemoryTransactions transactions = new InMemoryTransactions();
    public final CatalogPorts ports = InMemoryPorts.create(transactions);
    /** The person that each actor acts for. All others act for themselves. */
    public final Map<String, String> responsiblePersons = new HashMap<>();
    public final RunChecks runChecks = new RunChecks(new Checks(AllChecks.ALL), ports.catalogs(), ports.messages(), ports.texts(),
            ports.glossary(), it -> { });
    public final WriteCatalog writeCatalog = new WriteCatalog(ports.catalogs(), ports.history(), transactions);
    public final MessageDrafts drafts = new MessageDrafts(ports.catalogs(), ports.messages(), ports.texts(), ports.history(), runChecks);
    public final TermDrafts terms = new TermDrafts(ports.glossary(), ports.history());
    public final List<VisibilityHistory.VisibilityChange> visibilityChanges = new ArrayList<>();
    public final EditCatalog editCatalog = new EditCatalog(ports.catalogs(), writeCatalog, ports.history(), ports.texts(),
            visibilityChanges::add, transactions);
    public final EditMessages editMessages = new EditMessages(writeCatalog, drafts, ports.history());
    public final EditTexts editTexts = new EditTexts(writeCatalog, drafts, ports.history(),
            new TextPolicy(runChecks, it -> responsiblePersons.getOrDefault(it, it)));
    public final EditGlossary editGlossary = new EditGlossary(writeCatalog, terms, ports.history());
    public final ResourceUsage usage = new ResourceUsage();
    public final RevertChange revertChange = new RevertChange(writeCatalog, drafts, terms, ports.history(), usage);
    public final ReadDraft readDraft = new ReadDraft(ports.catalogs(), ports.messages(), ports.texts(), ports.history(), runChecks,
            transactions);

    public CatalogFixture() {
        editCatalog.create(new CreateCatalogCommand(SHOP, EN, new CatalogSettings("Shop", false, false),
                new TreeMap<>(Map.of(DE, false, AR, false, JA, false, PL, false)), true), by("maker"));
        createMessage("limit");
    }

    public static ChangeContext by(String actor) {
        return ChangeContext.forEdit(actor, NOON, "");
    }

    public static MessageKey key(String value) {
        return new MessageKey(value);
    }

    public static TextContent content(String message) {
        return new TextContent(Syntax.ICU, message, "");
    }

    public void updateSettings(boolean reviewRequired, boolean twoPersonRule) {
        editCatalog.updateSettings(SHOP, catalog().version(), it -> new CatalogSettings(it.title(), reviewRequired, twoPersonRule),
                by("maker"));
    }

    public Message createMessage(String key) {
        return createMessage(key, ArgumentContract.EMPTY);
    }

    public Message createMessage(String key, ArgumentContract contract) {
        var base = CatalogRows.definition(0, key);
        var definition = new Message.Definition(0, base.code(), base.reason(), base.httpStatus(), contract);
        return editMessages.create(SHOP, key(key), definition, by("maker")).message();
    }

    /** Saves a translated text of the message {@code limit}. */
    public SavedText save(LocaleTag locale, String message, String actor) {
        return save(LIMIT, locale, message, TextState.TRANSLATED, actor);
    }

    /** Saves a text, knowing its present version. */
    public SavedText save(MessageKey key, LocaleTag locale, String message, TextState state, String actor) {
        return editTexts.save(target(key, locale, actor), command(message, state));
    }

    public static SaveTextCommand command(String message, TextState state) {
        return new SaveTextCommand(content(message), state, Map.of());
    }

    public SavedText approve(LocaleTag locale, String actor) {
        return editTexts.approve(target(locale, actor), Map.of());
    }

    public void remove(LocaleTag locale, String actor) {
        editTexts.remove(target(locale, actor));
    }

    public void saveTerm(String term, Map<LocaleTag, String> translations) {
        var existing = ports.transactions().call(() -> ports.glossary().find(SHOP, term));
        var version = existing.map(it -> OptionalInt.of(it.version())).orElse(OptionalInt.empty());
        editGlossary.save(new TermTarget(SHOP, term, version, by("ann")),
                new HistoryState.TermContent(term, false, "", new TreeMap<>(translations)));
    }

    public void revertLastChange(String actor) {
        revertChange.revertRevision(SHOP, revision(), by(actor));
    }

    /** A target in the message {@code limit}, with the present version of the text. */
    public TextTarget target(LocaleTag locale, String actor) {
        return target(LIMIT, locale, actor);
    }

    public TextTarget target(MessageKey key, LocaleTag locale, String actor) {
        var existing = transactions.call(() -> ports.texts().find(SHOP, key, locale));
        return new TextTarget(SHOP, key, locale, existing.map(it -> OptionalInt.of(it.version())).orElse(OptionalInt.empty()), by(actor));
    }

    public Catalog catalog() {
        return readDraft.readCatalog(SHOP, it -> it);
    }

    public long revision() {
        return catalog().revision();
    }

    public Message message(String key) {
        return readDraft.findMessage(SHOP, key(key)).message();
    }

    public MessageText text(LocaleTag locale) {
        return text(LIMIT, locale);
    }

    public MessageText text(MessageKey key, LocaleTag locale) {
        return transactions.call(() -> ports.texts().find(SHOP, key, locale)).orElseThrow();
    }

    public TextCounts counts(LocaleTag locale) {
        return catalog().findLocale(locale).orElseThrow().counts();
    }

    /** The counts as the texts themselves give them. */
    public TextCounts recomputedCounts(LocaleTag locale) {
        return transactions.call(() -> {
            ports.catalogs().recomputeCounts(ports.catalogs().lock(SHOP).orElseThrow());
            return ports.catalogs().find(SHOP).orElseThrow().findLocale(locale).orElseThrow().counts();
        });
    }

    /** All changes of a revision. */
    public List<Change> changes(long revision) {
        return transactions.call(() -> ports.history().findChanges(SHOP, revision));
    }
}
