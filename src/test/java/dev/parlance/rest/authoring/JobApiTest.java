package dev.parlance.rest.authoring;

import static dev.parlance.rest.Actors.admin;
import static dev.parlance.rest.Actors.key;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.catalog.jobs.JobRunner;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acts over many messages: what they do, what they leave alone, and who does them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class JobApiTest {
    private static final String TAG = "{\"kind\":\"tag\",\"query\":{\"locale\":\"de\"},\"add\":[\"done\"]}";

    @Inject
    SnapshotRegistry delivery;
    @Inject
    DataSource database;
    @Inject
    JobRunner jobs;

    private final String catalog = "jobs-" + UUID.randomUUID();

    @BeforeEach
    void aCatalog() {
        Ready.await(delivery);
        make(catalog);
    }

    @Test
    void whatHasNothingToReplaceAndIsInItsStateAlreadyStaysAsItIs() {
        message("open", "The order is open.", "Der Auftrag ist offen.");
        message("paid", "The order is paid.", "Die Order ist bezahlt.");
        reword("open", "en", "1", "The order stands open.");
        done("{\"kind\":\"replace\",\"query\":{\"locale\":\"de\"},\"find\":\"Die Order\",\"replacement\":\"Der Auftrag\"}")
                .body("done", equalTo(2)).body("changed", equalTo(1));
        done("{\"kind\":\"state\",\"query\":{\"locale\":\"de\"},\"state\":\"translated\"}").body("changed", equalTo(0));
        text("open").body("version", equalTo(1));
        list("locale=de&state=stale").body("messages.key", contains("open"));
        text("paid").body("message", equalTo("Der Auftrag ist bezahlt.")).body("version", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a_b", "A", "a\\\"b"})
    void whatIsNoTagIsRefusedAndNothingIsChanged(String tag) {
        define(catalog, "tagged", "[\"a-b\"]");
        admin().body("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\",\"tag\":\"" + tag + "\"},\"add\":[\"wrong\"]}").post(path() + "/jobs")
                .then().statusCode(400).body("code", equalTo("invalid-name"));
        admin().get(path() + "/jobs").then().body("jobs", empty());
        done("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\",\"tag\":\"a-b\"},\"add\":[\"right\"]}").body("changed", equalTo(1));
    }

    @Test
    void aJobThatHasToWaitHoldsUpNoOther() throws SQLException {
        var other = catalog + "-2";
        make(other);
        define(catalog, "first", "[]");
        define(other, "first", "[]");
        var waiting = busyUntilDropped(catalog);
        try {
            ended(order(other, TAG), "done").body("changed", equalTo(1));
            assertThat(stage(waiting)).isEqualTo("running");
        } finally {
            execute("drop trigger busy on job");
        }
        ended(waiting, "done").body("changed", equalTo(1));
    }

    @Test
    void whatAnotherWorkerIsAtIsNotTheNext() throws SQLException {
        define(catalog, "first", "[]");
        var first = UUID.fromString(job(busyUntilDropped(catalog)));
        try (var holding = database.getConnection(); var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select from job where id = '" + first + "' for update");
            assertThat(jobs.nextJob(Set.of())).isEmpty();
            holding.rollback();
        } finally {
            execute("drop trigger busy on job");
        }
        ended(path() + "/jobs/" + first, "done").body("changed", equalTo(1));
    }

    @Test
    void whereAJobStandsAnotherGoesOn() throws SQLException {
        for (int i = 0; i < 5; i++) {
            define(catalog, "m-" + i, "[]");
        }
        var left = UUID.randomUUID();
        var job = order(catalog, TAG.replace("done", "first"));
        ended(job, "done");
        execute("""
                insert into job select '%s', catalog, replace(request, 'first', 'second'), 'running', requested_by, comment, created_at, null,
                    total, 3, 3, 0, '[]', 2, 'm-2' from job where id = '%s'""".formatted(left, job(job)));
        ended(path() + "/jobs/" + left, "done").body("done", equalTo(5)).body("changed", equalTo(5));
        list("locale=de&tag=first").body("messages.key", contains("m-0", "m-1", "m-2", "m-3", "m-4"));
        list("locale=de&tag=second").body("messages.key", contains("m-3", "m-4"));
    }

    @Test
    void aJobThatMeetsWithAFaultOfOursEndsAndWhatItDidIsUndone() throws SQLException {
        define(catalog, "first", "[]");
        execute("""
                create function broken() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
                create trigger broken before insert on change for each row when (new.catalog = '%s') execute function broken()""".formatted(catalog));
        String job;
        try {
            job = order(catalog, TAG);
            ended(job, "failed").body("done", equalTo(0));
        } finally {
            execute("drop trigger broken on change");
        }
        admin().body("{}").post(job + "/undo").then().statusCode(200).body("stage", equalTo("undone"));
        done(TAG).body("changed", equalTo(1));
    }

    @Test
    void ofTwoWhoUndoAJobAtOnceOneIsLate() throws Exception {
        message("open", "The order is open.", "Die Order ist offen.");
        var job = order(catalog, "{\"kind\":\"replace\",\"query\":{\"locale\":\"de\"},\"find\":\"Die Order\",\"replacement\":\"Der Auftrag\"}");
        ended(job, "done");
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> undo = () -> admin().body("{}").post(job + "/undo").statusCode();
            var answers = new ArrayList<Future<Integer>>();
            try (var holding = lock(catalog)) {
                answers.addAll(List.of(pool.submit(undo), pool.submit(undo)));
                Ready.await("both wait", () -> waiting() > 1);
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        } finally {
            pool.shutdown();
        }
        text("open").body("message", equalTo("Die Order ist offen.")).body("version", equalTo(3));
        admin().get(path() + "/changes?key=open&locale=de").then().body("changes.cause", contains("revert", "bulk", "edit"));
    }

    @Test
    void whatAPersonWouldBeRefusedAJobIsRefusedMessageByMessage() {
        message("open", "The order is open.", "Der Auftrag ist offen.");
        message("doubtful", "The order is paid.", "Der Auftrag ist bezahlt.");
        admin().header("If-Match", "\"1\"").body("{\"message\":\"Der  Auftrag ist bezahlt.\",\"state\":\"draft\"}")
                .put(path() + "/messages/doubtful/texts/de").then().statusCode(200);
        done("{\"kind\":\"state\",\"query\":{\"locale\":\"de\"},\"state\":\"translated\"}").body("done", equalTo(2)).body("changed", equalTo(0))
                .body("refusals", equalTo(1)).body("refused.key", contains("doubtful")).body("refused.code", contains("unconfirmed-warnings"));
        done("{\"kind\":\"state\",\"query\":{\"locale\":\"de\"},\"state\":\"draft\"}").body("changed", equalTo(1)).body("refusals", equalTo(0));
        text("open").body("state", equalTo("draft"));
    }

    @Test
    void whatOnePersonWordedAnotherApproves() {
        message("open", "The order is open.", "Der Auftrag ist offen.");
        var settings = admin().get(path() + "/draft").header("ETag");
        admin().header("If-Match", settings).body("{\"twoPersonRule\":true}").patch(path()).then().statusCode(200);
        var approve = "{\"kind\":\"approve\",\"query\":{\"locale\":\"de\"}}";
        done(approve).body("changed", equalTo(0)).body("refused.code", contains("second-person-needed"));
        var second = key(catalog, "admin", "");
        var job = given().header("Authorization", "Bearer " + second).contentType("application/json").body(approve).post(path() + "/jobs")
                .then().statusCode(202).extract().header("Location");
        ended(job, "done").body("changed", equalTo(1)).body("refusals", equalTo(0));
        text("open").body("state", equalTo("approved")).body("approvedBy", equalTo("key:" + second.split("_")[1]));
        done(approve).body("changed", equalTo(0)).body("refusals", equalTo(0));
    }

    private static void make(String catalog) {
        admin().body("{\"name\":\"" + catalog + "\",\"title\":\"Jobs\",\"sourceLocale\":\"en\",\"locales\":[\"de\"]}").post("/v1/catalogs")
                .then().statusCode(201);
    }

    private String path() {
        return "/v1/catalogs/" + catalog;
    }

    private void message(String key, String english, String german) {
        define(catalog, key, "[]");
        word(key, "en", english);
        word(key, "de", german);
    }

    private static void define(String catalog, String key, String tags) {
        admin().header("If-None-Match", "*").body("{\"reason\":\"" + key.toUpperCase(Locale.ROOT).replace('-', '_')
                        + "\",\"httpStatus\":400,\"tags\":" + tags + "}")
                .put("/v1/catalogs/" + catalog + "/messages/" + key).then().statusCode(201);
    }

    private void word(String key, String locale, String text) {
        admin().header("If-None-Match", "*").body("{\"message\":\"" + text + "\"}").put(path() + "/messages/" + key + "/texts/" + locale)
                .then().statusCode(201);
    }

    private void reword(String key, String locale, String seen, String text) {
        admin().header("If-Match", "\"" + seen + "\"").body("{\"message\":\"" + text + "\"}")
                .put(path() + "/messages/" + key + "/texts/" + locale).then().statusCode(200);
    }

    private ValidatableResponse text(String key) {
        return admin().get(path() + "/messages/" + key + "/texts/de").then().statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return admin().get(path() + "/draft/messages?" + query).then().statusCode(200);
    }

    /** Where it is watched. */
    private static String order(String catalog, String body) {
        return admin().body(body).post("/v1/catalogs/" + catalog + "/jobs").then().statusCode(202).extract().header("Location");
    }

    private ValidatableResponse done(String body) {
        return ended(order(catalog, body), "done");
    }

    private static ValidatableResponse ended(String location, String stage) {
        Ready.await("the job has ended", () -> !"running".equals(stage(location)));
        return admin().get(location).then().statusCode(200).body("stage", equalTo(stage));
    }

    private static String stage(String location) {
        return admin().get(location).then().extract().path("stage");
    }

    /** A job that meets with a lock each time somebody goes on with it. */
    private String busyUntilDropped(String catalog) throws SQLException {
        execute("""
                create or replace function busy() returns trigger language plpgsql as $$ begin
                    raise 'canceling statement due to lock timeout' using errcode = '55P03'; end $$;
                create trigger busy before update on job for each row when (old.catalog = '%s') execute function busy()""".formatted(catalog));
        return order(catalog, TAG);
    }

    private static String job(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** As another replica that writes; until it is closed. */
    private Connection lock(String catalog) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select from catalog where name = '" + catalog + "' for no key update");
        }
        return connection;
    }

    /** How many transactions wait for others. */
    private int waiting() {
        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var rows = statement.executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
