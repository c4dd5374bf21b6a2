package dev.parlance.rest.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ServiceProcess;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.TextFixtures;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.files.SnapshotFolder;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.security.AccessRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases and channels over HTTP. Each test has a catalog of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReleaseApiTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final LocaleTag JA = LocaleTag.parse("ja");
    private static final MessageKey COUNT = new MessageKey("count");
    private static final MessageKey PLAIN = new MessageKey("plain");
    private static final ArgumentContract NUMBER_CONTRACT = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5")));

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    AccessRegistry accessRegistry;
    @Inject
    Catalogs catalogs;
    @Inject
    Messages messages;
    @Inject
    TextFixtures saveTexts;
    @Inject
    Transactions transactions;
    @ConfigProperty(name = "parlance.snapshots.folder")
    String snapshotFolder;

    private final CatalogName catalog = new CatalogName("shop-" + UUID.randomUUID());
    private final String path = "/v1/catalogs/" + catalog;

    @BeforeEach
    void createCatalogInThreeLocales() {
        ShippedCatalogsReady.await(snapshots);
        transactions.call(() -> {
            var created = catalogs.lockOrCreate(catalog, "Shop", EN);
            created.incrementRevision();
            created.offerLocale(EN, false);
            created.offerLocale(DE, true);
            created.offerLocale(JA, false);
            created.markDefinitionsChanged();
            catalogs.save(created);
            messages.add(new Message(catalog, COUNT, new Message.Definition(0, "1", "COUNT_OF_ITEMS", 200, NUMBER_CONTRACT)));
            messages.add(new Message(catalog, PLAIN, new Message.Definition(1, "2", "PLAIN_TEXT", 400, ArgumentContract.EMPTY)));
            return null;
        });
        // The catalog was created directly in the database, so the access data in memory does not include it.
        accessRegistry.refresh();
        saveText(EN, COUNT, "{n, plural, one{# item} other{# items}}");
        saveText(EN, PLAIN, "Plain");
        saveText(DE, COUNT, "{n, plural, one{# Artikel} other{# Artikel}}");
        saveText(DE, PLAIN, "Schlicht");
        saveText(JA, COUNT, "{n, number}個");
    }

    @Test
    void publishesServesAndRollsBackReleases() {
        cutRelease("{\"comment\":\"first\"}").statusCode(201)
                .header("Location", path + "/releases/1").body("release.createdBy", equalTo("administrator"))
                .body("made", equalTo(true)).body("findings", empty()).body("release.release", equalTo(1))
                .body("release.comment", equalTo("first")).body("release.bundles.locale", contains("de", "en", "ja"))
                .body("release.bundles.changedIn", contains(1, 1, 1)).body("changes.added", contains(2, 2, 2));
        given().get(path + "/bundles/de").then().statusCode(404);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200).header("ETag", "\"1\"");
        renderText("de", "plain").body(equalTo("Schlicht"));

        saveText(DE, PLAIN, "Einfach");
        renderText("de", "plain").body(equalTo("Schlicht"));
        cutRelease("{}").statusCode(201).body("release.bundles.changedIn", contains(2, 1, 1))
                .body("changes.locale", contains("de")).body("changes[0].messages.before", contains("Schlicht"));
        renderText("de", "plain").body(equalTo("Schlicht"));
        pointChannel("production", 2, "If-Match", "\"1\"").statusCode(200).header("ETag", "\"2\"").body("release", equalTo(2));
        renderText("de", "plain").header("Parlance-Release", "2").body(equalTo("Einfach"));

        asAdministrator().header("If-Match", "\"2\"").body("{\"comment\":\"typo\"}").post(path + "/channels/production/rollback").then()
                .statusCode(200).body("release", equalTo(1)).body("moves", equalTo(3));
        renderText("de", "plain").header("Parlance-Release", "1").body(equalTo("Schlicht"));
        asAdministrator().get(path + "/channels/production/moves").then().statusCode(200).body("moves.move", contains(3, 2, 1))
                .body("moves.release", contains(1, 2, 1)).body("moves.previous", contains(2, 1, null))
                .body("moves.comment", contains("typo", "", "")).body("moves.movedBy",
                contains("administrator", "administrator", "administrator"));
        given().get(path + "/releases/1/diff/2").then().statusCode(200).header("Cache-Control", containsString("immutable"))
                .body("changes.locale", contains("de")).body("changes[0].messages.after", contains("Einfach"));
        asAdministrator().get(path + "/releases").then().statusCode(200).body("releases.release", contains(2, 1)).body("releases.createdBy",
                contains("administrator", "administrator")).body("next", nullValue());
        given().get(path).then().body("channels.production", equalTo(1));
    }

    @Test
    void servesNamedChannels() {
        cutRelease("{}").statusCode(201);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        saveText(JA, PLAIN, "平文");
        cutRelease("{}").statusCode(201);
        pointChannel("staging", 2, "If-None-Match", "*").statusCode(200);
        given().get(path + "/bundles/ja").then().body("messages.plain", equalTo("Plain"));
        given().get(path + "/bundles/ja?channel=staging").then().header("Parlance-Release", "2").body("messages.plain", equalTo("平文"));
        given().get(path + "/bundles/ja?channel=none").then().statusCode(404).body("code", equalTo("unknown-channel"));
        given().get(path + "/channels").then().body("channels.channel", contains("production", "staging"));
    }

    @Test
    void listsDigestsOfServedBundles() {
        cutRelease("{}").statusCode(201);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        var digest = Digest.of(given().get(path + "/bundles/de").asByteArray()).hex();
        given().get(path + "/releases/1").then().body("bundles.find { it.locale == 'de' }.digest", equalTo(digest));
        given().get(path + "/releases/1/bundles/de").then().statusCode(200).header("ETag", equalTo("\"" + digest + "-gzip\""))
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void keepsReleaseBytesAfterEdits() {
        cutRelease("{}").statusCode(201);
        var before = given().get(path + "/releases/1/bundles/ja").asByteArray();
        for (int i = 0; i < 5; i++) {
            saveText(JA, PLAIN, "平文 " + i);
            cutRelease("{}").statusCode(201);
        }
        assertThat(given().get(path + "/releases/1/bundles/ja").asByteArray()).isEqualTo(before);
        assertThat(given().get(path + "/releases/6/bundles/ja").asByteArray()).isNotEqualTo(before);
    }

    @Test
    void returnsChangesSinceRelease() {
        cutRelease("{}").statusCode(201);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        saveText(DE, PLAIN, "Einfach");
        cutRelease("{}").statusCode(201);
        pointChannel("production", 2, "If-Match", "\"1\"").statusCode(200);
        given().get(path + "/bundles/de?since=1").then().statusCode(200).body("since", equalTo(1)).body("release", equalTo(2))
                .body("changed", equalTo(Map.of("plain", "Einfach"))).body("removed", empty());
        given().get(path + "/bundles/en?since=1").then().body("changed", equalTo(Map.of())).body("removed", empty());
        given().get(path + "/bundles/de?since=1&prefix=count").then().body("changed", equalTo(Map.of()));
        given().get(path + "/bundles/de?since=9").then().body("messages.plain", equalTo("Einfach")).body("changed", nullValue());
    }

    @Test
    void streamsCurrentStateThenChanges() {
        cutRelease("{}").statusCode(201);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        var lines = new ConcurrentLinkedQueue<String>();
        var stream = HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(service.resolve(path + "/events")).build(),
                HttpResponse.BodyHandlers.fromLineSubscriber(new LineSubscriber(lines)));
        awaitLine(lines, "data:{\"catalog\":\"" + catalog + "\",\"channel\":\"production\",\"release\":1}");
        saveText(DE, PLAIN, "Einfach");
        cutRelease("{}").statusCode(201);
        awaitLine(lines, "data:{\"catalog\":\"" + catalog + "\",\"release\":2}");
        pointChannel("production", 2, "If-Match", "\"1\"").statusCode(200);
        awaitLine(lines, "data:{\"catalog\":\"" + catalog + "\",\"channel\":\"production\",\"release\":2}");
        stream.cancel(true);
    }

    private static void awaitLine(Queue<String> lines, String line) {
        ServiceProcess.await(line, Duration.ofSeconds(10), () -> lines.contains(line));
    }

    private static final class LineSubscriber implements Flow.Subscriber<String> {
        private final ConcurrentLinkedQueue<String> lines;

        LineSubscriber(ConcurrentLinkedQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            lines.add(failure.toString());
        }

        @Override
        public void onComplete() {
            lines.add("complete");
        }
    }

    @Test
    void createsNoReleaseForUnchangedDraft() {
        cutRelease("{}").statusCode(201);
        cutRelease("{}").statusCode(200).body("made", equalTo(false)).body("release.release", equalTo(1)).body("changes", empty());
    }

    @Test
    void storesNothingOnDryRun() {
        asAdministrator().body("{}").post(path + "/releases?dryRun=true").then().statusCode(200).body("made", equalTo(false))
                .body("release", nullValue()).body("changes.locale", contains("de", "en", "ja"));
        given().get(path + "/releases").then().statusCode(200).body("releases", empty());
        saveText(DE, PLAIN, "{broken");
        asAdministrator().body("{}").post(path + "/releases?dryRun=true").then().statusCode(200)
                .body("findings.code", contains("invalid-pattern")).body("findings.key", contains("plain")).body("findings.locale",
                contains("de"));
    }

    @Test
    void rejectsInvalidPatterns() {
        saveText(JA, PLAIN, "{broken");
        asAdministrator().header("Accept-Language", "de").body("{}").post(path + "/releases").then().statusCode(409)
                .contentType("application/problem+json").body("code", equalTo("release-refused"))
                .body("findings", hasSize(1)).body("findings[0].code", equalTo("invalid-pattern")).body("findings[0].locale",
                equalTo("ja"));
        given().get(path + "/releases").then().statusCode(200).body("releases", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {m} items | m, n
            no number | n
            {n, number} of {total} | total
            """)
    void rejectsArgumentMismatches(String text, String mismatched) {
        saveText(DE, COUNT, text);
        cutRelease("{}").statusCode(409).body("findings.code", contains("argument-mismatch")).body("findings[0].detail",
                containsString(mismatched));
    }

    @Test
    void rejectsGapsInRequiredLocales() {
        transactions.call(() -> {
            var locked = catalogs.lock(catalog).orElseThrow();
            locked.incrementRevision();
            locked.markDefinitionsChanged();
            messages.add(new Message(catalog, new MessageKey("new"),
                    new Message.Definition(2, "3", "NEW_TEXT", 400, ArgumentContract.EMPTY)));
            return null;
        });
        saveText(EN, new MessageKey("new"), "New");
        cutRelease("{}").statusCode(409).body("code", equalTo("release-incomplete")).body("arguments.locales", equalTo("de"));
        saveText(DE, new MessageKey("new"), "Neu");
        cutRelease("{}").statusCode(201);
    }

    @Test
    void requiresConfirmationOfBreakingChanges() {
        cutRelease("{}").statusCode(201);
        redefine(new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"),
                new Argument("more", ArgumentType.STRING, "x"))));
        cutRelease("{}").statusCode(201);
        redefine(new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"))));
        cutRelease("{}").statusCode(409).body("code", equalTo("breaking-change")).body("findings.key", contains("count"));
        cutRelease("{\"acceptBreaking\":true}").statusCode(201).body("release.release", equalTo(3));
    }

    @Test
    void deliversChangedTags() {
        cutRelease("{}").statusCode(201);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        given().get(path + "/bundles/de?tag=shop").then().statusCode(200).body("messages.size()", equalTo(0));
        setTags(PLAIN, "shop");
        cutRelease("{}").statusCode(201).body("findings", empty()).body("changes", empty()).body("release.bundles.changedIn",
                contains(1, 1, 1));
        pointChannel("production", 2, "If-Match", "\"1\"").statusCode(200);
        given().get(path + "/bundles/de").then().body("release", equalTo(1));
        given().get(path + "/bundles/de?tag=shop").then().body("release", equalTo(2)).body("messages",
                equalTo(Map.of("plain", "Schlicht")));
        given().get(path + "/bundles/de?tag=shop&since=1").then().body("changed", equalTo(Map.of("plain", "Schlicht"))).body("removed",
                empty());

        setTags(COUNT, "shop", "items");
        setTags(PLAIN);
        cutRelease("{}").statusCode(201).body("findings", empty());
        pointChannel("production", 3, "If-Match", "\"2\"").statusCode(200);
        given().get(path + "/bundles/de?tag=shop&since=2").then().body("release", equalTo(3))
                .body("changed.keySet()", contains("count")).body("removed", contains("plain"));
        given().get(path + "/bundles/de?tag=shop&prefix=p&since=2").then().body("changed.size()", equalTo(0)).body("removed",
                contains("plain"));
        given().get(path + "/bundles/de?since=2").then().body("changed.size()", equalTo(0)).body("removed", empty());
        given().get(path + "/messages?locale=de").then().body("messages[0].tags", contains("items", "shop"))
                .body("messages[1]", not(hasKey("tags")));
    }

    @Test
    void requiresPreconditionToMoveChannel() {
        cutRelease("{}").statusCode(201);
        asAdministrator().body("{\"release\":1}")
                .put(path + "/channels/production").then().statusCode(428).body("code", equalTo("precondition-required"));
        pointChannel("production", 1, "If-Match", "\"1\"").statusCode(404).body("code", equalTo("unknown-channel"));
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(412);
        pointChannel("production", 1, "If-Match", "\"7\"").statusCode(412).body("code", equalTo("stale-revision")).body("moves",
                equalTo(1));
        pointChannel("production", 1, "If-Match", "W/\"1\"").statusCode(412);
        pointChannel("production", 9, "If-Match", "\"1\"").statusCode(404).body("code", equalTo("unknown-release"));
        asAdministrator().header("If-Match", "\"1\"").post(path + "/channels/production/rollback").then()
                .statusCode(409).body("code", equalTo("nothing-to-roll-back"));
        given().get(path + "/channels/production/moves").then().body("moves", hasSize(1));
    }

    @Test
    void returnsNotFoundForUnknownResources() {
        for (var unknown : List.of("/v1/catalogs/none/releases", "/v1/catalogs/none/channels", "/v1/catalogs/none/channels/production")) {
            given().get(unknown).then().statusCode(404).body("code", equalTo("unknown-catalog"));
        }
        for (var unknown : List.of("/releases/9", "/releases/9/bundles/en", "/releases/1/diff/2")) {
            given().get(path + unknown).then().statusCode(404).body("code", equalTo("unknown-release"));
        }
        given().get(path + "/channels/none").then().statusCode(404).body("code", equalTo("unknown-channel"));
        given().get(path + "/releases/x").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        cutRelease("{}").statusCode(201);
        given().get(path + "/releases/1/bundles/fr").then().statusCode(404).body("code", equalTo("unknown-locale"));
    }

    @Test
    void rejectsWritesWithoutValidToken() {
        for (var request : List.of(given(), given().header("Authorization", "Bearer wrong-wrong-wrong-wrong"),
                given().header("Authorization", "Basic dXNlcjpwYXNz"), given().header("Authorization", "Bearer"))) {
            request.contentType("application/json").body("{}").post(path + "/releases").then().statusCode(401)
                    .header("WWW-Authenticate", "Bearer").contentType("application/problem+json").body("code", equalTo("unauthorized"));
        }
        given().contentType("application/json").body("{\"release\":1}").put(path + "/channels/production").then().statusCode(401);
        given().contentType("application/json").body("{}").post(path + "/channels/production/rollback").then().statusCode(401);
        given().get(path + "/releases").then().statusCode(200).body("releases", empty());
    }

    @Test
    void persistsSnapshotAfterChannelMove() {
        cutRelease("{}").statusCode(201);
        pointChannel("production", 1, "If-None-Match", "*").statusCode(200);
        var files = new SnapshotFolder(Path.of(snapshotFolder));
        ShippedCatalogsReady.await("release 1 in the file", () -> savedReleases(files).contains(1));
        saveText(DE, PLAIN, "Einfach");
        cutRelease("{}").statusCode(201);
        pointChannel("production", 2, "If-Match", "\"1\"").statusCode(200);
        ShippedCatalogsReady.await("release 2 in the file", () -> savedReleases(files).contains(2));
    }

    private List<Integer> savedReleases(SnapshotFolder files) {
        return files.load().catalogs().stream().filter(it -> it.catalog().equals(catalog)).map(it -> it.channels().get("production"))
                .toList();
    }

    private void saveText(LocaleTag locale, MessageKey key, String text) {
        saveTexts.save(catalog, key, locale, new TextContent(Syntax.ICU, text, ""));
    }

    private void redefine(ArgumentContract contract) {
        transactions.call(() -> {
            var locked = catalogs.lock(catalog).orElseThrow();
            locked.incrementRevision();
            locked.markDefinitionsChanged();
            messages.findAll(catalog).get(0).updateDefinition(new Message.Definition(0, "1", "COUNT_OF_ITEMS", 200, contract));
            return null;
        });
    }

    private void setTags(MessageKey key, String... tags) {
        transactions.call(() -> {
            var locked = catalogs.lock(catalog).orElseThrow();
            locked.incrementRevision();
            locked.markDefinitionsChanged();
            messages.findAll(catalog).stream().filter(it -> it.key().equals(key)).forEach(it -> {
                var definition = it.definition();
                it.updateDefinition(new Message.Definition(definition.position(), definition.code(), definition.reason(),
                        definition.httpStatus(), definition.contract(), Tags.of(List.of(tags))));
            });
            return null;
        });
    }

    private static RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }

    private ValidatableResponse cutRelease(String body) {
        return asAdministrator().body(body).post(path + "/releases").then();
    }

    private ValidatableResponse pointChannel(String channel, int release, String header, String value) {
        return asAdministrator().header(header, value).body("{\"release\":" + release + "}").put(path + "/channels/" + channel).then();
    }

    private ValidatableResponse renderText(String locale, String key) {
        return given().get(path + "/messages/" + key + "?format=text&locale=" + locale).then().statusCode(200);
    }
}
