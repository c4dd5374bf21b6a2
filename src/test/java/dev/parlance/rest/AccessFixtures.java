package dev.parlance.rest;

import static io.restassured.RestAssured.given;

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
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** Creates catalogs, accounts, members and keys for tests. */
@Dependent
public class AccessFixtures {
    public static final String PASSWORD = "correct horse battery";

    private static final List<LocaleTag> LOCALES = List.of(LocaleTag.parse("en"), LocaleTag.parse("de"), LocaleTag.parse("fr"));

    private final Catalogs catalogs;
    private final Messages messages;
    private final TextFixtures saveTexts;
    private final Transactions transactions;
    private final SnapshotRegistry snapshots;

    AccessFixtures(Catalogs catalogs, Messages messages, TextFixtures saveTexts, Transactions transactions, SnapshotRegistry snapshots) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.saveTexts = saveTexts;
        this.transactions = transactions;
        this.snapshots = snapshots;
    }

    public static RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }

    public static RequestSpecification withKey(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** Requests as a same-origin page in a browser with this session sends them. */
    public static RequestSpecification withSession(String session) {
        return given().header("Cookie", "parlance-session=" + session)
                .header("Sec-Fetch-Site", "same-origin").contentType("application/json");
    }

    /** Creates a catalog with one message in three locales, published to production. Waits until the service is ready. */
    public void createCatalog(String name) {
        ShippedCatalogsReady.await(snapshots);
        var catalog = new CatalogName(name);
        var key = new MessageKey("plain");
        transactions.call(() -> {
            var created = catalogs.lockOrCreate(catalog, name, LOCALES.get(0));
            created.incrementRevision();
            LOCALES.forEach(it -> created.offerLocale(it, false));
            created.markDefinitionsChanged();
            catalogs.save(created);
            messages.add(new Message(catalog, key, new Message.Definition(0, "1", "PLAIN_TEXT", 400, ArgumentContract.EMPTY)));
            return null;
        });
        LOCALES.forEach(it -> saveTexts.save(catalog, key, it, new TextContent(Syntax.ICU, "Plain", "")));
        asAdministrator().body("{}").post("/v1/catalogs/" + name + "/releases").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"release\":1}")
                .put("/v1/catalogs/" + name + "/channels/production").then().statusCode(200);
    }

    public static void makePrivate(String catalog) {
        asAdministrator().body("{\"public\":false}").put("/v1/catalogs/" + catalog + "/visibility").then().statusCode(200);
    }

    /**
     * Creates an API key and returns it.
     *
     * @param extraMembers further members of the JSON request, each with a leading comma
     */
    public static String createKey(String catalog, String scope, String extraMembers) {
        return asAdministrator().body("{\"name\":\"test\",\"scopes\":[\"" + scope + "\"]" + extraMembers + "}").post("/v1/catalogs/"
                + catalog + "/keys")
                .then().statusCode(201).extract().path("key");
    }

    public static void createAccount(String name) {
        asAdministrator().body(Map.of("name", name, "displayName", name, "password", PASSWORD)).post("/v1/accounts").then().statusCode(201);
    }

    public static void addMember(String catalog, String person, String role, String... locales) {
        asAdministrator().header("If-None-Match", "*").body(Map.of("role", role, "locales", List.of(locales)))
                .put("/v1/catalogs/" + catalog + "/members/" + person).then().statusCode(201);
    }

    /** Signs in and returns the value of the session cookie. */
    public static String startSession(String name) {
        return given().contentType("application/json").body(Map.of("name", name, "password", PASSWORD)).post("/v1/session")
                .then().statusCode(204).extract().cookie("parlance-session");
    }

    /** Changes the first password of an account as its owner does, and returns the session cookie. */
    public static String takeOver(String name) {
        var password = "another horse battery";
        withSession(startSession(name)).body(Map.of("password", PASSWORD, "newPassword", password)).put("/v1/session/password").then()
                .statusCode(204);
        return given().contentType("application/json").body(Map.of("name", name, "password", password)).post("/v1/session")
                .then().statusCode(204).extract().cookie("parlance-session");
    }
}
