package dev.parlance.rest.authoring;

import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.makePrivate;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withKey;
import static dev.parlance.rest.AccessFixtures.withSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments of people on messages, their mentions, and who may do what with them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CommentApiTest {
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "talk-" + suffix;
    private final String anna = "anna-" + suffix;
    private final String bert = "bert-" + suffix;
    private final String path = "/v1/catalogs/" + catalog + "/messages/plain/comments";
    private String annasSession;
    private String bertsSession;

    @Inject
    AccessFixtures fixtures;
    @Inject
    DataSource database;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
        makePrivate(catalog);
        for (var person : new String[] {anna, bert}) {
            createAccount(person);
        }
        addMember(catalog, anna, "viewer");
        addMember(catalog, bert, "translator", "de");
        annasSession = startSession(anna);
        bertsSession = startSession(bert);
    }

    private RequestSpecification asAnna() {
        return withSession(annasSession);
    }

    private RequestSpecification asBert() {
        return withSession(bertsSession);
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, Map<String, String> body) {
        return caller.body(body).post(path).then();
    }

    private int add(RequestSpecification caller, String text) {
        return post(caller, path, Map.of("text", text)).statusCode(201).extract().path("id");
    }

    @Test
    void addsAndListsComments() {
        post(asAnna(), path, Map.of("text", "Is „Konto“ right?\nAsk @" + bert + ".", "locale", "de")).statusCode(201)
                .header("Cache-Control", "private, no-store").body("key", equalTo("plain")).body("locale", equalTo("de"))
                .body("text", equalTo("Is „Konto“ right?\nAsk @" + bert + ".")).body("author", equalTo(anna)).body("status", equalTo("open"))
                .body("mentions", contains(bert)).body("createdAt", notNullValue()).body("resolvedBy", nullValue());
        post(asBert(), path, Map.of("text", "About the message")).statusCode(201).body("locale", nullValue()).body("mentions", empty());
        post(asBert(), path, Map.of("text", "About fr", "locale", "fr")).statusCode(201);

        asAnna().get(path).then().statusCode(200).body("comments.author", contains(anna, bert, bert)).body("next", nullValue());
        asAnna().get(path + "?locale=de").then().body("comments.locale", contains("de", null));
        var next = asAnna().get(path + "?limit=2").then().body("comments", hasSize(2)).extract().<String>path("next");
        asAnna().get(path + "?limit=2&cursor=" + next).then().body("comments.text", contains("About fr")).body("next", nullValue());
    }

    @Test
    void resolvesAndReopensOnce() {
        int id = add(asAnna(), "Please check");
        var first = asBert().post(path + "/" + id + "/resolve").then().statusCode(200).body("status", equalTo("resolved"))
                .body("resolvedBy", equalTo(bert)).extract().<String>path("resolvedAt");
        asAnna().post(path + "/" + id + "/resolve").then().statusCode(200).body("resolvedBy", equalTo(bert))
                .body("resolvedAt", equalTo(first));
        asAnna().get(path + "?status=open").then().body("comments", empty());
        asAnna().get(path + "?status=resolved").then().body("comments.id", contains(id)).body("comments[0].resolvedAt", equalTo(first));
        asAnna().post(path + "/" + id + "/reopen").then().statusCode(200).body("status", equalTo("open")).body("resolvedAt", nullValue());
        asAnna().get(path + "?status=open").then().body("comments.id", contains(id));
    }

    @Test
    void deletesOwnCommentsAndThoseOfOthersAsManager() throws SQLException {
        int annas = add(asAnna(), "First, @" + bert);
        int berts = add(asBert(), "Second");
        asBert().delete(path + "/" + annas).then().statusCode(403).body("arguments.permission", equalTo("manage"));
        asAnna().delete(path + "/" + annas).then().statusCode(204);
        asAdministrator().delete(path + "/" + berts).then().statusCode(204);
        asAnna().get(path).then().body("comments", empty());
        for (var call : new String[] {"/resolve", "/reopen"}) {
            asAnna().post(path + "/" + annas + call).then().statusCode(404).body("code", equalTo("unknown-comment"))
                    .body("arguments.comment", equalTo(Integer.toString(annas))).body("arguments.key", equalTo("plain"));
        }
        asAnna().delete(path + "/" + annas).then().statusCode(404);
        assertThat(count("message_comment where content <> '' and catalog = '" + catalog + "'")).isZero();
        assertThat(count("comment_mention where catalog = '" + catalog + "'")).isZero();
    }

    @Test
    void purgesWhatDeletedCommentsLeave() throws SQLException {
        int first = add(asAnna(), "First");
        int second = add(asAnna(), "Second");
        asAnna().delete(path + "/" + first).then().statusCode(204);
        execute("update message_comment set deleted_at = now() - interval '61 minutes' where catalog = '" + catalog + "' and id = " + first);
        asAnna().delete(path + "/" + second).then().statusCode(204);
        assertThat(count("message_comment where catalog = '" + catalog + "'")).isEqualTo(1);
    }

    @Test
    void findsCommentOnlyAtItsMessage() {
        int id = add(asAnna(), "Here");
        asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"OTHER\",\"httpStatus\":400}")
                .put("/v1/catalogs/" + catalog + "/messages/other").then().statusCode(201);
        asAnna().post(path.replace("plain", "other") + "/" + id + "/resolve").then().statusCode(404).body("code", equalTo("unknown-comment"));
        asAnna().get(path.replace("plain", "other")).then().body("comments", empty());
    }

    @Test
    void listsOpenMentionsOfCaller() {
        var second = "talk2-" + suffix;
        fixtures.createCatalog(second);
        addMember(second, bert, "viewer");
        int first = add(asAnna(), "@" + bert + ", look");
        add(asBert(), "No mention");
        int later = post(asAdministrator(), path.replace(catalog, second), Map.of("text", "@" + bert)).extract().path("id");
        asBert().get("/v1/session/mentions").then().statusCode(200).body("comments.id", contains(later, first))
                .body("comments.catalog", contains(second, catalog)).body("comments.author", contains("administrator", anna));
        var next = asBert().get("/v1/session/mentions?limit=1").then().body("comments.id", contains(later)).extract().<String>path("next");
        asBert().get("/v1/session/mentions?limit=1&cursor=" + next).then().body("comments.catalog", contains(catalog))
                .body("next", nullValue());
        asAnna().get("/v1/session/mentions").then().body("comments", empty());
        asAnna().post(path + "/" + first + "/resolve").then().statusCode(200);
        asBert().get("/v1/session/mentions").then().body("comments.catalog", contains(second));
        asAdministrator().header("If-Match", "\"1\"").delete("/v1/catalogs/" + second + "/members/" + bert).then().statusCode(204);
        asBert().get("/v1/session/mentions").then().body("comments", empty());
    }

    @Test
    void namesThePeopleWhomACommentCanMention() {
        var people = "/v1/catalogs/" + catalog + "/people";
        asAnna().get(people).then().statusCode(200).body("people.person", contains(anna, bert)).body("people[0].size()", equalTo(1));
        asAdministrator().header("If-Match", "\"1\"").body(Map.of("disabled", true)).patch("/v1/accounts/" + bert).then().statusCode(200);
        asAnna().get(people).then().body("people.person", contains(anna));
        var stranger = "carl-" + suffix;
        createAccount(stranger);
        withSession(startSession(stranger)).get(people).then().statusCode(404);
    }

    @Test
    void mentionsMembersWhoCanSignIn() {
        var stranger = "stranger-" + suffix;
        createAccount(stranger);
        var text = Map.of("text", "@" + stranger + " @" + bert + " @" + anna + " @nobody");
        post(asAnna(), path, text).statusCode(201).body("mentions", contains(anna, bert));
        asAdministrator().header("If-Match", "\"1\"").body("{\"disabled\":true}").patch("/v1/accounts/" + bert).then().statusCode(200);
        post(asAnna(), path, text).statusCode(201).body("mentions", contains(anna));
    }

    @ParameterizedTest
    @CsvSource({"read,403,403", "import,200,403", "publish,200,403", "translate,200,201", "admin,200,201"})
    void limitsKeysToTheirScopes(String scope, int reading, int writing) {
        var key = createKey(catalog, scope, "");
        withKey(key).get(path).then().statusCode(reading);
        post(withKey(key), path, Map.of("text", "x")).statusCode(writing);
        int annas = add(asAnna(), "Mine");
        withKey(key).post(path + "/" + annas + "/resolve").then().statusCode(writing == 201 ? 200 : 403);
        withKey(key).delete(path + "/" + annas).then().statusCode(scope.equals("admin") ? 204 : 403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|invalid-field|/text", "{\"text\":\" \\n\"}|invalid-field|/text",
        "{\"text\":\"a\\u0000b\"}|forbidden-character|/text", "{\"text\":\"\\u202eabc\"}|forbidden-character|/text",
        "{\"text\":1}|invalid-field|/text"})
    void rejectsTexts(String body, String code, String pointer) {
        asAnna().body(body).post(path).then().statusCode(422).body("code", equalTo(code)).body("arguments.pointer", equalTo(pointer));
    }

    @Test
    void limitsLengthAndMentions() {
        post(asAnna(), path, Map.of("text", "😀".repeat(2000))).statusCode(201);
        post(asAnna(), path, Map.of("text", "x".repeat(2001))).statusCode(422).body("code", equalTo("too-long"))
                .body("arguments.limit", equalTo(2000));
        var names = IntStream.range(0, 21).mapToObj(it -> "m" + it + "-" + suffix).toList();
        names.forEach(it -> {
            createAccount(it);
            addMember(catalog, it, "viewer");
        });
        post(asAnna(), path, Map.of("text", names.stream().map(it -> "@" + it).collect(Collectors.joining(" ")))).statusCode(422)
                .body("code", equalTo("too-many-items")).body("arguments.limit", equalTo(20));
    }

    @Test
    void limitsCommentsOnMessage() throws SQLException {
        add(asAnna(), "First");
        execute("insert into message_comment (catalog, id, key, content, author, created_at, revision) select '" + catalog
                + "', 1000 + i, 'plain', 'x', 'anna', now(), 1 from generate_series(2, " + ResourceLimit.COMMENTS.value() + ") i");
        post(asAnna(), path, Map.of("text", "One too many")).statusCode(422).body("code", equalTo("too-many-items"))
                .body("arguments.limit", equalTo(1000));
    }

    @Test
    void rejectsUnknownPlaces() {
        post(asAnna(), path, Map.of("text", "x", "locale", "ja")).statusCode(404).body("code", equalTo("unknown-locale"));
        post(asAnna(), path.replace("plain", "none"), Map.of("text", "x")).statusCode(404).body("code", equalTo("unknown-message"));
        asAnna().get(path.replace("plain", "none")).then().statusCode(404).body("code", equalTo("unknown-message"));
        asAdministrator().get(path.replace(catalog, "no-" + suffix)).then().statusCode(404).body("code", equalTo("unknown-catalog"));
        asAnna().get(path + "?status=deleted").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        asAnna().post(path + "/1x/resolve").then().statusCode(404).body("code", equalTo("unknown-comment"));
    }

    @Test
    void leavesWithItsCatalogAndWithoutHistory() throws SQLException {
        var own = "talk3-" + suffix;
        asAdministrator().body(Map.of("name", own, "title", "T", "sourceLocale", "en")).post("/v1/catalogs").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"OTHER\",\"httpStatus\":400}")
                .put("/v1/catalogs/" + own + "/messages/plain").then().statusCode(201);
        long revisions = count("change where catalog = '" + own + "'");
        post(asAdministrator(), path.replace(catalog, own), Map.of("text", "x")).statusCode(201);
        asAdministrator().body("{}").put("/v1/catalogs/" + own + "/draft/presence").then().statusCode(204);
        assertThat(count("change where catalog = '" + own + "'")).isEqualTo(revisions);
        var etag = asAdministrator().get("/v1/catalogs/" + own + "/draft").then().extract().header("ETag");
        asAdministrator().header("If-Match", etag).delete("/v1/catalogs/" + own).then().statusCode(204);
        for (var table : new String[] {"message_comment", "comment_counter", "draft_presence"}) {
            assertThat(count(table + " where catalog = '" + own + "'")).as(table).isZero();
        }
    }

    private long count(String fromWhere) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var row = statement.executeQuery("select count(*) from " + fromWhere)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
