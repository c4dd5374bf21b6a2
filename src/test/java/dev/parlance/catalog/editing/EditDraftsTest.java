package dev.parlance.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.Todo;
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
import dev.parlance.catalog.editing.EditTexts.TextDraft;
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
@QuarkusTestResource(PostgresForTests.class)
class EditDraftsTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final MessageKey KEY = new MessageKey("limit");

    @Inject
    EditCatalog catalogs;
    @Inject
    EditMessages messages;
    @Inject
    EditTexts edit;
    @Inject
    RevertChange takeBack;
    @Inject
    ReadDraft draft;
    @Inject
    Drafts drafts;
    @Inject
    WriteCatalog write;
    @Inject
    Catalogs all;
    @Inject
    Messages allMessages;
    @Inject
    Texts texts;
    @Inject
    History history;
    @Inject
    Glossary glossary;
    @Inject
    Checks checks;
    @Inject
    TranslationMemory memory;
    @Inject
    Transactions transactions;
    @Inject
    SnapshotRegistry delivery;

    private final CatalogName catalog = new CatalogName("drafts-" + UUID.randomUUID());

    @BeforeEach
    void aCatalogWithAMessage() {
        Ready.await(delivery);
        catalogs.create(new EditCatalog.CreateCatalogCommand(catalog, EN, new HistoryState.OfCatalog("Drafts", false, true), new TreeMap<>(Map.of(DE, false))),
                by("maker"));
        messages.create(catalog, KEY, new Message.Definition(0, "limit", "LIMIT", 429, ArgumentContract.EMPTY), by("maker"));
    }

    @Test
    void whatWasMadeFromASourceThatWasTakenAwayIsStaleBesideAnother() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        remove(EN);
        word(EN, "Other", "ann");
        assertThat(stale()).isTrue();
    }

    @Test
    void whatWasMadeFromASourceThatIsWrittenAgainIsNotStale() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        remove(EN);
        word(EN, "One", "ann");
        assertThat(stale()).isFalse();
    }

    @Test
    void whereTheSourceIsTakenBackItsTranslationsAreFresh() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        word(EN, "Two", "ann");
        assertThat(stale()).isTrue();
        takeBackTheLast();
        assertThat(stale()).isFalse();
    }

    @Test
    void besideNoSourceNothingIsStale() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        word(EN, "Two", "ann");
        remove(EN);
        assertThat(stale()).isFalse();
    }

    @Test
    void anOldTranslationThatIsRestoredIsOfTheOldSource() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        word(EN, "Two", "ann");
        word(DE, "Zwei", "ann");
        assertThat(edit.restore(order(DE, "ann"), 1).stale()).isTrue();
        assertThat(stale()).isTrue();
    }

    @Test
    void whatAMachineTranslatedIsOfTheSourceItRead() {
        word(EN, "One", "ann");
        var suggest = new SuggestTexts(all, texts, memory, (source, from, to) -> {
            word(EN, "Two", "ben");
            return new TextContent(source.syntax(), "Eins", "");
        }, transactions);
        assertThat(edit.save(order(DE, "ann"), suggest.draft(catalog, KEY, DE)).stale()).isTrue();
        assertThat(stale()).isTrue();
    }

    @Test
    void aJobThatChangesNoWordsOfAStaleTextLeavesItStale() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        word(EN, "Two", "ann");
        int version = text(DE).version();
        byJob("max", TextState.TRANSLATED);
        assertThat(text(DE).version()).isEqualTo(version);
        byJob("max", TextState.DRAFT);
        assertThat(stale()).isTrue();
        byJob("max", TextState.APPROVED);
        assertThat(stale()).isFalse();
    }

    @Test
    void whatIsTakenBackIsByWhomItWas() {
        word(DE, "Eins", "ann");
        edit.approve(order(DE, "ben"), Map.of());
        word(DE, "Zwei", "max");
        takeBackTheLast();
        assertThat(text(DE).state()).isEqualTo(TextState.APPROVED);
        assertThat(text(DE).wordedBy()).isEqualTo("ann");
        assertThat(text(DE).approvedBy()).contains("ben");
    }

    @Test
    void nobodyApprovesHisOwnWordsAfterSomebodyTookBackWhatCameOfThem() {
        word(DE, "Eins", "ann");
        word(DE, "Zwei", "max");
        takeBackTheLast();
        assertThatThrownBy(() -> edit.approve(order(DE, "ann"), Map.of()))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.SECOND_PERSON_NEEDED));
    }

    @Test
    void aReasonThatIsTakenByNowIsNotTakenBack() {
        messages.change(catalog, KEY, 1, it -> reason(it, "OTHER"), by("ann"));
        long renamed = revision();
        messages.create(catalog, new MessageKey("second"), new Message.Definition(0, "second", "LIMIT", 400, ArgumentContract.EMPTY), by("ben"));
        assertThatThrownBy(() -> takeBack.revertRevision(catalog, renamed, by("max")))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.ALREADY_EXISTS));
    }

    @Test
    void onlyADefinitionThatTheChecksSeeIsLookedAtInAllTexts() {
        word(EN, "One", "ann");
        word(DE, "Eins", "ann");
        write.run(catalog, by("ann"), revision -> {
            var message = drafts.open(revision, KEY);
            message.define(reason(message.message().definition(), "OTHER"));
            assertThat(message.textsToCheck()).isEmpty();
            message.define(limited(message.message().definition()));
            assertThat(message.textsToCheck()).hasSize(2);
            return null;
        });
    }

    @Test
    void aTextIsLookedAtOnceAsItIsSaved() {
        word(EN, "One", "ann");
        var looks = new AtomicInteger();
        var counted = (Glossary) Proxy.newProxyInstance(Glossary.class.getClassLoader(), new Class<?>[] {Glossary.class}, (it, method, arguments) -> {
            looks.incrementAndGet();
            return method.invoke(glossary, arguments);
        });
        var judge = new RunChecks(checks, allMessages, texts, counted);
        new EditTexts(write, new Drafts(allMessages, texts, history, judge), history, new TextPolicy(judge))
                .save(order(DE, "ann"), new TextDraft(new TextContent(Syntax.ICU, "Eins {undeclared}", ""), TextState.DRAFT, Map.of()));
        assertThat(looks).hasValue(1);
        assertThat(text(DE).errors()).hasValue(1);
    }

    /** As every reader of a draft says it; counted by the way and anew. */
    private boolean stale() {
        var query = new DraftQuery(DE, null, null, null, null, null, null);
        boolean stale = draft.page(catalog, query, null, 1).rows().get(0).stale();
        var whole = draft.message(catalog, KEY);
        assertThat(whole.stale(text(DE))).as("of the whole message").isEqualTo(stale);
        assertThat(draft.page(catalog, new DraftQuery(DE, Todo.STALE, null, null, null, null, null), null, 1).rows())
                .as("listed").hasSize(stale ? 1 : 0);
        assertThat(counted()).as("counted").isEqualTo(stale ? 1 : 0);
        transactions.call(() -> {
            all.recount(all.lock(catalog).orElseThrow());
            return null;
        });
        assertThat(counted()).as("counted anew").isEqualTo(stale ? 1 : 0);
        return stale;
    }

    private int counted() {
        return draft.catalog(catalog, it -> it.locale(DE).orElseThrow().counts().stale());
    }

    private void byJob(String who, TextState state) {
        var act = by(who).bulk(UUID.randomUUID());
        write.run(catalog, act, revision -> {
            var message = drafts.open(revision, KEY);
            var text = message.text(DE).orElseThrow();
            return edit.save(revision, message, new SaveTextCommand(catalog, KEY, DE, OptionalInt.of(text.version()), act),
                    new TextDraft(text.content(), state, Map.of()));
        });
    }

    private void word(LocaleTag locale, String message, String by) {
        edit.save(order(locale, by), new TextDraft(new TextContent(Syntax.PLAIN, message, ""), TextState.TRANSLATED, Map.of()));
    }

    private void remove(LocaleTag locale) {
        edit.remove(order(locale, "ann"));
    }

    private void takeBackTheLast() {
        takeBack.revertRevision(catalog, revision(), by("max"));
    }

    private long revision() {
        return draft.catalog(catalog, Catalog::revision);
    }

    private MessageText text(LocaleTag locale) {
        return transactions.call(() -> texts.find(catalog, KEY, locale)).orElseThrow();
    }

    private SaveTextCommand order(LocaleTag locale, String by) {
        var seen = transactions.call(() -> texts.find(catalog, KEY, locale)).map(it -> OptionalInt.of(it.version())).orElse(OptionalInt.empty());
        return new SaveTextCommand(catalog, KEY, locale, seen, by(by));
    }

    private static ChangeContext by(String who) {
        return ChangeContext.edit(who, Instant.now(), "");
    }

    private static Message.Definition reason(Message.Definition it, String reason) {
        return new Message.Definition(it.position(), it.code(), reason, it.httpStatus(), it.contract());
    }

    private static Message.Definition limited(Message.Definition it) {
        return new Message.Definition(it.position(), it.code(), it.reason(), it.httpStatus(), it.contract(), it.tags(), it.life(), it.advice(), 80);
    }
}
