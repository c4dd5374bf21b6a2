package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.CheckProposedTexts.ProposedText;
import dev.parlance.catalog.editing.CheckProposedTexts.ProposedTextFindings;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks texts before they are saved. */
class CheckProposedTextsTest {
    private final CatalogFixture shop = new CatalogFixture();
    private final CheckProposedTexts checkProposedTexts = new CheckProposedTexts(shop.ports.catalogs(), shop.runChecks, shop.transactions);

    @BeforeEach
    void saveSource() {
        shop.save(EN, "Limit reached.", "ann");
    }

    @Test
    void reportsFindingsInOrderOfProposals() {
        shop.createMessage("other");
        var findings = check(DE, new ProposedText(key("other"), content("{")), new ProposedText(LIMIT, content("Grenze erreicht")),
                new ProposedText(LIMIT, content("Grenze erreicht.")));
        assertThat(findings).extracting(ProposedTextFindings::key).containsExactly(key("other"), LIMIT, LIMIT);
        assertThat(findings).extracting(it -> it.findings().stream().map(Finding::check).toList())
                .containsExactly(List.of("pattern"), List.of("end-punctuation"), List.of());
    }

    @Test
    void comparesWithGlossaryAndSiblings() {
        shop.saveTerm("limit", Map.of(PL, "limit"));
        shop.createMessage("same");
        shop.save(key("same"), EN, "Limit reached.", TextState.TRANSLATED, "ann");
        shop.save(key("same"), PL, "Osiągnięto limit.", TextState.TRANSLATED, "ann");
        assertThat(check(PL, new ProposedText(LIMIT, content("Granica osiągnięta.")))).singleElement()
                .satisfies(it -> assertThat(it.findings()).hasSize(2));
    }

    @Test
    void storesNothing() {
        long revision = shop.revision();
        check(JA, new ProposedText(LIMIT, content("上限に達しました。")));
        assertThat(shop.revision()).isEqualTo(revision);
        assertThat(shop.counts(JA).total()).isZero();
    }

    @Test
    void acceptsNoProposals() {
        assertThat(check(DE)).isEmpty();
    }

    @Test
    void rejectsUnknownTargets() {
        var proposal = new ProposedText(key("missing"), content(""));
        assertThat(problemOf(() -> check(DE, proposal)).type()).isEqualTo(ProblemType.UNKNOWN_MESSAGE);
        assertThat(problemOf(() -> check(LocaleTag.parse("fr"), proposal)).type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(problemOf(() -> checkProposedTexts.run(new CatalogName("missing"), DE, List.of())).type())
                .isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }

    private List<ProposedTextFindings> check(LocaleTag locale, ProposedText... proposals) {
        return checkProposedTexts.run(SHOP, locale, List.of(proposals));
    }
}
