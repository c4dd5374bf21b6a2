package dev.parlance.catalog.jobs;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.jobs.BulkRequest.Kind;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The effect of a job on one message. */
class ApplyBulkChangeTest {
    private final CatalogFixture shop = new CatalogFixture();
    private final ApplyBulkChange applyBulkChange = new ApplyBulkChange(shop.drafts, shop.editTexts);

    @ParameterizedTest
    @EnumSource(value = TextState.class, names = {"DRAFT", "APPROVED"})
    void setsTextState(TextState state) {
        shop.save(DE, "Eins", "ann");
        apply(Kind.STATE, state, "", "");
        assertThat(shop.text(DE).state()).isEqualTo(state);
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
    }

    @Test
    void leavesTextInRequestedState() {
        shop.save(DE, "Eins", "ann");
        apply(Kind.STATE, TextState.TRANSLATED, "", "");
        assertThat(shop.text(DE).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"STATE", "APPROVE", "REPLACE"})
    void createsNoMissingText(Kind kind) {
        long revision = shop.revision();
        apply(kind, TextState.APPROVED, "a", "b");
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void copiesSourceAsDraft() {
        shop.save(EN, "One", "ann");
        apply(Kind.COPY_SOURCE, null, "", "");
        assertThat(shop.text(DE).content()).isEqualTo(content("One"));
        assertThat(shop.text(DE).state()).isEqualTo(TextState.DRAFT);
    }

    @Test
    void doesNotOverwriteExistingText() {
        shop.save(EN, "One", "ann");
        shop.save(LIMIT, DE, "", TextState.DRAFT, "ann");
        apply(Kind.COPY_SOURCE, null, "", "");
        assertThat(shop.text(DE).content()).isEqualTo(content(""));
    }

    @Test
    void addsAndRemovesTags() {
        applyTags(List.of("order", "limit"), List.of());
        applyTags(List.of("new"), List.of("order", "missing"));
        assertThat(shop.message("limit").definition().tags().names()).containsExactly("limit", "new");
    }

    @ParameterizedTest
    @CsvSource({"Auftrag,Order,Ein Auftrag,Ein Order", "注文,発注,注文と注文,発注と発注", "ł,l,żółw,żólw", "طلب,أمر,طلب جديد,أمر جديد",
            "a.c,x,abc a.c,abc x"})
    void replacesLiterally(String search, String replacement, String before, String after) {
        shop.save(LIMIT, DE, before, TextState.DRAFT, "ann");
        apply(Kind.REPLACE, null, search, replacement);
        assertThat(shop.text(DE).content()).isEqualTo(content(after));
    }

    @Test
    void doesNotReplaceSyntax() {
        shop.save(LIMIT, DE, "{g, select, male{a} other{b}}", TextState.DRAFT, "ann");
        apply(Kind.REPLACE, null, "male", "mann");
        assertThat(shop.text(DE).version()).isEqualTo(1);
    }

    @Test
    void leavesTextWithoutSearchTerm() {
        shop.save(DE, "Eins", "ann");
        apply(Kind.REPLACE, null, "eins", "Zwei");
        assertThat(shop.text(DE).version()).isEqualTo(1);
    }

    @Test
    void withdrawsApprovalOfReplacedText() {
        shop.save(DE, "Eins", "ann");
        shop.approve(DE, "ben");
        apply(Kind.REPLACE, null, "Eins", "Zwei");
        assertThat(shop.text(DE).state()).isEqualTo(TextState.TRANSLATED);
    }

    @Test
    void enforcesEditingRules() {
        shop.save(EN, "One.", "ann");
        shop.save(LIMIT, DE, "Eins", TextState.DRAFT, "ann");
        assertThat(problemOf(() -> apply(Kind.APPROVE, null, "", "")).type()).isEqualTo(ProblemType.UNCONFIRMED_WARNINGS);
        assertThat(shop.text(DE).version()).isEqualTo(1);
    }

    @Test
    void changesOnlyLocaleOfQuery() {
        shop.save(JA, "一", "ann");
        shop.save(DE, "Eins", "ann");
        apply(Kind.APPROVE, null, "", "");
        assertThat(shop.text(JA).state()).isEqualTo(TextState.TRANSLATED);
        assertThat(shop.text(DE).state()).isEqualTo(TextState.APPROVED);
    }

    private void applyTags(List<String> added, List<String> removed) {
        apply(new BulkRequest(Kind.TAG, query(), null, Tags.of(added), Tags.of(removed), "", ""));
    }

    private void apply(Kind kind, @Nullable TextState state, String search, String replacement) {
        apply(new BulkRequest(kind, query(), state, Tags.NONE, Tags.NONE, search, replacement));
    }

    private void apply(BulkRequest request) {
        shop.writeCatalog.run(SHOP, by("max").withJob(UUID.randomUUID()), revision -> {
            applyBulkChange.apply(revision, LIMIT, request);
            return revision;
        });
    }

    private static DraftQuery query() {
        return new DraftQuery(DE, Set.of(), null, null, null, null, null);
    }
}
