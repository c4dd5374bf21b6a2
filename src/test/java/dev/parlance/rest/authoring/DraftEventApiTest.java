package dev.parlance.rest.authoring;

import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.makePrivate;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withSession;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Presence, and the events of a draft.
 *
 * <p>Events come from the database only, so the changes of other replicas arrive in the same way as those made here.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DraftEventApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The promise is about a second; the rest is for a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "live-" + suffix;
    private final String anna = "anna-" + suffix;
    private final String path = "/v1/catalogs/" + catalog;
    private final List<Stream<String>> openStreams = new ArrayList<>();
    private String session;

    @Inject
    AccessFixtures fixtures;
    @Inject
    DataSource database;
    @Inject
    ResourceUsage usage;
    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
        makePrivate(catalog);
        createAccount(anna);
        addMember(catalog, anna, "translator");
        session = startSession(anna);
    }

    @AfterEach
    void closeStreams() {
        openStreams.forEach(Stream::close);
    }

    /** An event, or the end of the stream, which has no name. */
    private record Event(String name, JsonNode data) {
    }

    private BlockingQueue<Event> listen(String streamed, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve("/v1/catalogs/" + streamed + "/draft/events")).header(header, value).build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        var lines = response.body();
        openStreams.add(lines);
        var events = new LinkedBlockingQueue<Event>();
        var reader = new Thread(() -> read(lines, events));
        reader.setDaemon(true);
        reader.start();
        return events;
    }

    private static void read(Stream<String> lines, BlockingQueue<Event> events) {
        var name = new String[] {""};
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    name[0] = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(name[0], parse(line.substring("data:".length()))));
                }
            });
            events.add(new Event("", parse("{}")));
        } catch (UncheckedIOException e) {
            events.add(new Event("failed: " + e.getMessage(), parse("{}")));
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode next(BlockingQueue<Event> events, String name) throws InterruptedException {
        var event = events.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("the event " + name).isNotNull();
        assertThat(event.name()).isEqualTo(name);
        return event.data();
    }

    private BlockingQueue<Event> listenAsAnna() throws Exception {
        return listen(catalog, "Cookie", "parlance-session=" + session);
    }

    @Test
    void streamsRevisionsOfAnyAuthor() throws Exception {
        var events = listenAsAnna();
        long revision = next(events, "state").get("revision").asLong();
        assertThat(revision).isPositive();

        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"Schlicht\"}").put(path + "/messages/plain/texts/de").then()
                .statusCode(200);
        assertThat(next(events, "revision")).isEqualTo(parse("{\"revision\":" + (revision + 1)
                + ",\"author\":\"administrator\",\"subjects\":[\"text\"],\"texts\":[{\"key\":\"plain\",\"locale\":\"de\"}],\"messages\":[]}"));

        asAdministrator().header("If-Match", "\"1\"").body("{\"tags\":[\"new\"]}").patch(path + "/messages/plain").then().statusCode(200);
        assertThat(next(events, "revision").get("messages")).isEqualTo(parse("[\"plain\"]"));
    }

    @Test
    void truncatesLargeRevisions() throws Exception {
        var events = listenAsAnna();
        long revision = next(events, "state").get("revision").asLong() + 1;
        execute("insert into change (catalog, revision, ordinal, subject, key, locale, version, cause, changed_at, changed_by, comment) "
                + "select '" + catalog + "', " + revision + ", i, 'text', 'k' || i, 'de', 1, 'import', now(), 'key:1', '' "
                + "from generate_series(1, 101) i", "update catalog set revision = " + revision + " where name = '" + catalog + "'");
        var event = next(events, "revision");
        assertThat(event.get("texts")).hasSize(100);
        assertThat(event.get("truncated").asBoolean()).isTrue();
        assertThat(event.get("author").asText()).isEqualTo("key:1");
    }

    @Test
    void streamsChangesOfComments() throws Exception {
        var events = listenAsAnna();
        next(events, "state");
        int id = asAdministrator().body(Map.of("text", "Look", "locale", "de")).post(path + "/messages/plain/comments").then()
                .statusCode(201).extract().path("id");
        assertThat(next(events, "comment")).isEqualTo(parse("{\"key\":\"plain\",\"locale\":\"de\",\"comment\":" + id
                + ",\"status\":\"open\",\"author\":\"administrator\"}"));
        withSession(session).post(path + "/messages/plain/comments/" + id + "/resolve").then().statusCode(200);
        assertThat(next(events, "comment").get("status").asText()).isEqualTo("resolved");
        asAdministrator().delete(path + "/messages/plain/comments/" + id).then().statusCode(204);
        assertThat(next(events, "comment").get("status").asText()).isEqualTo("deleted");
    }

    @Test
    void streamsPresence() throws Exception {
        enter("{\"key\":\"plain\",\"locale\":\"de\"}");
        var events = listen(catalog, "Authorization", "Bearer " + System.getProperty("parlance.admin.token"));
        assertThat(next(events, "state").get("people").get(0).get("person").asText()).isEqualTo(anna);
        enter("{\"key\":\"plain\",\"locale\":\"de\"}");
        enter("{\"key\":\"other\"}");
        assertThat(next(events, "presence"))
                .isEqualTo(parse("{\"person\":\"" + anna + "\",\"present\":true,\"key\":\"other\"}"));
        withSession(session).delete(path + "/draft/presence").then().statusCode(204);
        assertThat(next(events, "presence")).isEqualTo(parse("{\"person\":\"" + anna + "\",\"present\":false}"));
        enter("{}");
        assertThat(next(events, "presence").get("present").asBoolean()).isTrue();
        execute("update draft_presence set expires_at = now() where person = '" + anna + "'");
        assertThat(next(events, "presence").get("present").asBoolean()).isFalse();
    }

    @Test
    void listsPresentPeopleUntilTheyExpire() throws Exception {
        withSession(session).get(path + "/draft/presence").then().statusCode(200).body("people", empty());
        enter("{\"key\":\"plain\",\"locale\":\"DE\"}");
        asAdministrator().body("{}").put(path + "/draft/presence").then().statusCode(204);
        var since = withSession(session).get(path + "/draft/presence").then().body("people.person", contains("administrator", anna))
                .body("people.key", contains(null, "plain")).body("people.locale", contains(null, "de")).body("people[0].key", nullValue())
                .body("people[1].since", notNullValue()).extract().<String>path("people[1].since");
        enter("{\"key\":\"plain\",\"locale\":\"de\"}");
        withSession(session).get(path + "/draft/presence").then().body("people[1].since", equalTo(since));
        execute("update draft_presence set expires_at = now() where person = '" + anna + "'");
        withSession(session).get(path + "/draft/presence").then().body("people.person", contains("administrator"));
        asAdministrator().body("{}").put(path + "/draft/presence").then().statusCode(204);
        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var rows = statement.executeQuery("select extract(epoch from max(expires_at) - now()), bool_or(person = '" + anna + "') "
                     + "from draft_presence where catalog = '" + catalog + "'")) {
            rows.next();
            assertThat(rows.getDouble(1)).isBetween(30.0, 45.0);
            assertThat(rows.getBoolean(2)).as("expired places are deleted").isFalse();
        }
    }

    @Test
    void limitsPresentPeople() throws Exception {
        enter("{}");
        execute("insert into draft_presence (catalog, person, since, expires_at) select '" + catalog
                + "', 'p' || i, now(), now() + interval '45 seconds' from generate_series(2, " + ResourceLimit.PRESENT_PEOPLE.value() + ") i");
        enter("{\"key\":\"plain\"}");
        long rejections = usage.rejections(ResourceLimit.PRESENT_PEOPLE);
        asAdministrator().body("{}").put(path + "/draft/presence").then().statusCode(503).body("code", equalTo("busy"));
        assertThat(usage.rejections(ResourceLimit.PRESENT_PEOPLE)).isEqualTo(rejections + 1);
    }

    @Test
    void rejectsInvalidPlaces() {
        withSession(session).body("{\"key\":\"a b\"}").put(path + "/draft/presence").then().statusCode(400)
                .body("code", equalTo("invalid-name"));
        withSession(session).body("{\"locale\":\"!\"}").put(path + "/draft/presence").then().statusCode(400)
                .body("code", equalTo("invalid-locale"));
        asAdministrator().body("{}").put("/v1/catalogs/no-" + suffix + "/draft/presence").then().statusCode(404)
                .body("code", equalTo("unknown-catalog"));
    }

    @Test
    void endsWithRightToRead() throws Exception {
        var events = listenAsAnna();
        next(events, "state");
        asAdministrator().header("If-Match", "\"1\"").delete(path + "/members/" + anna).then().statusCode(204);
        next(events, "");
    }

    @Test
    void endsWithCatalog() throws Exception {
        var own = "brief-" + suffix;
        asAdministrator().body(Map.of("name", own, "title", "T", "sourceLocale", "en")).post("/v1/catalogs").then().statusCode(201);
        var events = listen(own, "Authorization", "Bearer " + System.getProperty("parlance.admin.token"));
        next(events, "state");
        var etag = asAdministrator().get("/v1/catalogs/" + own + "/draft").then().extract().header("ETag");
        asAdministrator().header("If-Match", etag).delete("/v1/catalogs/" + own).then().statusCode(204);
        next(events, "");
    }

    @Test
    void answersProblemBeforeStream() {
        given().get(path + "/draft/events").then().statusCode(401);
        asAdministrator().get("/v1/catalogs/no-" + suffix + "/draft/events").then().statusCode(404).body("code", equalTo("unknown-catalog"));
        var stranger = "stranger-" + suffix;
        createAccount(stranger);
        withSession(startSession(stranger)).get(path + "/draft/events").then().statusCode(404);
    }

    private void enter(String place) {
        withSession(session).body(place).put(path + "/draft/presence").then().statusCode(204);
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        }
    }
}
