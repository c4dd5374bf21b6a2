package dev.parlance.rest;

import static dev.parlance.rest.Actors.admin;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.History;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.Delivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
    Delivery delivery;
    @Inject
    Actors actors;

    @BeforeEach
    void aCatalog() {
        Ready.await(delivery);
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
            refused(path + "/changes?", key, List.of("changes", catalog, changes));
            refused(path + "/draft/messages?locale=de&", key, List.of("draft", catalog, draft));
        }
    }

    private static void refused(String list, String key, List<String> seal) {
        admin().get(list + "cursor=" + Cursor.after(key, seal)).then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }
}
