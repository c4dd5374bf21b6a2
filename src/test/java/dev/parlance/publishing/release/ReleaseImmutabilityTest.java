package dev.parlance.publishing.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.TextFixtures;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.security.AccessRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Verifies that later edits never change the bytes of a release.
 *
 * <p>{@code src/bench/faults} verifies that copies of the database hold the same bytes.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReleaseImmutabilityTest {
    private static final int EDITS = 1000;
    private static final int RELEASES = 20;
    private static final CatalogName CATALOG = new CatalogName("for-ever");
    private static final List<LocaleTag> LOCALES = List.of(LocaleTag.parse("en"), LocaleTag.parse("ar"), LocaleTag.parse("ja"));
    private static final List<MessageKey> KEYS = IntStream.range(0, 20).mapToObj(it -> new MessageKey("key-" + it)).toList();

    @Inject
    SnapshotRegistry snapshotRegistry;
    @Inject
    Catalogs catalogs;
    @Inject
    Messages messages;
    @Inject
    TextFixtures edit;
    @Inject
    PublishRelease publish;
    @Inject
    Transactions transactions;
    @Inject
    AccessRegistry access;

    private final Random random = new Random(20);

    @BeforeEach
    void createCatalog() {
        ShippedCatalogsReady.await(snapshotRegistry);
        transactions.call(() -> {
            var made = catalogs.lockOrCreate(CATALOG, "For ever", LOCALES.get(0));
            made.incrementRevision();
            LOCALES.forEach(it -> made.offerLocale(it, true));
            made.markDefinitionsChanged();
            catalogs.save(made);
            for (int i = 0; i < KEYS.size(); i++) {
                messages.add(new Message(CATALOG, KEYS.get(i),
                        new Message.Definition(i, "" + i, "REASON_" + i, 400, ArgumentContract.EMPTY)));
            }
            return null;
        });
        LOCALES.forEach(locale -> KEYS.forEach(key -> saveText(key, locale)));
        access.refresh();
    }

    @Test
    void keepsReleaseBytesAfterThousandEdits() {
        cut();
        var before = bundles(1);
        for (int release = 2; release <= 1 + RELEASES; release++) {
            for (int i = 0; i < EDITS / RELEASES; i++) {
                saveText(KEYS.get(random.nextInt(KEYS.size())), LOCALES.get(random.nextInt(LOCALES.size())));
            }
            assertThat(cut()).isEqualTo(release);
        }
        assertThat(bundles(1)).isEqualTo(before);
        assertThat(bundles(1 + RELEASES)).allSatisfy((locale, digest) -> assertThat(digest).isNotEqualTo(before.get(locale)));
    }

    private void saveText(MessageKey key, LocaleTag locale) {
        edit.save(CATALOG, key, locale, new TextContent(Syntax.PLAIN, "كلام 文 " + random.nextLong(), ""));
    }

    private int cut() {
        return publish.publish(new PublishRelease.PublishCommand(CATALOG, false, "anna", "")).release().orElseThrow().number();
    }

    /** Returns the digests of the delivered bundles by locale. */
    private static Map<String, Digest> bundles(int release) {
        var digests = new TreeMap<String, Digest>();
        LOCALES.forEach(it -> digests
                .put(it.value(), Digest.of(given().get("/v1/catalogs/" + CATALOG + "/releases/" + release + "/bundles/" + it)
                .then().statusCode(200).extract().asByteArray())));
        return digests;
    }
}
