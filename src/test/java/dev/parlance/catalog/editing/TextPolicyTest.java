package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.command;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance of texts by their state and their author. */
class TextPolicyTest {
    private static final MessageKey ORDER = key("order");
    private static final Map<String, String> CONFIRMED = Map.of("end-punctuation", "a headline");

    private final CatalogFixture shop = new CatalogFixture();

    @BeforeEach
    void createMessage() {
        shop.createMessage("order", new ArgumentContract(List.of(new Argument("name", ArgumentType.STRING, "Ada"))));
        shop.save(ORDER, EN, "{name} placed an order.", TextState.TRANSLATED, "ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{name", "{name, plural, other", "żółw {0"})
    void rejectsInvalidPatternEvenAsDraft(String message) {
        assertThat(problemOf(() -> save(message, TextState.DRAFT)).type()).isEqualTo(ProblemType.INVALID_PATTERN);
    }

    @Test
    void acceptsErrorsInDraft() {
        var saved = save("Bestellung aufgegeben.", TextState.DRAFT);
        assertThat(saved.findings()).extracting(it -> it.check()).contains("arguments");
        assertThat(saved.text().errors()).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(value = TextState.class, names = "DRAFT", mode = EnumSource.Mode.EXCLUDE)
    void rejectsArgumentMismatchWithNames(TextState state) {
        var problem = problemOf(() -> save("{user} hat {id} bestellt.", state));
        assertThat(problem.type()).isEqualTo(ProblemType.ARGUMENT_MISMATCH);
        assertThat(problem.arguments()).containsEntry("key", "order").containsEntry("arguments", "id, name, user");
        assertThat(problem.members().get(TextPolicy.FINDINGS)).asList().isNotEmpty();
    }

    @Test
    void rejectsUnconfirmedWarnings() {
        var problem = problemOf(() -> save("{name} hat bestellt", TextState.TRANSLATED));
        assertThat(problem.type()).isEqualTo(ProblemType.UNCONFIRMED_WARNINGS);
        assertThat(problem.arguments()).containsEntry("checks", "end-punctuation");
    }

    @Test
    void acceptsConfirmedWarningsAndDoesNotCountThem() {
        var saved = saveConfirmed("{name} hat bestellt", "ann");
        assertThat(saved.text().confirmations().all()).containsExactly(new Confirmation("end-punctuation", "a headline", "ann"));
        assertThat(saved.text().warnings()).hasValue(0);
        assertThat(saved.findings()).hasSize(1);
    }

    @Test
    void keepsConfirmationsOfUnchangedContent() {
        saveConfirmed("{name} hat bestellt", "ann");
        var approved = shop.editTexts.approve(shop.target(ORDER, DE, "ben"), Map.of());
        assertThat(approved.text().confirmations().all()).containsExactly(new Confirmation("end-punctuation", "a headline", "ann"));
    }

    @Test
    void dropsConfirmationsWhenContentChanges() {
        saveConfirmed("{name} hat bestellt", "ann");
        assertThat(problemOf(() -> save("{name} bestellte", TextState.TRANSLATED)).type()).isEqualTo(ProblemType.UNCONFIRMED_WARNINGS);
        assertThat(save("{name} bestellte.", TextState.TRANSLATED).text().confirmations().all()).isEmpty();
    }

    @Test
    void ignoresConfirmationsOfOtherChecks() {
        var saved = shop.editTexts.save(shop.target(ORDER, DE, "ann"),
                new SaveTextCommand(content("{name} hat bestellt."), TextState.TRANSLATED, Map.of("numbers", "none", "no-such-check", "")));
        assertThat(saved.text().confirmations().all()).isEmpty();
    }

    @Test
    void reportsOtherErrorsByNumber() {
        limitLength(10);
        var problem = problemOf(() -> save("{name} hat eine lange Bestellung aufgegeben.", TextState.TRANSLATED));
        assertThat(problem.type()).isEqualTo(ProblemType.TEXT_HAS_ERRORS);
        assertThat(problem.arguments()).containsEntry("errors", 1);
    }

    @Test
    void rejectsApprovalByAuthorUnderTwoPersonRule() {
        shop.updateSettings(false, true);
        save("{name} hat bestellt.", TextState.TRANSLATED);
        assertThat(problemOf(() -> shop.editTexts.approve(shop.target(ORDER, DE, "ann"), Map.of())).type())
                .isEqualTo(ProblemType.SECOND_PERSON_NEEDED);
        assertThat(shop.editTexts.approve(shop.target(ORDER, DE, "ben"), Map.of()).text().approvedBy()).contains("ben");
    }

    @Test
    void rejectsApprovalByActorOfSamePerson() {
        shop.updateSettings(false, true);
        shop.responsiblePersons.putAll(Map.of("key:1", "ann", "key:2", "ann"));
        save("{name} hat bestellt.", TextState.TRANSLATED);
        assertThat(problemOf(() -> shop.editTexts.approve(shop.target(ORDER, DE, "key:1"), Map.of())).type())
                .isEqualTo(ProblemType.SECOND_PERSON_NEEDED);
        shop.save(ORDER, DE, "{name} bestellte.", TextState.TRANSLATED, "key:1");
        for (var approver : List.of("ann", "key:2")) {
            assertThat(problemOf(() -> shop.editTexts.approve(shop.target(ORDER, DE, approver), Map.of())).type()).as(approver)
                    .isEqualTo(ProblemType.SECOND_PERSON_NEEDED);
        }
        assertThat(shop.editTexts.approve(shop.target(ORDER, DE, "ben"), Map.of()).text().approvedBy()).contains("ben");
    }

    @Test
    void rejectsApprovalOfOwnChangeUnderTwoPersonRule() {
        shop.updateSettings(false, true);
        save("{name} hat bestellt.", TextState.TRANSLATED);
        var problem = problemOf(() -> shop.save(ORDER, DE, "{name} bestellte.", TextState.APPROVED, "ben"));
        assertThat(problem.type()).isEqualTo(ProblemType.SECOND_PERSON_NEEDED);
        assertThat(problemOf(() -> shop.save(ORDER, PL, "{name} zamawia.", TextState.APPROVED, "ben")).type())
                .isEqualTo(ProblemType.SECOND_PERSON_NEEDED);
    }

    @Test
    void allowsSelfApprovalWithoutTwoPersonRule() {
        assertThat(save("{name} hat bestellt.", TextState.APPROVED).text().approvedBy()).contains("ann");
    }

    @Test
    void storesNothingWhenTextIsRejected() {
        long revision = shop.revision();
        problemOf(() -> save("{name} hat bestellt", TextState.TRANSLATED));
        assertThat(shop.revision()).isEqualTo(revision);
        assertThat(shop.counts(DE).total()).isZero();
    }

    private void limitLength(int limit) {
        shop.editMessages.update(SHOP, ORDER, 1, it -> new Message.Definition(it.position(), it.code(), it.reason(), it.httpStatus(),
                it.contract(), it.tags(), it.lifecycle(), it.advice(), limit), CatalogFixture.by("ann"));
    }

    private EditTexts.SavedText save(String message, TextState state) {
        return shop.editTexts.save(shop.target(ORDER, DE, "ann"), command(message, state));
    }

    private EditTexts.SavedText saveConfirmed(String message, String actor) {
        return shop.editTexts.save(shop.target(ORDER, DE, actor), new SaveTextCommand(content(message), TextState.TRANSLATED, CONFIRMED));
    }
}
