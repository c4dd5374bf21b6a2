package dev.parlance.rest.authoring;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.takeOver;
import static dev.parlance.rest.AccessFixtures.withKey;
import static dev.parlance.rest.AccessFixtures.withSession;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.jobs.JobRunner;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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

/** Tests bulk jobs over HTTP: their effects, the messages they leave unchanged, and their workers. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class JobApiTest {
    private static final String TAG_JOB = "{\"kind\":\"tag\",\"query\":{\"locale\":\"de\"},\"add\":[\"done\"]}";

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    DataSource database;
    @Inject
    JobRunner jobRunner;

    private final String catalog = "jobs-" + UUID.randomUUID();

    @BeforeEach
    void createCatalog() {
        ShippedCatalogsReady.await(snapshots);
        createCatalog(catalog);
    }

    @Test
    void leavesUnaffectedTextsUnchanged() {
        createMessage("open", "The order is open.", "Der Auftrag ist offen.");
        createMessage("paid", "The order is paid.", "Die Order ist bezahlt.");
        updateText("open", "en", "1", "The order stands open.");
        runJob("{\"kind\":\"replace\",\"query\":{\"locale\":\"de\"},\"find\":\"Die Order\",\"replacement\":\"Der Auftrag\"}")
                .body("done", equalTo(2)).body("changed", equalTo(1));
        runJob("{\"kind\":\"state\",\"query\":{\"locale\":\"de\"},\"state\":\"translated\"}").body("changed", equalTo(0));
        getText("open").body("version", equalTo(1));
        listDraftMessages("locale=de&state=stale").body("messages.key", contains("open"));
        getText("paid").body("message", equalTo("Der Auftrag ist bezahlt.")).body("version", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a_b", "A", "a\\\"b"})
    void rejectsInvalidTagsWithoutSideEffects(String tag) {
        defineMessage(catalog, "tagged", "[\"a-b\"]");
        asAdministrator().body("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\",\"tag\":\"" + tag + "\"},\"add\":[\"wrong\"]}").post(path()
                + "/jobs")
                .then().statusCode(400).body("code", equalTo("invalid-name"));
        asAdministrator().get(path() + "/jobs").then().body("jobs", empty());
        runJob("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\",\"tag\":\"a-b\"},\"add\":[\"right\"]}").body("changed", equalTo(1));
    }

    @Test
    void runsOtherJobsWhileOneWaits() throws SQLException {
        var other = catalog + "-2";
        createCatalog(other);
        defineMessage(catalog, "first", "[]");
        defineMessage(other, "first", "[]");
        var waiting = createBlockedJob(catalog);
        try {
            awaitStage(createJob(other, TAG_JOB), "done").body("changed", equalTo(1));
            assertThat(stageOf(waiting)).isEqualTo("running");
        } finally {
            execute("drop trigger busy on job");
        }
        awaitStage(waiting, "done").body("changed", equalTo(1));
    }

    @Test
    void skipsJobsLockedByAnotherWorker() throws SQLException {
        defineMessage(catalog, "first", "[]");
        var first = UUID.fromString(jobId(createBlockedJob(catalog)));
        try (var holding = database.getConnection(); var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select from job where id = '" + first + "' for update");
            assertThat(jobRunner.nextJob(Set.of())).isEmpty();
            holding.rollback();
        } finally {
            execute("drop trigger busy on job");
        }
        awaitStage(path() + "/jobs/" + first, "done").body("changed", equalTo(1));
    }

    @Test
    void resumesJobOfAnotherWorker() throws SQLException {
        for (int i = 0; i < 5; i++) {
            defineMessage(catalog, "m-" + i, "[]");
        }
        var abandoned = UUID.randomUUID();
        var job = createJob(catalog, TAG_JOB.replace("done", "first"));
        awaitStage(job, "done");
        execute("""
                insert into job select '%s', catalog, replace(request, 'first', 'second'), 'running', requested_by, comment, created_at, null,
                    total, 3, 3, 0, '[]', 2, 'm-2' from job where id = '%s'""".formatted(abandoned, jobId(job)));
        awaitStage(path() + "/jobs/" + abandoned, "done").body("done", equalTo(5)).body("changed", equalTo(5));
        listDraftMessages("locale=de&tag=first").body("messages.key", contains("m-0", "m-1", "m-2", "m-3", "m-4"));
        listDraftMessages("locale=de&tag=second").body("messages.key", contains("m-3", "m-4"));
    }

    @Test
    void failsOnInternalErrorAndCanBeUndone() throws SQLException {
        defineMessage(catalog, "first", "[]");
        execute("""
                create function broken() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
                create trigger broken before insert on change for each row when (new.catalog = '%s') execute function broken()""".formatted(catalog));
        String job;
        try {
            job = createJob(catalog, TAG_JOB);
            awaitStage(job, "failed").body("done", equalTo(0));
        } finally {
            execute("drop trigger broken on change");
        }
        asAdministrator().body("{}").post(job + "/undo").then().statusCode(200).body("stage", equalTo("undone"));
        runJob(TAG_JOB).body("changed", equalTo(1));
    }

    @Test
    void undoesJobOnlyOnce() throws Exception {
        createMessage("open", "The order is open.", "Die Order ist offen.");
        var job = createJob(catalog,
                "{\"kind\":\"replace\",\"query\":{\"locale\":\"de\"},\"find\":\"Die Order\",\"replacement\":\"Der Auftrag\"}");
        awaitStage(job, "done");
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> undo = () -> asAdministrator().body("{}").post(job + "/undo").statusCode();
            var answers = new ArrayList<Future<Integer>>();
            try (var holding = lockCatalog(catalog)) {
                answers.addAll(List.of(pool.submit(undo), pool.submit(undo)));
                ShippedCatalogsReady.await("both wait", () -> countWaitingTransactions() > 1);
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        } finally {
            pool.shutdown();
        }
        getText("open").body("message", equalTo("Die Order ist offen.")).body("version", equalTo(3));
        asAdministrator().get(path() + "/changes?key=open&locale=de").then().body("changes.cause", contains("revert", "bulk", "edit"));
    }

    @Test
    void undoesJobsInReverseOrder() {
        createMessage("open", "The order is open.", "Die Order ist offen.");
        var first = createReplacement("Order", "Bestellung");
        awaitStage(first, "done").body("changed", equalTo(1));
        var second = createReplacement("Die Bestellung", "Der Auftrag");
        awaitStage(second, "done").body("changed", equalTo(1));
        asAdministrator().body("{}").post(first + "/undo").then().statusCode(409).body("code", equalTo("changed-since"));
        asAdministrator().body("{}").post(second + "/undo").then().statusCode(200);
        getText("open").body("message", equalTo("Die Bestellung ist offen."));
        asAdministrator().body("{}").post(first + "/undo").then().statusCode(200);
        getText("open").body("message", equalTo("Die Order ist offen."));
    }

    @Test
    void previewsFirstHundredChangesWithoutStoringThem() {
        createMessage("first", "The order is open.", "Die Order ist offen.");
        for (int i = 0; i < 100; i++) {
            defineMessage(catalog, "m-" + i, "[]");
            createText("m-" + i, "de", "Die Order ist bezahlt.");
        }
        defineMessage(catalog, "other", "[]");
        createText("other", "de", "Der Auftrag");
        int revision = asAdministrator().get(path() + "/draft").path("revision");
        previewReplacement("\"locale\":\"de\"").statusCode(200).body("changes.size()", equalTo(100)).body("more", equalTo(true))
                .body("changes[0].key", equalTo("first")).body("changes[0].before.message", equalTo("Die Order ist offen."))
                .body("changes[0].after.message", equalTo("Die Bestellung ist offen."))
                .body("changes[1].after.message", equalTo("Die Bestellung ist bezahlt."));
        previewReplacement("\"locale\":\"de\",\"prefix\":\"m-\"").statusCode(200).body("changes.size()", equalTo(100))
                .body("more", equalTo(false));
        previewReplacement("\"locale\":\"de\",\"prefix\":\"other\"").statusCode(200).body("changes", empty());
        asAdministrator().body(TAG_JOB).post(path() + "/jobs/dry-run").then().statusCode(422).body("arguments.pointer", equalTo("/kind"));
        asAdministrator().get(path() + "/draft").then().body("revision", equalTo(revision));
        asAdministrator().get(path() + "/jobs").then().body("jobs", empty());
        getText("first").body("message", equalTo("Die Order ist offen.")).body("version", equalTo(1));
    }

    @Test
    void letsReviewerApproveInBulk() {
        createMessage("open", "The order is open.", "Der Auftrag ist offen.");
        createMessage("paid", "The order is paid.", "Der Auftrag ist bezahlt.");
        var reviewer = "reviewer-" + catalog;
        createAccount(reviewer);
        addMember(catalog, reviewer, "reviewer", "de");
        var session = takeOver(reviewer);
        var approve = "{\"kind\":\"approve\",\"query\":{\"locale\":\"de\"}}";
        runJob(withSession(session), approve).body("changed", equalTo(2)).body("requestedBy", equalTo(reviewer));
        getText("paid").body("state", equalTo("approved")).body("approvedBy", equalTo(reviewer));
        withSession(session).body(approve.replace("\"de\"", "\"en\"")).post(path() + "/jobs").then().statusCode(403)
                .body("code", equalTo("locale-not-allowed"));
        withSession(session).body(TAG_JOB).post(path() + "/jobs").then().statusCode(403).body("code", equalTo("not-permitted"));
        var translator = "translator-" + catalog;
        createAccount(translator);
        addMember(catalog, translator, "translator", "de");
        withSession(takeOver(translator)).body(approve).post(path() + "/jobs").then().statusCode(403)
                .body("code", equalTo("not-permitted"));
    }

    @Test
    void reportsRejectedMessages() {
        createMessage("open", "The order is open.", "Der Auftrag ist offen.");
        createMessage("doubtful", "The order is paid.", "Der Auftrag ist bezahlt.");
        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"Der  Auftrag ist bezahlt.\",\"state\":\"draft\"}")
                .put(path() + "/messages/doubtful/texts/de").then().statusCode(200);
        runJob("{\"kind\":\"state\",\"query\":{\"locale\":\"de\"},\"state\":\"translated\"}").body("done", equalTo(2)).body("changed",
                equalTo(0))
                .body("refusals", equalTo(1)).body("refused.key", contains("doubtful")).body("refused.code",
                contains("unconfirmed-warnings"));
        runJob("{\"kind\":\"state\",\"query\":{\"locale\":\"de\"},\"state\":\"draft\"}").body("changed", equalTo(1)).body("refusals",
                equalTo(0));
        getText("open").body("state", equalTo("draft"));
    }

    @Test
    void enforcesTwoPersonRule() {
        createMessage("open", "The order is open.", "Der Auftrag ist offen.");
        var settings = asAdministrator().get(path() + "/draft").header("ETag");
        asAdministrator().header("If-Match", settings).body("{\"twoPersonRule\":true}").patch(path()).then().statusCode(200);
        var approve = "{\"kind\":\"approve\",\"query\":{\"locale\":\"de\"}}";
        runJob(approve).body("changed", equalTo(0)).body("refused.code", contains("second-person-needed"));
        runJob(withKey(createKey(catalog, "admin", "")), approve).body("changed", equalTo(0));
        var second = "second-" + catalog;
        createAccount(second);
        addMember(catalog, second, "manager");
        runJob(withSession(takeOver(second)), approve).body("changed", equalTo(1)).body("refusals", equalTo(0));
        getText("open").body("state", equalTo("approved")).body("approvedBy", equalTo(second));
        runJob(approve).body("changed", equalTo(0)).body("refusals", equalTo(0));
    }

    private static void createCatalog(String catalog) {
        asAdministrator().body("{\"name\":\"" + catalog
                + "\",\"title\":\"Jobs\",\"sourceLocale\":\"en\",\"locales\":[\"de\"]}").post("/v1/catalogs")
                .then().statusCode(201);
    }

    private String path() {
        return "/v1/catalogs/" + catalog;
    }

    private void createMessage(String key, String english, String german) {
        defineMessage(catalog, key, "[]");
        createText(key, "en", english);
        createText(key, "de", german);
    }

    private static void defineMessage(String catalog, String key, String tags) {
        asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"" + key.toUpperCase(Locale.ROOT).replace('-', '_')
                        + "\",\"httpStatus\":400,\"tags\":" + tags + "}")
                .put("/v1/catalogs/" + catalog + "/messages/" + key).then().statusCode(201);
    }

    private void createText(String key, String locale, String text) {
        asAdministrator().header("If-None-Match", "*").body("{\"message\":\"" + text + "\"}")
                .put(path() + "/messages/" + key + "/texts/" + locale)
                .then().statusCode(201);
    }

    private void updateText(String key, String locale, String version, String text) {
        asAdministrator().header("If-Match", "\"" + version + "\"").body("{\"message\":\"" + text + "\"}")
                .put(path() + "/messages/" + key + "/texts/" + locale).then().statusCode(200);
    }

    private ValidatableResponse getText(String key) {
        return asAdministrator().get(path() + "/messages/" + key + "/texts/de").then().statusCode(200);
    }

    private ValidatableResponse listDraftMessages(String query) {
        return asAdministrator().get(path() + "/draft/messages?" + query).then().statusCode(200);
    }

    /** Returns the path of the created job. */
    private static String createJob(String catalog, String body) {
        return asAdministrator().body(body).post("/v1/catalogs/" + catalog + "/jobs").then().statusCode(202).extract().header("Location");
    }

    private String createReplacement(String find, String replacement) {
        return createJob(catalog, "{\"kind\":\"replace\",\"query\":{\"locale\":\"de\"},\"find\":\"" + find + "\",\"replacement\":\""
                + replacement + "\"}");
    }

    private ValidatableResponse previewReplacement(String query) {
        return asAdministrator().body("{\"kind\":\"replace\",\"query\":{" + query + "},\"find\":\"Order\",\"replacement\":\"Bestellung\"}")
                .post(path() + "/jobs/dry-run").then();
    }

    private ValidatableResponse runJob(String body) {
        return awaitStage(createJob(catalog, body), "done");
    }

    private ValidatableResponse runJob(RequestSpecification caller, String job) {
        return awaitStage(caller.body(job).post(path() + "/jobs").then().statusCode(202).extract().header("Location"), "done");
    }

    private static ValidatableResponse awaitStage(String location, String stage) {
        ShippedCatalogsReady.await("the job has ended", () -> !"running".equals(stageOf(location)));
        return asAdministrator().get(location).then().statusCode(200).body("stage", equalTo(stage));
    }

    private static String stageOf(String location) {
        return asAdministrator().get(location).then().extract().path("stage");
    }

    /** Creates a job whose every batch fails with a lock timeout. */
    private String createBlockedJob(String catalog) throws SQLException {
        execute("""
                create or replace function busy() returns trigger language plpgsql as $$ begin
                    raise 'canceling statement due to lock timeout' using errcode = '55P03'; end $$;
                create trigger busy before update on job for each row when (old.catalog = '%s') execute function busy()""".formatted(catalog));
        return createJob(catalog, TAG_JOB);
    }

    private static String jobId(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Locks a catalog like a writing replica, until the connection is closed. */
    private Connection lockCatalog(String catalog) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select from catalog where name = '" + catalog + "' for no key update");
        }
        return connection;
    }

    /** Returns the number of transactions that wait for a lock. */
    private int countWaitingTransactions() {
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
