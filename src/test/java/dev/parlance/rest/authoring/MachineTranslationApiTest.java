package dev.parlance.rest.authoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.machine.StubTranslationServer;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests machine translations as drafts and suggestions, with a stub provider. */
@QuarkusTest
@TestProfile(MachineTranslationApiTest.MachineProfile.class)
class MachineTranslationApiTest {
    @Inject
    SnapshotRegistry snapshots;

    private final String catalog = "machine-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;

    /** A provider that prefixes texts with {@code DE}, and returns "?" for texts with "memory". */
    public static class StubMachine implements QuarkusTestResourceLifecycleManager {
        private final StubTranslationServer server = new StubTranslationServer(
                StubTranslationServer.translating(it -> it.contains("memory") ? "?" : "DE " + it));

        @Override
        public Map<String, String> start() {
            return Map.of("parlance.machine-translation.url", server.url(), "parlance.machine-translation.key", StubTranslationServer.KEY);
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    public static class MachineProfile implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class), new TestResourceEntry(StubMachine.class));
        }
    }

    @BeforeEach
    void createMessages() {
        ShippedCatalogsReady.await(snapshots);
        asAdministrator().body("{\"name\":\"" + catalog
                + "\",\"title\":\"Machine\",\"visibility\":\"public\",\"sourceLocale\":\"en\",\"locales\":[\"de\"]}")
                .post("/v1/catalogs").then().statusCode(201);
        createMessage("limit", "Limit of {n, plural, one {# order} other {# orders}}.");
        createMessage("forgotten", "The memory of {n, number} is lost.");
    }

    @Test
    void savesMachineTranslationAsDraft() {
        asAdministrator().post(path + "/messages/limit/texts/de/machine").then().statusCode(428);
        asAdministrator().header("If-None-Match", "*")
                .header("Parlance-Comment", "by machine").post(path + "/messages/limit/texts/de/machine").then()
                .statusCode(201).header("ETag", "\"1\"").body("state", equalTo("draft"))
                .body("message", equalTo("DE Limit of {n, plural, one {DE # order} other {DE # orders}}."));
        asAdministrator().header("If-None-Match", "*").post(path + "/messages/limit/texts/de/machine").then().statusCode(412);
        asAdministrator().get(path + "/draft").then().body("locales.find{it.locale=='de'}.drafts", equalTo(1));
        asAdministrator().get(path + "/changes?key=limit&locale=de").then().body("changes.comment", contains("by machine"));
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        given().get(path + "/releases/1/bundles/de").then().body("messages.limit",
                equalTo("Limit of {n, plural, one {# order} other {# orders}}."));
    }

    @Test
    void suggestsMachineTranslationOnlyOnRequest() {
        asAdministrator().get(path + "/messages/limit/suggestions?locale=de").then().statusCode(200).body("suggestions.kind",
                not(hasItem("machine")));
        asAdministrator().get(path + "/messages/limit/suggestions?locale=de&machine=true").then().statusCode(200).body("suggestions.kind",
                hasItem("machine"))
                .body("suggestions.find{it.kind=='machine'}.message",
                equalTo("DE Limit of {n, plural, one {DE # order} other {DE # orders}}."))
                .body("suggestions.find{it.kind=='machine'}.catalog", nullValue()).body("machine", nullValue());
        asAdministrator().body("{\"locale\":\"de\",\"text\":\"At %s\",\"syntax\":\"printf\",\"machine\":true}").post(path
                + "/suggestions").then()
                .statusCode(200).body("suggestions.message", hasItem("DE At %s"));
    }

    @Test
    void rejectsUnusableMachineTranslations() {
        asAdministrator().header("Accept-Language",
                "de").get(path + "/messages/forgotten/suggestions?locale=de&machine=true").then().statusCode(200)
                .body("suggestions.kind", not(hasItem("machine"))).body("machine.code", equalTo("machine-translation-unusable"))
                .body("machine.title", equalTo("Maschinelle Übersetzung unbrauchbar"));
        asAdministrator().header("If-None-Match", "*").post(path + "/messages/forgotten/texts/de/machine").then().statusCode(502)
                .body("code", equalTo("machine-translation-unusable")).body("arguments.fault", equalTo("arguments"));
        assertThat(asAdministrator().get(path + "/messages/forgotten/texts/de").statusCode()).isEqualTo(404);
    }

    private void createMessage(String key, String text) {
        asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"" + key.toUpperCase(java.util.Locale.ROOT)
                + "\",\"httpStatus\":429,\"arguments\":[{\"name\":\"n\",\"type\":\"number\"}]}")
                .put(path + "/messages/" + key).then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"message\":\"" + text + "\"}")
                .put(path + "/messages/" + key + "/texts/en").then().statusCode(201);
    }

    private static RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }
}
