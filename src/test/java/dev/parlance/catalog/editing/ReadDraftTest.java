package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.DraftPosition;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.editing.ReadDraft.DraftPage;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads drafts as translators see them. */
class ReadDraftTest {
    private final CatalogFixture shop = new CatalogFixture();

    @Test
    void showsTextBesideItsSource() {
        shop.save(EN, "Limit", "ann");
        shop.save(AR, "الحد", "ann");
        var row = page(AR, null, 9).rows().get(0);
        assertThat(row.message().key()).isEqualTo(LIMIT);
        assertThat(row.text().content()).isEqualTo(content("الحد"));
        assertThat(row.source().content()).isEqualTo(content("Limit"));
    }

    @Test
    void showsSourceAloneAndMissingTexts() {
        shop.save(EN, "Limit", "ann");
        assertThat(page(EN, null, 9).rows().get(0).source()).isNull();
        assertThat(page(JA, null, 9).rows().get(0).text()).isNull();
        assertThat(page(JA, null, 9).rows().get(0).findings()).isEmpty();
    }

    @Test
    void pagesUntilLastMessage() {
        List.of("a", "b", "c").forEach(shop::createMessage);
        var first = page(DE, null, 2);
        assertThat(keys(first)).containsExactly("limit", "a");
        assertThat(first.next()).isEqualTo(new DraftPosition(1, key("a")));
        var second = page(DE, first.next(), 2);
        assertThat(keys(second)).containsExactly("b", "c");
        assertThat(second.next()).isNull();
    }

    @Test
    void runsChecksOnRead() {
        shop.save(EN, "Limit reached", "ann");
        shop.save(DE, "Grenze erreicht", "ann");
        shop.save(EN, "Limit reached.", "ann");
        var row = shop.readDraft.findText(SHOP, LIMIT, DE);
        assertThat(row.stale()).isTrue();
        assertThat(row.findings()).extracting(Finding::check).containsExactly("end-punctuation");
    }

    @Test
    void returnsMessageWithTextsByLocale() {
        List.of(JA, EN, AR).forEach(it -> shop.save(it, "Limit " + it, "ann"));
        var found = shop.readDraft.findMessage(SHOP, LIMIT);
        assertThat(found.texts()).extracting(MessageText::locale).containsExactly(AR, EN, JA);
        assertThat(found.message().key()).isEqualTo(LIMIT);
    }

    @Test
    void rejectsWhatIsUnknown() {
        var french = LocaleTag.parse("fr");
        assertThat(problemOf(() -> shop.readDraft.readCatalog(new CatalogName("missing"), it -> it)).type())
                .isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> page(french, null, 9)).type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(problemOf(() -> shop.readDraft.findText(SHOP, LIMIT, french)).type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(problemOf(() -> shop.readDraft.findText(SHOP, key("missing"), DE)).type()).isEqualTo(ProblemType.UNKNOWN_MESSAGE);
        assertThat(problemOf(() -> shop.readDraft.findMessage(SHOP, key("missing"))).type()).isEqualTo(ProblemType.UNKNOWN_MESSAGE);
        assertThat(problemOf(() -> shop.readDraft.findText(SHOP, LIMIT, DE)).type()).isEqualTo(ProblemType.UNKNOWN_TEXT);
    }

    private DraftPage page(LocaleTag locale, @Nullable DraftPosition after, int limit) {
        return shop.readDraft.findPage(SHOP, new DraftQuery(locale, Set.of(), null, null, null, null, null), after, limit);
    }

    private static List<String> keys(DraftPage page) {
        return page.rows().stream().map(it -> it.message().key().value()).toList();
    }
}
