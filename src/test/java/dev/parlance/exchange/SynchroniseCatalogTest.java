package dev.parlance.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shipped changes of a later version meet changes by people. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SynchroniseCatalogTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final ArgumentContract NAME = new ArgumentContract(List.of(new Argument("name", ArgumentType.STRING, "Ada")));
    private static final Argument DAY = new Argument("day", ArgumentType.STRING, "Monday");

    @Inject
    SnapshotRegistry delivery;
    @Inject
    SynchroniseCatalog synchronise;

    private final CatalogName catalog = new CatalogName("shipped-" + UUID.randomUUID());
    private final String path = "/v1/catalogs/" + catalog + "/";
    private final List<MessageEntry> messages = new ArrayList<>();
    private final Map<String, TextEntry> english = new LinkedHashMap<>();
    private final Map<String, TextEntry> german = new LinkedHashMap<>();

    @BeforeEach
    void synchroniseOnce() {
        ShippedCatalogsReady.await(delivery);
        ship("hello", NAME, "Hello {name}", "Hallo {name}");
        synchronise();
    }

    @Test
    void keepsRemovedTextRemovedAndContinuesVersions() {
        admin().header("If-Match", "\"1\"").delete(path + "messages/hello/texts/de").then().statusCode(204);
        assertThat(synchronise()).isEqualTo(new SynchroniseCatalog.SyncResult(0, 0, false, List.of()));
        admin().get(path + "messages/hello/texts/de").then().statusCode(404);
        admin().header("If-None-Match", "*").body("{\"message\":\"Hallo {name}\"}").put(path + "messages/hello/texts/de")
                .then().statusCode(201).header("ETag", "\"3\"");
        ship("bye", NAME, "Bye {name}", "Tschüss {name}");
        assertThat(synchronise().savedTexts()).isEqualTo(2);
    }

    @Test
    void reportsConflictsAndAppliesTheRest() {
        createMessage("own", "LATER");
        createMessage("taken", "TAKEN_BY_PEOPLE");
        ship("later", NAME, "Later {name}", "Später {name}");
        ship("taken", NAME, "Taken {name}", "Genommen {name}");
        ship("fine", NAME, "Fine {name}", "Gut {name}");
        var outcome = synchronise();
        assertThat(outcome.savedMessages()).isEqualTo(1);
        assertThat(outcome.savedTexts()).isEqualTo(2);
        assertThat(outcome.conflicts()).extracting(it -> it.key() + " " + it.conflictingKey()).containsExactly("later own", "taken taken");
        admin().get(path + "draft/messages?locale=de").then().body("messages.key", contains("hello", "own", "taken", "fine"));
        admin().get(path + "messages/taken/texts/de").then().statusCode(404);
    }

    @Test
    void rechecksUserTextsAfterShipment() {
        admin().header("If-Match", "\"1\"").body("{\"message\":\"Hallo, {name}\"}").put(path + "messages/hello/texts/de").then().statusCode(200);
        messagesWithErrors().body("messages.size()", equalTo(0));
        ship("hello", NAME, "Hello", "Hallo");
        synchronise();
        admin().get(path + "draft").then().body("locales.find{it.locale=='de'}.stale", equalTo(1));
        ship("hello", ArgumentContract.EMPTY, "Hello", "Hallo");
        synchronise();
        ShippedCatalogsReady.await("the text is judged", () -> messagesWithErrors().extract().jsonPath().getList("messages").size() == 1);
        ship("hello", NAME, "Hello", "Hallo");
        synchronise();
        ShippedCatalogsReady.await("the text is judged", () -> messagesWithErrors().extract().jsonPath().getList("messages").isEmpty());
        ship("hello", new ArgumentContract(List.of(NAME.arguments().get(0), DAY)), "Hello {name} on {day}", "Hallo {name} am {day}");
        synchronise();
        ShippedCatalogsReady.await("the text is judged", () -> messagesWithErrors().extract().jsonPath().getList("messages").size() == 1);
    }

    /** Adds a shipped message, or replaces the one that was shipped under this key. */
    private void ship(String key, ArgumentContract contract, String english, String german) {
        var entry = new MessageEntry(key, key, key.toUpperCase(Locale.ROOT), 200, contract, new TreeSet<>());
        messages.removeIf(it -> it.key().equals(key));
        messages.add(entry);
        this.english.put(key, new TextEntry(Syntax.ICU, english, ""));
        this.german.put(key, new TextEntry(Syntax.ICU, german, ""));
    }

    private SynchroniseCatalog.SyncResult synchronise() {
        var texts = new TreeMap<LocaleTag, Map<String, TextEntry>>(Map.of(EN, english, DE, german));
        return synchronise.synchronise(new ShippedCatalog(catalog, new CatalogContent("Shipped", EN, new TreeSet<>(), messages, texts)));
    }

    private void createMessage(String key, String reason) {
        admin().header("If-None-Match", "*").body("{\"reason\":\"" + reason + "\",\"httpStatus\":400}").put(path + "messages/" + key)
                .then().statusCode(201);
    }

    private ValidatableResponse messagesWithErrors() {
        return admin().get(path + "draft/messages?locale=de&state=errors").then().statusCode(200);
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }
}
