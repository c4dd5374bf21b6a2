package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the recheck of texts that changed since their last check. */
class RecheckBacklogTest {
    private final CatalogFixture shop = new CatalogFixture();
    private final CatalogPorts ports = shop.ports;
    private final RecheckBacklog backlog = new RecheckBacklog(ports.catalogs(), ports.texts(), shop.runChecks, shop.transactions);

    @Test
    void reportsEmptyBacklog() {
        assertThat(backlog.recheckBatch()).isFalse();
    }

    @Test
    void checksAndCountsUncheckedTexts() {
        add(EN, 2, "One {name}");
        add(DE, 2, "Eins");
        assertThat(backlog.recheckBatch()).isTrue();
        assertThat(backlog.recheckBatch()).isFalse();
        assertThat(shop.text(new MessageKey("m1"), EN).errors()).hasValue(1);
        assertThat(shop.counts(EN)).isEqualTo(new TextCounts(0, 2, 0, 0, 2, 0));
        assertThat(shop.counts(DE).withErrors()).isEqualTo(shop.recomputedCounts(DE).withErrors());
    }

    @Test
    void checksFiveHundredTextsAtOnce() {
        add(EN, 700, "One");
        backlog.recheckBatch();
        assertThat(unchecked()).isEqualTo(200);
    }

    @Test
    void checksSmallBacklogImmediately() {
        add(EN, 700, "One");
        shop.transactions.call(() -> {
            shop.runChecks.recheckAll(ports.catalogs().lock(SHOP).orElseThrow());
            return SHOP;
        });
        assertThat(unchecked()).isZero();
    }

    @Test
    void rejectsLargeBacklogWithoutStarting() {
        List.of(EN, DE, AR, JA, PL).forEach(it -> add(it, 4_001, "One"));
        var problem = problemOf(() -> shop.transactions.call(() -> {
            shop.runChecks.recheckAll(ports.catalogs().lock(SHOP).orElseThrow());
            return SHOP;
        }));
        assertThat(problem.type()).isEqualTo(ProblemType.BUSY);
        assertThat(unchecked()).isEqualTo(20_005);
    }

    private int unchecked() {
        return shop.transactions.call(() -> ports.texts().countUnchecked(SHOP, 30_000));
    }

    /** Adds texts as a shipment does, without checking them. */
    private void add(LocaleTag locale, int count, String message) {
        shop.transactions.call(() -> {
            IntStream.range(0, count).mapToObj(it -> new MessageKey("m" + it)).forEach(it -> add(locale, it, message));
            ports.catalogs().recomputeCounts(ports.catalogs().find(SHOP).orElseThrow());
            return SHOP;
        });
    }

    private void add(LocaleTag locale, MessageKey key, String message) {
        if (locale.equals(EN)) {
            ports.messages().add(new Message(SHOP, key, definition(1, key.value())));
        }
        var text = new MessageText(SHOP, key, locale, 0);
        text.updateContent(content(message), TextState.TRANSLATED, null, Confirmations.NONE, "parlance");
        ports.texts().add(text);
    }
}
