package dev.parlance.rest.access;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.withKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.rest.http.CacheHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which callers see the names and comments of the people who work on a public catalog. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PeopleVisibilityTest {
    private static final String VARY = "Authorization, Cookie";
    /** The resources of a public catalog that name people, with their caching for anonymous callers. */
    private static final Map<String, String> RESOURCES = Map.of("/releases", CacheHeaders.CHANNEL, "/releases/1", CacheHeaders.IMMUTABLE,
            "/channels/production/moves", CacheHeaders.NO_STORE);

    private final String catalog = "people-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/catalogs/" + catalog;

    @Inject
    AccessFixtures fixtures;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @Test
    void hidesPeopleFromAnonymousCallers() {
        RESOURCES.forEach((resource, caching) -> {
            given().get(path + resource).then().statusCode(200).header("Vary", containsString(VARY)).header("Cache-Control", caching)
                    .body(not(containsString("administrator"))).body(not(containsString("comment"))).body(not(containsString("revision")));
            given().header("Cookie", "parlance-session=expired").get(path + resource).then().statusCode(200)
                    .header("Cache-Control", caching).body(not(containsString("administrator")));
            given().header("Authorization", "Bearer prlc_wrong").get(path + resource).then().statusCode(401);
        });
    }

    @Test
    void hidesPeopleFromKeysThatShipInApps() {
        var key = createKey(catalog, "read", "");
        RESOURCES.keySet().forEach(it -> withKey(key).get(path + it).then().statusCode(200).header("Cache-Control", CacheHeaders.PRIVATE)
                .body(not(containsString("administrator"))).body(not(containsString("comment"))));
    }

    @Test
    void showsPeopleToMembersWithoutSharedCaching() {
        var key = createKey(catalog, "import", "");
        RESOURCES.keySet().forEach(it -> withKey(key).get(path + it).then().statusCode(200).header("Cache-Control", CacheHeaders.PRIVATE)
                .header("Vary", containsString(VARY)).body(containsString("administrator")).body(containsString("comment")));
        withKey(key).get(path + "/releases").then().body("releases[0].createdBy", equalTo("administrator"));
    }

    @Test
    void variesListOfCatalogsByCaller() {
        given().get("/v1/catalogs").then().statusCode(200).header("Vary", containsString(VARY))
                .header("Cache-Control", CacheHeaders.CHANNEL);
        asAdministrator().get("/v1/catalogs").then().statusCode(200).header("Vary", containsString(VARY))
                .header("Cache-Control", CacheHeaders.PRIVATE);
    }
}
