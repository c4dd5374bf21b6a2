package dev.parlance.rest.administration;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.administration.WebhookReceiver.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.webhooks.Deliveries;
import dev.parlance.webhooks.DeliverWebhooks;
import dev.parlance.webhooks.WebhookSender;
import dev.parlance.webhooks.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks of a catalog, delivered to a receiver that verifies them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WebhookApiTest {
    private final String catalog = "hooks-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/catalogs/" + catalog;
    private final String webhooks = path + "/webhooks";
    private WebhookReceiver receiver;

    @Inject
    AccessFixtures fixtures;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    DataSource database;
    @Inject
    Webhooks webhookRepository;
    @Inject
    Deliveries deliveryRepository;
    @Inject
    Transactions transactions;

    @BeforeEach
    void createCatalog() throws IOException {
        ShippedCatalogsReady.await(snapshots);
        fixtures.createCatalog(catalog);
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    /** Creates a webhook for the receiver, which learns its secret, and returns its path. */
    private String create(String... events) {
        var created = asAdministrator().body(Map.of("url", receiver.url(), "events", List.of(events))).post(webhooks).then().statusCode(201)
                .body("secret", startsWith("whsec_"));
        receiver.acceptSecret(created.extract().path("secret"));
        return webhooks + "/" + created.extract().<String>path("id");
    }

    private static ValidatableResponse deliveries(String webhook) {
        return asAdministrator().get(webhook + "/deliveries").then().statusCode(200);
    }

    /** Waits until the newest delivery has a status, and returns the list. */
    private static ValidatableResponse awaitLatest(String webhook, String status) {
        await(() -> status.equals(deliveries(webhook).extract().path("deliveries[0].status")));
        return deliveries(webhook);
    }

    private static void test(String webhook) {
        asAdministrator().post(webhook + "/test").then().statusCode(202).body("event", equalTo("webhook.test"));
    }

    private void comment(String text) {
        asAdministrator().body(Map.of("text", text)).post(path + "/messages/plain/comments").then().statusCode(201);
    }

    private void save(String locale, String message, String state) {
        var text = path + "/messages/plain/texts/" + locale;
        asAdministrator().header("If-Match", "\"1\"").body(Map.of("message", message, "state", state)).put(text).then().statusCode(200);
    }

    /** Makes all waiting attempts due. */
    private void skipPauses() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("update webhook_delivery set next_attempt_at = now() where status = 'pending'");
        }
    }

    @Test
    void neverReturnsSecretAgain() {
        var webhook = create("channel.moved", "release.created");
        asAdministrator().get(webhook).then().statusCode(200).body("url", equalTo(receiver.url())).body("secret", nullValue())
                .body("events", contains("release.created", "channel.moved")).body("enabled", equalTo(true)).body("disabledReason", nullValue())
                .body("createdAt", notNullValue());
        asAdministrator().get(webhooks).then().body("webhooks", hasSize(1)).body("toString()", not(containsString("whsec_")));
    }

    @Test
    void deliversReleaseAndMove() {
        var webhook = create();
        save("de", "Schlicht", "translated");
        asAdministrator().body("{\"comment\":\"Spring\"}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header("If-Match", "\"1\"").body("{\"release\":2}").put(path + "/channels/production").then().statusCode(200);
        var events = receiver.awaitEvents(2);
        assertThat(events).extracting(it -> it.at("/type").textValue()).containsExactlyInAnyOrder("release.created", "channel.moved");
        assertThat(events).allMatch(it -> it.at("/data/catalog").textValue().equals(catalog) && it.at("/data/release").intValue() == 2);
        awaitLatest(webhook, "delivered").body("deliveries.responseStatus", contains(200, 200)).body("deliveries.attempts", contains(1, 1))
                .body("deliveries[0].durationMillis", notNullValue()).body("deliveries[0].responseExcerpt", equalTo("received"))
                .body("deliveries[0].nextAttemptAt", nullValue()).body("deliveries[0].payload.data.catalog", equalTo(catalog));
    }

    @Test
    void deliversComments() {
        create("comment.added", "comment.resolved", "comment.deleted");
        comment("Is this right?");
        var comment = receiver.awaitEvents(1).get(0).at("/data");
        assertThat(comment.at("/text").textValue()).isEqualTo("Is this right?");
        var comments = path + "/messages/plain/comments/" + comment.at("/comment").longValue();
        asAdministrator().post(comments + "/resolve").then().statusCode(200);
        asAdministrator().post(comments + "/reopen").then().statusCode(200);
        asAdministrator().delete(comments).then().statusCode(204);
        var events = receiver.awaitEvents(3);
        assertThat(events).extracting(it -> it.at("/type").textValue())
                .containsExactly("comment.added", "comment.resolved", "comment.deleted");
        assertThat(events.get(2).at("/data/text").isMissingNode()).isTrue();
    }

    @Test
    void deliversNewErrorsOfOneTransactionAsOneEvent() {
        create("findings.added");
        save("fr", "{missing}", "draft");
        var event = receiver.awaitEvents(1).get(0);
        assertThat(event.at("/data/count").intValue()).isEqualTo(1);
        assertThat(event.at("/data/texts/0/key").textValue()).isEqualTo("plain");
        assertThat(event.at("/data/texts/0/locale").textValue()).isEqualTo("fr");
        assertThat(event.at("/data/texts/0/errors").intValue()).isPositive();
    }

    @Test
    void recordsNoEventOfRejectedChange() {
        var webhook = create();
        asAdministrator().body("{}").post(path + "/messages/none/comments").then().statusCode(422);
        asAdministrator().body(Map.of("text", "x")).post(path + "/messages/none/comments").then().statusCode(404);
        deliveries(webhook).body("deliveries", empty());
    }

    @Test
    void repeatsAfterServerErrorUnderSameId() throws SQLException {
        receiver.answer(500, 200);
        var webhook = create();
        comment("Hello");
        receiver.awaitEvents(1);
        await(() -> deliveries(webhook).extract().path("deliveries[0].responseStatus") != null);
        deliveries(webhook).body("deliveries[0].status", equalTo("pending")).body("deliveries[0].nextAttemptAt", notNullValue());
        asAdministrator().get(webhook).then().body("failingSince", notNullValue());
        skipPauses();
        receiver.awaitEvents(2);
        awaitLatest(webhook, "delivered").body("deliveries", hasSize(1)).body("deliveries[0].attempts", equalTo(2));
        asAdministrator().get(webhook).then().body("failingSince", nullValue());
        assertThat(receiver.messageIds()).hasSize(2).containsOnly(receiver.messageIds().get(0));
    }

    @Test
    void reportsSlowReceiverClosedConnectionAndRedirect() {
        var webhook = create();
        receiver.answer(WebhookReceiver.NO_ANSWER);
        test(webhook);
        awaitLatest(webhook, "failed").body("deliveries[0].error", equalTo("timeout")).body("deliveries[0].responseStatus", nullValue());
        receiver.answer(WebhookReceiver.CLOSE);
        test(webhook);
        awaitLatest(webhook, "failed").body("deliveries", hasSize(2)).body("deliveries[0].error", equalTo("connection-failed"));
        receiver.answer(307);
        test(webhook);
        awaitLatest(webhook, "failed").body("deliveries", hasSize(3)).body("deliveries[0].responseStatus", equalTo(307));
        assertThat(receiver.messageIds()).doesNotHaveDuplicates().hasSize(3);
        asAdministrator().get(webhook).then().body("enabled", equalTo(true)).body("failingSince", nullValue());
    }

    @Test
    void disablesWebhookThatIsGone() {
        receiver.answer(410);
        var webhook = create();
        comment("One");
        awaitLatest(webhook, "failed");
        asAdministrator().get(webhook).then().body("enabled", equalTo(false)).body("disabledReason", equalTo("gone"))
                .body("disabledAt", notNullValue());
        comment("Two");
        deliveries(webhook).body("deliveries", hasSize(1));
        asAdministrator().body("{\"enabled\":true}").patch(webhook).then().statusCode(200).body("enabled", equalTo(true))
                .body("disabledReason", nullValue()).body("url", equalTo(receiver.url()));
        comment("Three");
        awaitLatest(webhook, "delivered").body("deliveries", hasSize(2));
    }

    @Test
    void refusesAddressesThatAreNotAllowed() throws SQLException {
        var webhook = create();
        try (var connection = database.getConnection(); var update = connection.prepareStatement("update webhook set url = ? where catalog = ?")) {
            update.setString(1, receiver.url().replace("127.0.0.1", "127.0.0.2"));
            update.setString(2, catalog);
            update.executeUpdate();
        }
        test(webhook);
        awaitLatest(webhook, "failed").body("deliveries[0].error", equalTo("address-not-allowed"));
        assertThat(receiver.messageIds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::ffff:192.168.0.1]/", "ftp://example.com/",
        "https://user@example.com/", "https://example.com/#x", "not a url", "https://"})
    void rejectsUrl(String url) {
        asAdministrator().body(Map.of("url", url)).post(webhooks).then().statusCode(422).body("code", equalTo("invalid-field"))
                .body("arguments.pointer", equalTo("/url"));
    }

    @Test
    void rejectsUnknownEventsWebhooksAndDeliveries() {
        asAdministrator().body(Map.of("url", receiver.url(), "events", List.of("release.created", "release.burnt"))).post(webhooks).then()
                .statusCode(422).body("arguments.pointer", equalTo("/events/1")).body("detail", containsString("channel.moved"));
        asAdministrator().get(webhooks + "/1").then().statusCode(404).body("code", equalTo("unknown-webhook"));
        var webhook = create();
        asAdministrator().post(webhook + "/deliveries/" + UUID.randomUUID() + "/replay").then().statusCode(404)
                .body("code", equalTo("unknown-delivery"));
        asAdministrator().get("/v1/catalogs/exchange/webhooks/" + webhook.substring(webhooks.length() + 1)).then().statusCode(404);
    }

    @Test
    void replaysUnderSameId() {
        var webhook = create();
        comment("Again");
        var id = awaitLatest(webhook, "delivered").extract().<String>path("deliveries[0].id");
        asAdministrator().post(webhook + "/deliveries/" + id + "/replay").then().statusCode(202).body("status", equalTo("pending"));
        var events = receiver.awaitEvents(2);
        assertThat(events.get(0)).isEqualTo(events.get(1));
        assertThat(receiver.messageIds()).hasSize(2).containsOnly(receiver.messageIds().get(0));
        awaitLatest(webhook, "delivered").body("deliveries", hasSize(2));
        var next = asAdministrator().get(webhook + "/deliveries?limit=1").then().extract().<String>path("next");
        asAdministrator().get(webhook + "/deliveries?limit=1&cursor=" + next).then().body("deliveries.id", contains(id))
                .body("next", nullValue());
    }

    @Test
    void signsWithBothSecretsAfterRotation() {
        var webhook = create();
        var rotated = asAdministrator().post(webhook + "/secret").then().statusCode(200).body("previousSecretValidUntil", notNullValue())
                .extract().<String>path("secret");
        test(webhook);
        receiver.awaitEvents(1);
        assertThat(receiver.signatureCounts()).containsExactly(2);
        receiver.forgetSecrets();
        receiver.acceptSecret(rotated);
        test(webhook);
        receiver.awaitEvents(2);
    }

    @Test
    void deletesWebhookWithItsDeliveries() {
        var webhook = create();
        test(webhook);
        asAdministrator().delete(webhook).then().statusCode(204);
        asAdministrator().get(webhook + "/deliveries").then().statusCode(404);
        asAdministrator().delete(webhook).then().statusCode(404);
    }

    @Test
    void disabledWebhookReceivesOnlyTests() {
        var webhook = create();
        asAdministrator().body("{\"enabled\":false,\"description\":\"Paused\"}").patch(webhook).then().statusCode(200)
                .body("disabledReason", equalTo("manual")).body("description", equalTo("Paused"));
        comment("Unheard");
        test(webhook);
        awaitLatest(webhook, "delivered").body("deliveries.event", contains("webhook.test"));
    }

    @Test
    void limitsNumberOfWebhooks() {
        IntStream.range(0, 20).forEach(it -> create("channel.moved"));
        asAdministrator().body(Map.of("url", receiver.url())).post(webhooks).then().statusCode(422).body("code", equalTo("too-many-items"));
    }

    /** The worker of the service is the third replica. */
    @Test
    void severalReplicasDeliverEachEventOnce() throws InterruptedException {
        var webhook = create("comment.added");
        var sent = new ConcurrentLinkedQueue<String>();
        var threads = new ArrayList<Thread>();
        IntStream.range(0, 30).forEach(it -> comment("Comment " + it));
        for (int i = 0; i < 2; i++) {
            var replica = new DeliverWebhooks(webhookRepository, deliveryRepository, it -> {
                sent.add(it.headers().get("webhook-id"));
                return WebhookSender.Response.of(200, "replica");
            }, transactions, Clock.systemUTC());
            var thread = new Thread(() -> {
                while (deliveries(webhook).extract().<List<String>>path("deliveries.status").contains("pending")) {
                    replica.claim(4).forEach(replica::deliver);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        await(() -> asAdministrator().get(webhook + "/deliveries?limit=100").then().extract().<List<String>>path("deliveries.status")
                .stream().allMatch(it -> it.equals("delivered")));
        var all = new ArrayList<>(sent);
        all.addAll(receiver.messageIds());
        assertThat(all).hasSize(30).doesNotHaveDuplicates();
    }
}
