package dev.parlance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests, on PostgreSQL, that a changed term resets the results of texts whose source contains it, and of few others. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ResetCheckResultsTest {
    private static final LocaleTag TRANSLATED = LocaleTag.parse("fr");

    @Inject
    SnapshotRegistry delivery;
    @Inject
    Catalogs catalogs;
    @Inject
    Messages messages;
    @Inject
    Texts texts;
    @Inject
    Glossary glossary;
    @Inject
    Transactions transactions;

    private final CatalogName catalog = new CatalogName("forgotten-" + UUID.randomUUID());

    @BeforeEach
    void awaitMigration() {
        ShippedCatalogsReady.await(delivery);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja | 注文       | 新しい注文です        | 別の文です
            ja | 注文 番号  | この注文　番号です    | この番号です
            ru | ордер      | Новый ОРДЕР принят    | Новая заявка принята
            ru | Заявка     | ваша заявка отклонена | ваш ордер отклонён
            el | ΤΈΛΟΣ      | το τέλος              | αρχή
            de | Straße     | Die STRASSE           | Der Weg
            de | STRASSE    | Die Straße            | Der Weg
            tr | İptal      | İptal edildi          | Emir verildi
            ar | أمر        | هذا أمر جديد          | هذا طلب جديد
            en | stop-limit | A Stop-Limit order    | A limit order
            en | 100%       | Pays 100%% now        | Pays 10 now
            """)
    void resetsTextsWhoseSourceContainsTerm(String source, String term, String matching, String other) {
        transactions.call(() -> {
            var created = catalogs.lockOrCreate(catalog, "Forgotten", LocaleTag.parse(source));
            created.offerLocale(created.sourceLocale(), false);
            created.offerLocale(TRANSLATED, false);
            catalogs.save(created);
            add(created.sourceLocale(), 0, matching);
            add(created.sourceLocale(), 1, other);
            catalogs.recomputeCounts(created);
            glossary.resetCheckResults(catalog, created.sourceLocale(), term);
            assertThat(texts.findUnchecked(catalog, 9)).extracting(it -> it.key() + " " + it.locale()).containsExactly("m0 fr");
            return null;
        });
    }

    private void add(LocaleTag source, int position, String text) {
        var key = new MessageKey("m" + position);
        messages.add(new Message(catalog, key, new Message.Definition(position, key.value(), "M_" + position, 400, ArgumentContract.EMPTY)));
        texts.add(withoutFindings(new MessageText(catalog, key, source, 0), text, null));
        texts.add(withoutFindings(new MessageText(catalog, key, TRANSLATED, 0), "Traduit", "x"));
    }

    private static MessageText withoutFindings(MessageText text, String message, @Nullable String sourceHash) {
        text.updateContent(new TextContent(Syntax.PRINTF, message, ""), TextState.TRANSLATED, sourceHash, Confirmations.NONE, "somebody");
        text.recordFindings(0, 0);
        return text;
    }
}
