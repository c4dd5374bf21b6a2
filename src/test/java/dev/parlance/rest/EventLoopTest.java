package dev.parlance.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ServiceProcess;
import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.LargeSnapshots;
import dev.parlance.rest.http.Routes;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.btc.BlockedThreadEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that no public read of a large catalog blocks an event loop for more than 5 milliseconds.
 *
 * <p>The blocked-thread checker of Vert.x reports the stack of a busy event loop. A pause of the machine may affect any request,
 * so a request counts as blocking only if it is reported in each of several repetitions. The code is warmed up first.
 */
@QuarkusTest
@TestProfile(EventLoopTest.CheckedEventLoops.class)
class EventLoopTest {
    private static final int MESSAGES = 20_000;
    private static final int REPETITIONS = 3;
    private static final int WARM_UP_ROUNDS = 30;
    private static final long MAX_BLOCKED_MILLIS = 5;
    private static final String IMPORTS = "/imports/";
    private static final String DELIBERATELY_BLOCKING = "/test/blocking";

    private final String catalog = "loop-" + UUID.randomUUID();
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockedThreads blockedThreads = new BlockedThreads();

    @TestHTTPResource("/")
    URI service;
    @Inject
    AccessFixtures fixtures;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    Routes routes;
    @Inject
    Vertx vertx;

    public static class CheckedEventLoops implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(StrictChecker.class, BlockingRoute.class);
        }
    }

    @Alternative
    @ApplicationScoped
    static class StrictChecker implements VertxOptionsCustomizer {
        @Override
        public void accept(VertxOptions options) {
            options.setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS).setBlockedThreadCheckInterval(1)
                    .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS).setMaxEventLoopExecuteTime(MAX_BLOCKED_MILLIS)
                    .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS).setWarningExceptionTime(MAX_BLOCKED_MILLIS);
        }
    }

    /** A handler that blocks, to show that this test detects it. */
    @Alternative
    @ApplicationScoped
    static class BlockingRoute {
        void registerRoutes(@Observes Router router) {
            router.get(DELIBERATELY_BLOCKING).order(Integer.MIN_VALUE).handler(context -> {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(4 * MAX_BLOCKED_MILLIS);
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                context.response().end();
            });
        }
    }

    /** Collects the stacks of blocked event loops that run our code, or a library on its behalf. */
    private static final class BlockedThreads implements Handler<BlockedThreadEvent> {
        private static final List<String> PACKAGES = List.of("dev.parlance.", "com.fasterxml.jackson.", "com.ibm.icu.");
        private final ConcurrentLinkedQueue<String> stacks = new ConcurrentLinkedQueue<>();

        @Override
        public void handle(BlockedThreadEvent event) {
            var stack = event.thread().getStackTrace();
            if (event.thread().getName().contains("eventloop") && Arrays.stream(stack).anyMatch(BlockedThreads::isOurs)) {
                stacks.add(TimeUnit.NANOSECONDS.toMillis(event.duration()) + " ms\n  " + String.join("\n  ",
                        Arrays.stream(stack).limit(25).map(Object::toString).toList()));
            }
        }

        private static boolean isOurs(StackTraceElement frame) {
            return PACKAGES.stream().anyMatch(frame.getClassName()::startsWith);
        }
    }

    /** @param template the path template of the route */
    private record Read(String method, String template, String path, String body) {
    }

    @BeforeEach
    void startRecording() {
        ServiceProcess.await("the shipped catalogs", Duration.ofMinutes(2), () -> snapshots.productionSnapshots().size() > 1);
        fixtures.createCatalog(catalog);
        ((VertxInternal) ClientProxy.unwrap(vertx)).blockedThreadChecker().setThreadBlockedHandler(blockedThreads);
    }

    @Test
    void servesPublicReadsWithoutBlockingEventLoops() throws Exception {
        assertThat(findBlocking(reads())).isEmpty();
    }

    @Test
    void detectsBlockingHandler() throws Exception {
        assertThat(findBlocking(List.of(new Read("GET", DELIBERATELY_BLOCKING, DELIBERATELY_BLOCKING, "")))).hasSize(1);
    }

    @Test
    void listsFewOtherMessagesOfSharedCode() {
        installSnapshot();
        given().get("/v1/catalogs/" + catalog + "/messages/" + LargeSnapshots.LONG_KEY + "?arg=7").then().statusCode(200)
                .body("sameCode.size()", equalTo(100));
        given().get("/codes/" + catalog + "/" + LargeSnapshots.LONG_KEY).then().statusCode(200).body("sameCode.size()", equalTo(100));
        given().get("/v1/catalogs/" + catalog + "/messages?limit=500&code=" + LargeSnapshots.SHARED_CODE).then().statusCode(200)
                .body("messages.size()", equalTo(500)).body("next", notNullValue());
    }

    @Test
    void coversAllMethodsThatRunOnEventLoops() {
        var covered = reads().stream().map(it -> it.method() + " " + it.template()).toList();
        assertThat(routes.resourceMethods().filter(it -> it.isAnnotationPresent(NonBlocking.class)
                || it.getDeclaringClass().isAnnotationPresent(NonBlocking.class))
                .map(it -> Routes.httpMethod(it).orElseThrow() + " " + Routes.templateOf(it))).isNotEmpty().isSubsetOf(covered);
    }

    private List<Read> reads() {
        var reads = new ArrayList<Read>();
        var root = "/v1/catalogs/" + catalog;
        var message = root + "/messages/" + LargeSnapshots.LONG_KEY;
        for (var locale : List.of("de", "en-XA", "ar-XB")) {
            for (var query : List.of("", "&q=try+again", "&q=x", "&q=nowhere", "&code=SHARED", "&prefix=shop", "&tag=none",
                    "&limit=500")) {
                reads.add(get("/v1/catalogs/{catalog}/messages", root + "/messages?locale=" + locale + query));
            }
            reads.add(get("/v1/catalogs/{catalog}/messages/{key}", message + "?arg=7&locale=" + locale));
            reads.add(get("/v1/catalogs/{catalog}/messages/{key}", message + "?format=problem&arg=7&locale=" + locale));
            reads.add(get("/codes/{catalog}/{key}", "/codes/" + catalog + "/" + LargeSnapshots.LONG_KEY + "?locale=" + locale));
            reads.add(new Read("POST", "/v1/catalogs/{catalog}/render", root + "/render", "{\"locale\":\"" + locale + "\",\"messages\":["
                    + "{\"code\":\"SHARED\",\"args\":[1]},".repeat(499) + "{\"code\":\"SHARED\",\"args\":[1]}]}"));
            reads.add(new Read("POST", "/v1/catalogs/{catalog}/preview", root + "/preview", "{\"locale\":\"" + locale + "\",\"text\":\""
                    + "{n} {n, plural, one {#} other {# orders}} ".repeat(90) + "\",\"samples\":[" + "[1000000],".repeat(49) + "[1]]}"));
        }
        for (var page : List.of("/", "/codes", "/robots.txt", "/sitemap.xml")) {
            reads.add(get(page, page));
        }
        reads.add(get("/codes/{catalog}", "/codes/" + catalog + "?q=again"));
        reads.add(get("/codes/{catalog}/{key}", "/codes/" + catalog + "/" + LargeSnapshots.LONG_KEY + ".md"));
        reads.add(get("/sitemap/{catalog}/{part}", "/sitemap/" + catalog + "/2"));
        reads.add(get("/assets/{file}", given().get("/").asString().replaceAll("(?s).*href=\"(/assets/pages-[^\"]*)\".*", "$1")));
        reads.add(get("/v1/catalogs", "/v1/catalogs"));
        reads.add(get("/v1/catalogs/{catalog}", root));
        reads.add(get("/v1/catalogs/{catalog}/bundles/{locale}", root + "/bundles/de"));
        reads.add(get("/v1/catalogs/{catalog}/bundles/{locale}", root + "/bundles/en-XA"));
        reads.add(get("/v1/catalogs/{catalog}/bundles/auto", root + "/bundles/auto"));
        reads.add(get("/v1/catalogs/{catalog}/bundles/{locale}/loss", root + "/bundles/de/loss?format=i18next"));
        reads.add(get("/v1/catalogs/{catalog}/bundles", root + "/bundles?locales=de,en"));
        reads.add(get("/v1/catalogs/{catalog}/releases/{release}/bundles/{locale}", root + "/releases/1/bundles/de"));
        reads.add(get("/v1/catalogs/{catalog}/releases/{release}/seed", root + "/releases/1/seed?locales=de"));
        reads.add(get("/v1/catalogs/{catalog}/events", root + "/events"));
        reads.add(get("/v1/catalogs/{catalog}/imports/{import}/events", root + IMPORTS + planImport(root) + "/events"));
        return reads;
    }

    private static String planImport(String root) {
        return AccessFixtures.asAdministrator().body("greeting=Hello").post(root + "/imports?dryRun=true&file=messages.properties")
                .then().statusCode(200).extract().path("id");
    }

    private static Read get(String template, String path) {
        return new Read("GET", template, path, "");
    }

    /** Returns the reads that block in every repetition, with a stack. Each repetition has a new snapshot, with nothing derived yet. */
    private Map<String, String> findBlocking(List<Read> reads) throws Exception {
        installSnapshot();
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            for (var read : reads) {
                send(read);
            }
        }
        var blocking = new TreeMap<String, String>();
        for (int i = 0; i < REPETITIONS; i++) {
            installSnapshot();
            var blockedNow = new TreeMap<String, String>();
            for (var read : reads) {
                blockedThreads.stacks.clear();
                assertThat(send(read)).as(read.path()).isEqualTo(200);
                TimeUnit.MILLISECONDS.sleep(2);
                blockedThreads.stacks.stream().findFirst().ifPresent(it -> blockedNow.put(read.method() + " " + read.path(), it));
            }
            if (i == 0) {
                blocking.putAll(blockedNow);
            } else {
                blocking.keySet().retainAll(blockedNow.keySet());
            }
        }
        return blocking;
    }

    private void installSnapshot() {
        var name = new CatalogName(catalog);
        snapshots.install(Map.of(name, new TreeMap<>(Map.of("production",
                LargeSnapshots.replacing(snapshots.get(name), MESSAGES)))));
    }

    private int send(Read read) throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(service.resolve(read.path())).header("Content-Type", "application/json");
        if (read.path().contains(IMPORTS)) {
            builder.header("Authorization", "Bearer " + System.getProperty("parlance.admin.token"));
        }
        var request = builder.method(read.method(), read.body().isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(read.body())).build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (read.path().endsWith("/events")) {
                body.read();
            } else {
                body.readAllBytes();
            }
        }
        return response.statusCode();
    }
}
