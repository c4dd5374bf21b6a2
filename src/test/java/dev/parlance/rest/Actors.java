package dev.parlance.rest;

import static io.restassured.RestAssured.given;

import dev.parlance.Ready;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.TextFixtures;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** Catalogs, and those who may something in them, made for a test through the API. */
@Dependent
public class Actors {
    public static final String PASSWORD = "correct horse battery";

    private static final List<LocaleTag> LOCALES = List.of(LocaleTag.parse("en"), LocaleTag.parse("de"), LocaleTag.parse("fr"));

    private final Catalogs catalogs;
    private final Messages messages;
    private final TextFixtures word;
    private final Transactions transactions;
    private final SnapshotRegistry delivery;

    Actors(Catalogs catalogs, Messages messages, TextFixtures word, Transactions transactions, SnapshotRegistry delivery) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.word = word;
        this.transactions = transactions;
        this.delivery = delivery;
    }

    public static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }

    public static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** A page of ours, in the browser of whoever has the cookie. */
    public static RequestSpecification as(String session) {
        return given().header("Cookie", "parlance-session=" + session).header("Sec-Fetch-Site", "same-origin").contentType("application/json");
    }

    /** With one message in three locales, released and pointed at; as soon as the service is ready. */
    public void catalog(String name) {
        Ready.await(delivery);
        var catalog = new CatalogName(name);
        var key = new MessageKey("plain");
        transactions.call(() -> {
            var made = catalogs.lockOrCreate(catalog, name, LOCALES.get(0));
            made.incrementRevision();
            LOCALES.forEach(it -> made.offerLocale(it, false));
            made.markDefinitionsChanged();
            catalogs.save(made);
            messages.add(new Message(catalog, key, new Message.Definition(0, "1", "PLAIN_TEXT", 400, ArgumentContract.EMPTY)));
            return null;
        });
        LOCALES.forEach(it -> word.save(catalog, key, it, new TextContent(Syntax.ICU, "Plain", "")));
        admin().body("{}").post("/v1/catalogs/" + name + "/releases").then().statusCode(201);
        admin().header("If-None-Match", "*").body("{\"release\":1}").put("/v1/catalogs/" + name + "/channels/production").then().statusCode(200);
    }

    public static void close(String catalog) {
        admin().body("{\"public\":false}").put("/v1/catalogs/" + catalog + "/visibility").then().statusCode(200);
    }

    /** @param more further members of the request, each with a comma before it */
    public static String key(String catalog, String scope, String more) {
        return admin().body("{\"name\":\"test\",\"scopes\":[\"" + scope + "\"]" + more + "}").post("/v1/catalogs/" + catalog + "/keys")
                .then().statusCode(201).extract().path("key");
    }

    public static void account(String name) {
        admin().body(Map.of("name", name, "displayName", name, "password", PASSWORD)).post("/v1/accounts").then().statusCode(201);
    }

    public static void member(String catalog, String person, String role, String... locales) {
        admin().header("If-None-Match", "*").body(Map.of("role", role, "locales", List.of(locales)))
                .put("/v1/catalogs/" + catalog + "/members/" + person).then().statusCode(201);
    }

    /** The value of the cookie. */
    public static String session(String name) {
        return given().contentType("application/json").body(Map.of("name", name, "password", PASSWORD)).post("/v1/session")
                .then().statusCode(204).extract().cookie("parlance-session");
    }
}
