package dev.parlance.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.catalog.suggestions.SuggestTexts;
import dev.parlance.catalog.suggestions.TranslationMemory;
import dev.parlance.checks.Checks;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several people do to the texts of one message, one after another. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EditTextsTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final MessageKey KEY = new MessageKey("limit");

    @Inject
    EditCatalog editCatalog;
    @Inject
    EditMessages editMessages;
    @Inject
    EditTexts editTexts;
    @Inject
    RevertChange revertChange;
    @Inject
    ReadDraft readDraft;
    @Inject
    MessageDrafts drafts;
    @Inject
    WriteCatalog writeCatalog;
    @Inject
    Catalogs catalogs;
    @Inject
    Messages messages;
    @Inject
    Texts texts;
    @Inject
    History history;
    @Inject
    Glossary glossary;
    @Inject
    Checks checks;
    @Inject
    TranslationMemory translationMemory;
    @Inject
    Transactions transactions;
    @Inject
    SnapshotRegistry delivery;

    private final CatalogName catalog = new CatalogName("drafts-" + UUID.randomUUID());

    @BeforeEach
    void createCatalogWithMessage() {
        ShippedCatalogsReady.await(delivery);
        editCatalog.create(new EditCatalog.CreateCatalogCommand(catalog, EN, new HistoryState.CatalogSettings("Drafts", false, true), new TreeMap<>(Map.of(DE, false))),
                context("maker"));
        editMessages.create(catalog, KEY, new Message.Definition(0, "limit", "LIMIT", 429, ArgumentContract.EMPTY), context("maker"));
    }

    @Test
    void marksTranslationStaleWhenRemovedSourceIsReplaced() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        remove(EN);
        save(EN, "Other", "ann");
        assertThat(isStale()).isTrue();
    }

    @Test
    void keepsTranslationFreshWhenSameSourceIsRestored() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        remove(EN);
        save(EN, "One", "ann");
        assertThat(isStale()).isFalse();
    }

    @Test
    void marksTranslationsFreshWhenSourceChangeIsReverted() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        save(EN, "Two", "ann");
        assertThat(isStale()).isTrue();
        revertLastChange();
        assertThat(isStale()).isFalse();
    }

    @Test
    void treatsTranslationWithoutSourceAsFresh() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        save(EN, "Two", "ann");
        remove(EN);
        assertThat(isStale()).isFalse();
    }

    @Test
    void restoresTranslationWithItsOriginalSource() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        save(EN, "Two", "ann");
        save(DE, "Zwei", "ann");
        assertThat(editTexts.restore(target(DE, "ann"), 1).stale()).isTrue();
        assertThat(isStale()).isTrue();
    }

    @Test
    void recordsSourceReadByMachineTranslation() {
        save(EN, "One", "ann");
        var suggestTexts = new SuggestTexts(catalogs, texts, translationMemory, (source, from, to) -> {
            save(EN, "Two", "ben");
            return new TextContent(source.syntax(), "Eins", "");
        }, transactions);
        assertThat(editTexts.save(target(DE, "ann"), suggestTexts.translateDraft(catalog, KEY, DE)).stale()).isTrue();
        assertThat(isStale()).isTrue();
    }

    @Test
    void keepsTextStaleWhenJobLeavesContentUnchanged() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        save(EN, "Two", "ann");
        int version = text(DE).version();
        saveByJob("max", TextState.TRANSLATED);
        assertThat(text(DE).version()).isEqualTo(version);
        saveByJob("max", TextState.DRAFT);
        assertThat(isStale()).isTrue();
        saveByJob("max", TextState.APPROVED);
        assertThat(isStale()).isFalse();
    }

    @Test
    void restoresAuthorAndApproverOnRevert() {
        save(DE, "Eins", "ann");
        editTexts.approve(target(DE, "ben"), Map.of());
        save(DE, "Zwei", "max");
        revertLastChange();
        assertThat(text(DE).state()).isEqualTo(TextState.APPROVED);
        assertThat(text(DE).author()).isEqualTo("ann");
        assertThat(text(DE).approvedBy()).contains("ben");
    }

    @Test
    void rejectsSelfApprovalAfterRevert() {
        save(DE, "Eins", "ann");
        save(DE, "Zwei", "max");
        revertLastChange();
        assertThatThrownBy(() -> editTexts.approve(target(DE, "ann"), Map.of()))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.SECOND_PERSON_NEEDED));
    }

    @Test
    void rejectsRevertToReasonInUse() {
        editMessages.update(catalog, KEY, 1, it -> withReason(it, "OTHER"), context("ann"));
        long renamed = revision();
        editMessages.create(catalog, new MessageKey("second"), new Message.Definition(0, "second", "LIMIT", 400, ArgumentContract.EMPTY), context("ben"));
        assertThatThrownBy(() -> revertChange.revertRevision(catalog, renamed, context("max")))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.ALREADY_EXISTS));
    }

    @Test
    void rechecksAllTextsOnlyWhenConstraintsChange() {
        save(EN, "One", "ann");
        save(DE, "Eins", "ann");
        writeCatalog.run(catalog, context("ann"), revision -> drafts.update(revision, KEY, draft -> {
            draft.updateDefinition(withReason(draft.message().definition(), "OTHER"));
            assertThat(draft.textsToRecheck()).isEmpty();
            draft.updateDefinition(withLengthLimit(draft.message().definition()));
            assertThat(draft.textsToRecheck()).hasSize(2);
            return draft;
        }));
    }

    @Test
    void checksSavedTextOnce() {
        save(EN, "One", "ann");
        var calls = new AtomicInteger();
        var countingGlossary = (Glossary) Proxy.newProxyInstance(Glossary.class.getClassLoader(), new Class<?>[] {Glossary.class}, (it, method, arguments) -> {
            calls.incrementAndGet();
            return method.invoke(glossary, arguments);
        });
        var runChecks = new RunChecks(checks, messages, texts, countingGlossary);
        new EditTexts(writeCatalog, new MessageDrafts(catalogs, messages, texts, history, runChecks), history, new TextPolicy(runChecks))
                .save(target(DE, "ann"), new SaveTextCommand(new TextContent(Syntax.ICU, "Eins {undeclared}", ""), TextState.DRAFT, Map.of()));
        assertThat(calls).hasValue(1);
        assertThat(text(DE).errors()).hasValue(1);
    }

    /** As every reader of a draft says it; counted by the way and anew. */
    private boolean isStale() {
        var query = new DraftQuery(DE, null, null, null, null, null, null);
        boolean stale = readDraft.findPage(catalog, query, null, 1).rows().get(0).stale();
        var whole = readDraft.findMessage(catalog, KEY);
        assertThat(whole.isStale(text(DE))).as("of the whole message").isEqualTo(stale);
        assertThat(readDraft.findPage(catalog, new DraftQuery(DE, TextFilter.STALE, null, null, null, null, null), null, 1).rows())
                .as("listed").hasSize(stale ? 1 : 0);
        assertThat(staleCount()).as("counted").isEqualTo(stale ? 1 : 0);
        transactions.call(() -> {
            catalogs.recomputeCounts(catalogs.lock(catalog).orElseThrow());
            return null;
        });
        assertThat(staleCount()).as("counted anew").isEqualTo(stale ? 1 : 0);
        return stale;
    }

    private int staleCount() {
        return readDraft.readCatalog(catalog, it -> it.findLocale(DE).orElseThrow().counts().stale());
    }

    private void saveByJob(String actor, TextState state) {
        var context = context(actor).withJob(UUID.randomUUID());
        writeCatalog.run(catalog, context, revision -> drafts.update(revision, KEY, draft -> {
            var text = draft.text(DE).orElseThrow();
            return editTexts.save(revision, draft, new TextTarget(catalog, KEY, DE, OptionalInt.of(text.version()), context),
                    new SaveTextCommand(text.content(), state, Map.of()));
        }));
    }

    private void save(LocaleTag locale, String message, String actor) {
        editTexts.save(target(locale, actor), new SaveTextCommand(new TextContent(Syntax.PLAIN, message, ""), TextState.TRANSLATED, Map.of()));
    }

    private void remove(LocaleTag locale) {
        editTexts.remove(target(locale, "ann"));
    }

    private void revertLastChange() {
        revertChange.revertRevision(catalog, revision(), context("max"));
    }

    private long revision() {
        return readDraft.readCatalog(catalog, Catalog::revision);
    }

    private MessageText text(LocaleTag locale) {
        return transactions.call(() -> texts.find(catalog, KEY, locale)).orElseThrow();
    }

    private TextTarget target(LocaleTag locale, String actor) {
        var expectedVersion = transactions.call(() -> texts.find(catalog, KEY, locale)).map(it -> OptionalInt.of(it.version())).orElse(OptionalInt.empty());
        return new TextTarget(catalog, KEY, locale, expectedVersion, context(actor));
    }

    private static ChangeContext context(String actor) {
        return ChangeContext.forEdit(actor, Instant.now(), "");
    }

    private static Message.Definition withReason(Message.Definition it, String reason) {
        return new Message.Definition(it.position(), it.code(), reason, it.httpStatus(), it.contract());
    }

    private static Message.Definition withLengthLimit(Message.Definition it) {
        return new Message.Definition(it.position(), it.code(), it.reason(), it.httpStatus(), it.contract(), it.tags(), it.lifecycle(), it.advice(), 80);
    }
}
