package dev.parlance.rest.input;

import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresTestResource;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.history.History;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pagination of every list, with valid and forged cursors. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PaginationTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "lists-" + id;
    private final String path = "/v1/catalogs/" + catalog;

    @Inject
    AccessFixtures fixtures;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @Test
    void rejectsForgedCursors() {
        var draft = new DraftQuery(LocaleTag.parse("de"), Set.of(), null, null, null, null, null).toString();
        var changes = new History.Query(null, null, null, null, 0, null, null).toString();
        for (var key : List.of("\u0000", "a\u0000", "\u202e")) {
            assertCursorRejected(path + "/members?", key, List.of("members", catalog));
            assertCursorRejected(path + "/people?", key, List.of("people", catalog));
            assertCursorRejected(path + "/keys?", key, List.of("keys", catalog));
            assertCursorRejected(path + "/glossary?", key, List.of("glossary", catalog));
            assertCursorRejected("/v1/accounts?", key, List.of("accounts"));
        }
        for (var key : List.of("", "x", "1 ", "99999999999999999999 1", "1 \u0000", "x 1")) {
            assertCursorRejected(path + "/releases?", key, List.of("releases", catalog));
            assertCursorRejected(path + "/jobs?", key, List.of("jobs", catalog));
            assertCursorRejected(path + "/changes?", key, List.of("changes", catalog, changes));
            assertCursorRejected(path + "/draft/messages?locale=de&", key, List.of("draft", catalog, draft));
        }
    }

    @Test
    void pagesThroughEveryList() {
        var people = List.of("anna-" + id, "bela-" + id, "cora-" + id);
        for (var person : people) {
            createAccount(person);
            addMember(catalog, person, "viewer");
            asAdministrator().header("If-None-Match", "*").body("{}").put(path + "/glossary/" + person).then().statusCode(201);
        }
        assertThat(collectPages(path + "/members?", "members.person")).isEqualTo(people);
        assertThat(collectPages(path + "/people?", "people.person")).isEqualTo(people);
        assertThat(collectPages("/v1/accounts?", "accounts.name")).containsSubsequence(people);
        assertThat(collectPages(path + "/glossary?", "terms.term")).isEqualTo(people);
        var keys = Stream.generate(() -> createKey(catalog, "read", "").split("_")[1]).limit(3).sorted().toList();
        assertThat(collectPages(path + "/keys?", "keys.id")).isEqualTo(keys);
        assertThat(collectPages(path + "/changes?", "changes.key")).hasSizeGreaterThan(3).startsWith("cora-" + id, "bela-" + id,
                "anna-" + id);
        var jobs = Stream.generate(this::createJob).limit(3).toList();
        assertThat(collectPages(path + "/jobs?", "jobs.job")).containsExactly(jobs.get(2), jobs.get(1), jobs.get(0));
    }

    private String createJob() {
        return asAdministrator().body("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\"},\"add\":[\"a\"]}").post(path + "/jobs").then()
                .statusCode(202).extract().path("job");
    }

    /** Reads all pages of a list, with one item each. */
    private static List<String> collectPages(String listPath, String member) {
        var collected = new ArrayList<String>();
        var page = asAdministrator().get(listPath + "limit=1").then().statusCode(200).extract();
        collected.addAll(page.path(member));
        while (page.path("next") != null) {
            page = asAdministrator().get(listPath + "limit=1&cursor=" + page.path("next")).then().statusCode(200).extract();
            assertThat(page.<List<String>>path(member)).hasSize(1);
            collected.addAll(page.path(member));
        }
        return collected;
    }

    @Test
    void rejectsOutOfRangeTimesInCursors() {
        assertCursorRejected(path + "/jobs?", "+1000000000-12-31T23:59:59Z " + UUID.randomUUID(), List.of("jobs", catalog));
    }

    private static void assertCursorRejected(String listPath, String key, List<String> cursorQuery) {
        asAdministrator().get(listPath + "cursor=" + Cursor.encode(key, cursorQuery)).then().statusCode(400).body("code",
                equalTo("invalid-parameter"));
    }
}
