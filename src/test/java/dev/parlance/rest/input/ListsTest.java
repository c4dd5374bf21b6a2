package dev.parlance.rest.input;

import static dev.parlance.rest.Actors.account;
import static dev.parlance.rest.Actors.admin;
import static dev.parlance.rest.Actors.key;
import static dev.parlance.rest.Actors.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresForTests;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.history.History;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.Actors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every list that has pages, walked and mistaken. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ListsTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "lists-" + id;
    private final String path = "/v1/catalogs/" + catalog;

    @Inject
    Actors actors;

    @BeforeEach
    void aCatalog() {
        actors.catalog(catalog);
    }

    @Test
    void aForgedCursorIsAnInvalidParameter() {
        var draft = new DraftQuery(LocaleTag.parse("de"), null, null, null, null, null, null).toString();
        var changes = new History.Query(null, null, null, null, 0, null).toString();
        for (var key : List.of("\u0000", "a\u0000", "\u202e")) {
            refused(path + "/members?", key, List.of("members", catalog));
            refused(path + "/keys?", key, List.of("keys", catalog));
            refused(path + "/glossary?", key, List.of("glossary", catalog));
            refused("/v1/accounts?", key, List.of("accounts"));
        }
        for (var key : List.of("", "x", "1 ", "99999999999999999999 1", "1 \u0000", "x 1")) {
            refused(path + "/releases?", key, List.of("releases", catalog));
            refused(path + "/jobs?", key, List.of("jobs", catalog));
            refused(path + "/changes?", key, List.of("changes", catalog, changes));
            refused(path + "/draft/messages?locale=de&", key, List.of("draft", catalog, draft));
        }
    }

    @Test
    void everyListIsWalkedToItsEnd() {
        var people = List.of("anna-" + id, "bela-" + id, "cora-" + id);
        for (var person : people) {
            account(person);
            member(catalog, person, "viewer");
            admin().header("If-None-Match", "*").body("{}").put(path + "/glossary/" + person).then().statusCode(201);
        }
        assertThat(walked(path + "/members?", "members.person")).isEqualTo(people);
        assertThat(walked("/v1/accounts?", "accounts.name")).containsSubsequence(people);
        assertThat(walked(path + "/glossary?", "terms.term")).isEqualTo(people);
        var keys = Stream.generate(() -> key(catalog, "read", "").split("_")[1]).limit(3).sorted().toList();
        assertThat(walked(path + "/keys?", "keys.id")).isEqualTo(keys);
        assertThat(walked(path + "/changes?", "changes.key")).hasSizeGreaterThan(3).startsWith("cora-" + id, "bela-" + id, "anna-" + id);
        var jobs = Stream.generate(this::job).limit(3).toList();
        assertThat(walked(path + "/jobs?", "jobs.job")).containsExactly(jobs.get(2), jobs.get(1), jobs.get(0));
    }

    private String job() {
        return admin().body("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\"},\"add\":[\"a\"]}").post(path + "/jobs").then()
                .statusCode(202).extract().path("job");
    }

    /** One at a time. */
    private static List<String> walked(String list, String member) {
        var seen = new ArrayList<String>();
        var page = admin().get(list + "limit=1").then().statusCode(200).extract();
        seen.addAll(page.path(member));
        while (page.path("next") != null) {
            page = admin().get(list + "limit=1&cursor=" + page.path("next")).then().statusCode(200).extract();
            assertThat(page.<List<String>>path(member)).hasSize(1);
            seen.addAll(page.path(member));
        }
        return seen;
    }

    @Test
    void noTimeIsTooFarAwayForTheDatabase() {
        refused(path + "/jobs?", "+1000000000-12-31T23:59:59Z " + UUID.randomUUID(), List.of("jobs", catalog));
    }

    private static void refused(String list, String key, List<String> seal) {
        admin().get(list + "cursor=" + Cursor.after(key, seal)).then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }
}
