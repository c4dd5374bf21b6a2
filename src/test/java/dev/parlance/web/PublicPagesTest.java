package dev.parlance.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.HostileSnapshots;
import dev.parlance.publishing.memory.LargeSnapshots;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the public pages of the running service. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PublicPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private static final String CODE = "/codes/exchange/-1015";
    private static final Pattern BIDI_CONTROL = Pattern.compile("[\\u202a-\\u202e]");
    private static final int MAX_CRAWLED = 400;

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    AccessFixtures fixtures;
    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @Test
    void rendersExampleOfFrontPageInLanguageOfVisitor() {
        var page = page("/", "ru");
        assertThat(page.select(".try-result .spoken").text()).isEqualTo("Слишком много новых ордеров. Текущий лимит: 5 ордеров за 10s");
        assertThat(page.select(".try-result .spoken").attr("lang")).isEqualTo("ru");
        assertThat(page.select("input[name=code]").val()).isEqualTo("-1015");
        assertThat(page.select("input[name=arg]").eachAttr("value")).containsExactly("5", "10s");
    }

    @Test
    void rendersSubmittedExampleWithCommandThatGivesIt() {
        var page = page("/?code=-1015&arg=1&arg=&locale=de", "ja");
        assertThat(page.select(".try-result .spoken").text()).isEqualTo("Zu viele neue Orders, das aktuelle Limit liegt bei 1 Order pro {interval}");
        var command = page.select(".try-result code").text();
        var url = command.substring(command.indexOf("http"), command.length() - 1);
        given().accept("text/plain").urlEncodingEnabled(false).get(url).then().statusCode(200)
                .body(equalTo(page.select(".try-result .spoken").text()));
        assertThat(page("/?code=nowhere&arg=&arg=&locale=de", "en").select(".notice").text()).contains("nowhere");
    }

    @Test
    void findsExampleByReason() {
        assertThat(page("/?code=too_many_new_orders&locale=de", "ja").select(".try-result .spoken").attr("lang")).isEqualTo("de");
        assertThat(page("/codes/exchange?q=TOO_MANY_NEW_ORDERS", "en").select("table.codes tbody th a").eachText()).contains("-1015");
    }

    @Test
    void marksTextsInAnotherLanguage() {
        var name = "pages-" + UUID.randomUUID();
        fixtures.createCatalog(name);
        var catalog = "/v1/catalogs/" + name;
        var etag = AccessFixtures.asAdministrator().get(catalog + "/draft").header("ETag");
        AccessFixtures.asAdministrator().header("If-Match", etag).body("{}").put(catalog + "/locales/tr").then().statusCode(200);
        AccessFixtures.asAdministrator().body("{}").post(catalog + "/releases").then().statusCode(201);
        AccessFixtures.asAdministrator().header("If-Match", "\"1\"").body("{\"release\":2}").put(catalog + "/channels/production").then()
                .statusCode(200);
        var path = "/codes/" + name;
        assertThat(page(path + "?locale=tr", "en").select("table.codes .fallback").eachText()).containsExactly("English");
        assertThat(page(path + "/plain?locale=tr", "en").select(".page-head .fallback").eachText()).containsExactly("English");
        assertThat(page(path + "?locale=de", "en").select("table.codes .fallback")).isEmpty();
        assertThat(page(path + "/plain?locale=de", "en").select(".page-head .fallback")).isEmpty();
    }

    @Test
    void listsPublicCatalogsOnly() {
        // Catalogs are sorted by name, and other tests leave more catalogs than a page lists.
        var name = "0-pages-" + UUID.randomUUID();
        fixtures.createCatalog(name);
        assertThat(page("/codes", "en").select("a.card").eachAttr("href")).contains("/codes/" + name);
        AccessFixtures.makePrivate(name);
        assertThat(page("/codes", "en").select("a.card").eachAttr("href")).isNotEmpty().doesNotContain("/codes/" + name);
        browser().get("/codes/" + name).then().statusCode(404);
        browser().get("/codes/" + name + "/plain").then().statusCode(404);
        given().get("/sitemap/" + name + "/1").then().statusCode(404);
        browser().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).get("/codes/" + name + "/plain").then()
                .statusCode(200).header("Cache-Control", "private, no-store");
    }

    @Test
    void searchesAndFiltersCodes() {
        var all = page("/codes/exchange", "ja");
        assertThat(all.select("table.codes tbody tr")).hasSize(100);
        assertThat(all.select("table.codes td .message").first().attr("lang")).isEqualTo("ja");
        assertThat(all.select("a[rel=next]").attr("href")).isEqualTo("/codes/exchange?page=2");
        var second = page("/codes/exchange?page=2", "ja");
        assertThat(second.select("table.codes tbody tr")).hasSize(64);
        assertThat(second.select("a[rel=next]")).isEmpty();
        var found = page("/codes/exchange?q=new+orders&status=400&tag=&locale=de", "ja");
        assertThat(found.select("table.codes tbody th a").eachText()).contains("-1015");
        assertThat(found.select("select[name=locale] option[selected]").val()).isEqualTo("de");
        assertThat(found.select("input[name=q]").val()).isEqualTo("new orders");
        assertThat(page("/codes/exchange?q=nothinglikethis", "en").select(".notice")).hasSize(1);
        browser().get("/codes/exchange?status=99").then().statusCode(400);
    }

    @Test
    void servesCsv() {
        var csv = given().get("/codes/exchange?format=csv&locale=de").then().statusCode(200)
                .contentType(startsWith("text/csv")).header("Content-Disposition", containsString("exchange.csv")).extract().asString();
        assertThat(csv).contains("\r\n-1015,-1015,400,INVALID_ARGUMENT,TOO_MANY_NEW_ORDERS,");
        assertThat(csv.split("\r\n")).hasSize(165);
    }

    @Test
    void explainsCode() {
        var page = page(CODE, "de");
        assertThat(page.select("h1").text()).isEqualTo("-1015 TOO_MANY_NEW_ORDERS");
        assertThat(page.select(".page-head .spoken").text()).isEqualTo("Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s");
        assertThat(page.select("form.try-inline input").eachAttr("name")).containsExactly("arg.limit", "arg.interval");
        assertThat(page.select("#languages ~ table tr")).hasSize(13);
        assertThat(page.select("#languages ~ table td[lang=ar]").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".facts .badge").text()).isEqualTo("400");
        assertThat(page.select(".history tbody tr").text()).contains("production", "1");
        assertThat(page.select("a[href=/app/go/exchange/-1015]")).hasSize(1);
        assertThat(page("/codes/exchange/0001", "en").select("#same ~ table a").eachText()).containsExactly("0001-2");
    }

    @Test
    void rendersSubmittedArgumentsOfCode() {
        var page = page(CODE + "?arg.limit=x&arg.interval=&locale=en", "de");
        assertThat(page.select("input[aria-invalid=true]").eachAttr("name")).containsExactly("arg.limit");
        assertThat(page.select(".page-head .spoken").text()).contains("{interval}");
        assertThat(page(CODE + "?arg.limit=1&arg.interval=1m&locale=en", "de").select("#use ~ pre").first().text())
                .contains("arg.limit=1&arg.interval=1m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            /codes/exchange/-1015      | */*              | application/json
            /codes/exchange/-1015      | none             | application/json
            /codes/exchange/-1015      | text/plain       | text/plain
            /codes/exchange/-1015      | text/markdown    | text/markdown
            /codes/exchange/-1015      | text/html        | text/html
            /codes/exchange/-1015.json | text/html        | application/json
            /codes/exchange/-1015.md   | text/html        | text/markdown
            /codes/exchange/-1015.txt  | application/json | text/plain
            /docs/api                  | */*              | text/html
            /docs/api.md               | text/html        | text/markdown
            """)
    void selectsRepresentationByAcceptAndSuffix(String path, String accept, String contentType) {
        var request = given().header("Accept-Language", "en");
        var response = (accept == null ? request.header("Accept", "") : request.header("Accept", accept)).get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(contentType);
        assertThat(response.header("Vary")).contains("Accept");
    }

    @Test
    void keepsJsonOfCode() {
        given().get(CODE + "?locale=de").then().contentType("application/json").header("Content-Language", "de")
                .header("Parlance-Release", "1").body("catalog", equalTo("exchange")).body("key", equalTo("-1015"))
                .body("locales.size()", equalTo(13)).body("release", equalTo(1));
        assertThat(given().get(CODE + ".txt?locale=en").asString()).startsWith(
                "-1015 TOO_MANY_NEW_ORDERS (HTTP 400, gRPC INVALID_ARGUMENT)\n\nToo many new orders");
        assertThat(given().get(CODE + ".md?locale=en").asString()).startsWith("# -1015 TOO\\_MANY\\_NEW\\_ORDERS\n\nToo many new orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/codes", "/codes/exchange", CODE, CODE + ".md", "/docs", "/docs/api", "/llms.txt", "/robots.txt",
        "/sitemap.xml", "/sitemap/exchange/1"})
    void revalidatesPages(String path) {
        var tag = browser().get(path).then().statusCode(200).header("ETag", notNullValue()).extract().header("ETag");
        browser().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag).body(equalTo(""));
        browser().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void linksLanguagesOfPage() {
        var page = page(CODE, "en");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(service.resolve(CODE).toString());
        assertThat(page.select("link[hreflang]").eachAttr("hreflang")).hasSize(14).contains("x-default", "de", "zh-Hant");
        assertThat(page.select("link[hreflang=de]").attr("href")).isEqualTo(service.resolve(CODE) + "?locale=de");
        var german = page(CODE + "?locale=de", "en");
        assertThat(german.select("link[rel=canonical]").attr("href")).isEqualTo(service.resolve(CODE) + "?locale=de");
        assertThat(german.select("link[hreflang=x-default]").attr("href")).isEqualTo(service.resolve(CODE).toString());
        assertThat(german.select("meta[property=og:description]").attr("content")).startsWith("Zu viele neue Orders");
        assertThat(german.select(".menu a").eachAttr("href")).contains("/codes?locale=de");
    }

    @Test
    void mirrorsPageOfRightToLeftLanguage() {
        var page = page("/?locale=ar-XB", "en");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("html").attr("lang")).isEqualTo("ar-XB");
    }

    @Test
    void escapesHostileTexts() {
        var name = "hostile-" + UUID.randomUUID();
        fixtures.createCatalog(name);
        snapshots.install(Map.of(new CatalogName(name), new TreeMap<>(Map.of("production", HostileSnapshots.replacing(snapshots.get(new CatalogName(name)))))));
        var path = "/codes/" + name;
        for (var address : List.of(path, path + "?q=%3Cscript%3Ealert(3)%3C/script%3E%22%27", path + "/" + HostileSnapshots.KEY,
                path + "/" + HostileSnapshots.KEY + "?arg=%22%3E%3Cscript%3E", "/codes", "/?code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&arg=%22%3E",
                path + "/%22%3E%3Cscript%3E", "/nowhere/%3Cscript%3E")) {
            var response = browser().urlEncodingEnabled(false).get(address);
            var page = Jsoup.parse(response.asString());
            assertThat(page.select("script, img:not([src^=/assets/]), [onerror], [style], style, iframe")).as(address).isEmpty();
            assertThat(page.select("a[href^=javascript]")).as(address).isEmpty();
            // Each text with a bidi control is isolated, so that it cannot reorder the page around it.
            assertThat(page.getAllElements().stream().filter(it -> BIDI_CONTROL.matcher(it.ownText()).find())
                    .filter(it -> !it.hasAttr("dir") && !List.of("bdi", "title", "code").contains(it.tagName()))).as(address).isEmpty();
        }
        var code = Jsoup.parse(browser().get(path + "/" + HostileSnapshots.KEY).asString());
        assertThat(code.select(".page-head .spoken").text()).contains("<script>alert(1)</script>");
        var markdown = given().get(path + "/" + HostileSnapshots.KEY + ".md").then().statusCode(200)
                .contentType(startsWith("text/markdown")).extract().asString();
        assertThat(markdown).doesNotContainPattern("(?<!\\\\)<script").doesNotContain("\n# [x](javascript");
        given().accept("text/html").get(path + "/" + HostileSnapshots.KEY).then().contentType(startsWith("text/html"));
        assertThat(given().get("/llms.txt").asString()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/codes", "/codes/exchange", CODE, "/docs", "/docs/api", "/nowhere", "/codes/exchange/none", "/codes/a//b",
        "/codes/exchange/-1015?locale=x!"})
    void restrictsContentOfPages(String path) {
        var response = browser().urlEncodingEnabled(false).get(path);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.headers().getValues("Content-Security-Policy")).containsExactly(
                "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
        assertThat(Jsoup.parse(response.asString()).select("script, style, [style]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/codes/exchange/-1?locale=de", "/nowhere?x=1&locale=de", "/codes/exchange/a%2Fb?locale=de"})
    void explainsProblemsInLanguageOfAddress(String path) {
        var response = given().urlEncodingEnabled(false).accept(BROWSER).header("Accept-Language", "ja").get(path);
        var page = Jsoup.parse(response.asString());
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("h1").attr("lang")).isEqualTo("de");
        assertThat(response.header("Content-Language")).isEqualTo("de");
        assertThat(page.select("a[href^=/codes?locale=de], a[href^=/?locale=de]")).isNotEmpty();
    }

    @Test
    void explainsProblemsToBrowsersInTheirLanguage() {
        var response = browser().header("Accept-Language", "ja").get("/nowhere");
        assertThat(response.statusCode()).isEqualTo(404);
        var page = Jsoup.parse(response.asString());
        assertThat(page.select("h1").attr("lang")).isEqualTo("ja");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("a[href=/codes/parlance/not-found]")).hasSize(1);
        assertThat(response.header("Vary")).isEqualTo("Accept, Accept-Language");
        given().accept("*/*").get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().header("Accept-Language", "fr").get("/v1/nowhere?locale=ja").then().statusCode(404).body("locale", equalTo("ja"));
        given().header("Accept-Language", "fr").get("/v1/nowhere?locale=xx-invalid!").then().statusCode(404).body("locale", equalTo("fr"));
        browser().get("/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
        browser().get("/v1/catalogs/none").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void boundsPagesOfLargeCatalogs() {
        var name = "large-" + UUID.randomUUID();
        fixtures.createCatalog(name);
        snapshots.install(Map.of(new CatalogName(name), new TreeMap<>(Map.of("production",
                LargeSnapshots.replacing(snapshots.get(new CatalogName(name)), 20_000)))));
        assertThat(page("/codes/" + name, "en").select("table.codes tbody tr")).hasSize(100);
        assertThat(page("/codes/" + name + "?q=customer&page=3", "en").select(".count").text()).isEqualTo("Messages 201 to 300");
        var csv = given().get("/codes/" + name + "?format=csv").then().statusCode(200).extract();
        assertThat(csv.asByteArray().length).isLessThan(7 * 1024 * 1024);
        long messages = csv.asString().lines().count() - 1;
        for (var link = csv.header("Link"); link != null;) {
            var part = given().urlEncodingEnabled(false).get(link.replaceAll("<(.*)>.*", "$1"));
            messages += part.asString().lines().count() - 1;
            link = part.header("Link");
        }
        assertThat(messages).isEqualTo(20_000);
        assertThat(given().get("/sitemap/" + name + "/1").asString().split("<loc>")).hasSize(2_002);
        given().get("/sitemap/" + name + "/12").then().statusCode(404);
        assertThat(page("/codes/" + name + "/" + LargeSnapshots.LONG_KEY, "en").select("#same ~ table tr")).hasSize(20);
    }

    @Test
    void cachesAssetsForEver() {
        var stylesheets = page("/", "en").select("link[rel=stylesheet]").eachAttr("href");
        assertThat(stylesheets).hasSize(2).allMatch(it -> it.matches("/assets/[a-z]+-[0-9a-f]{12}\\.css"));
        given().get(stylesheets.get(0)).then().statusCode(200).contentType("text/css").header("Cache-Control", containsString("immutable"));
        given().get("/assets/tokens.css").then().statusCode(404);
    }

    /** Follows all links from the front page, except those to the editor, which the build without Node does not contain. */
    @Test
    void resolvesEveryLink() {
        var open = new ArrayDeque<>(List.of("/"));
        var seen = new LinkedHashMap<String, Document>();
        var anchors = new ArrayList<String>();
        while (!open.isEmpty() && seen.size() < MAX_CRAWLED) {
            var path = open.poll();
            var response = browser().urlEncodingEnabled(false).get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            var page = response.contentType().startsWith("text/html") ? Jsoup.parse(response.asString(), path) : new Document(path);
            seen.put(path, page);
            for (var link : page.select("a[href], link[href], img[src]")) {
                var href = link.hasAttr("src") ? link.attr("src") : link.attr("href").replace(service.toString().replaceAll("/$", ""), "");
                if (href.startsWith("http") || href.startsWith("/app")) {
                    continue;
                }
                var target = href.startsWith("#") ? path + href : href;
                var address = target.replaceAll("#.*", "");
                if (target.contains("#")) {
                    anchors.add(path + " -> " + target);
                }
                // One language besides the negotiated one is sufficient to test links with a language.
                boolean isOtherLanguage = address.contains("locale=") && !address.contains("locale=de");
                if (!isOtherLanguage && !seen.containsKey(address) && !open.contains(address)) {
                    open.add(address);
                }
            }
        }
        assertThat(seen).containsKeys("/", "/codes", "/codes/exchange", "/docs", "/docs/readme", "/docs/api");
        assertThat(anchors).allSatisfy(it -> {
            var target = it.substring(it.indexOf(" -> ") + 4);
            var page = seen.get(target.replaceAll("#.*", ""));
            assertThat(page == null || page.getElementById(target.replaceAll(".*#", "")) != null).isTrue();
        });
    }

    private static RequestSpecification browser() {
        return given().accept(BROWSER);
    }

    private static Document page(String path, String language) {
        Response response = browser().urlEncodingEnabled(false).header("Accept-Language", language).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
        return Jsoup.parse(response.asString());
    }
}
