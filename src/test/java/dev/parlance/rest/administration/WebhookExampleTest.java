package dev.parlance.rest.administration;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.administration.WebhookReceiver.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the receiver of {@code webhooks.md}. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WebhookExampleTest {
    private final String catalog = "example-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;
    @Inject
    AccessFixtures fixtures;

    @Test
    void documentedReceiverAcceptsSignedEventsOnly() throws IOException {
        fixtures.createCatalog(catalog);
        int port = freePort();
        var url = "http://127.0.0.1:" + port + "/parlance";
        var webhooks = "/v1/catalogs/" + catalog + "/webhooks";
        var created = asAdministrator().body(Map.of("url", url)).post(webhooks).then().statusCode(201).extract();
        var source = Files.writeString(folder.resolve("Receiver.java"), example());
        var output = folder.resolve("output");
        var receiver = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString(),
                Integer.toString(port), created.<String>path("secret")).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            await(() -> isListening(port));
            var webhook = webhooks + "/" + created.<String>path("id");
            asAdministrator().post(webhook + "/test").then().statusCode(202);
            await(() -> "delivered".equals(asAdministrator().get(webhook + "/deliveries").then().extract().path("deliveries[0].status")));
            assertThat(Files.readString(output)).startsWith("{\"type\":\"webhook.test\"").contains(catalog);
            given().header("webhook-id", "msg_1").header("webhook-timestamp", "1614265330").header("webhook-signature", "v1,AAAA").body("{}")
                    .post(url).then().statusCode(400);
        } finally {
            receiver.destroy();
        }
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("src/docs/webhooks.md")).split("```java\n")[1].split("```\n")[0];
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
