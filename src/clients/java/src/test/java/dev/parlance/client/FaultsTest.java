package dev.parlance.client;

import static dev.parlance.client.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.client.FakeService.Fault;
import dev.parlance.client.http.JdkTransport;
import dev.parlance.client.http.Transport;
import dev.parlance.client.http.UrlConnectionTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults a client meets: always a text, never a mix of two releases, and recovery without a restart. */
class FaultsTest {
    private static final Map<String, Map<String, String>> FIRST = Map.of(
            "en", Map.of("greeting", "Hello one", "farewell", "Bye one", "old", "Old one"),
            "ja", Map.of("greeting", "こんにちは one", "farewell", "さようなら one", "old", "古い one"));
    private static final Map<String, Map<String, String>> SECOND = Map.of(
            "en", Map.of("greeting", "Hello two", "farewell", "Bye two"),
            "ja", Map.of("greeting", "こんにちは two", "farewell", "さようなら two"));
    private static final String NOWHERE = "http://127.0.0.1:9";

    @TempDir
    Path folder;
    private FakeService service;
    private final List<Parlance> clients = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        service = new FakeService().release(1, FIRST).release(2, SECOND).move(1);
    }

    @AfterEach
    void stop() {
        clients.forEach(Parlance::close);
        service.close();
    }

    private ParlanceBuilder builder(String url) {
        return Parlance.builder().url(url).catalog(FakeService.CATALOG).timeout(Duration.ofMillis(400))
                .retryInterval(Duration.ofMillis(10)).pollInterval(Duration.ofMillis(50));
    }

    private Parlance open(ParlanceBuilder builder) {
        var client = builder.build();
        clients.add(client);
        return client;
    }

    /** Fails unless both texts are of the same release. */
    private static void assertSameRelease(Parlance client, String word) {
        var texts = client.text("greeting") + client.text("farewell") + client.text("ja", "greeting", Map.of());
        assertThat(texts.split(word, -1)).hasSize(4);
    }

    @Test
    void showsKeysWhileOfflineWithoutCacheAndSeed() {
        var client = open(builder(NOWHERE).locale("ja"));
        assertThat(client.text("greeting")).isEqualTo("greeting");
        assertThat(client.release()).isEmpty();
        assertThat(client.problem("{\"code\":-1,\"msg\":\"Too many\"}").text()).isEqualTo("Too many");
    }

    @Test
    void startsFromTheSeedWhileOffline() {
        var client = open(builder(NOWHERE).locale("ja").seed(FakeService.seed(1, FIRST)));
        assertThat(client.text("greeting")).isEqualTo("こんにちは one");
    }

    @Test
    void startsFromTheCacheWhileOffline() throws InterruptedException {
        var first = open(builder(service.url()).locale("ja").storage(folder));
        assertThat(first.awaitReady(Duration.ofSeconds(20))).isTrue();
        await(() -> filesIn(folder) == 1);
        first.close();
        var second = open(builder(NOWHERE).locale("ja").storage(folder));
        assertThat(second.text("greeting")).isEqualTo("こんにちは one");
    }

    @Test
    void recoversWhenTheServiceStarts() throws IOException, InterruptedException {
        int port = service.port();
        service.close();
        var client = open(builder("http://127.0.0.1:" + port).locale("ja"));
        assertThatThrownBy(() -> client.refresh().get()).isInstanceOf(ExecutionException.class);
        service = new FakeService(port).release(1, FIRST).move(1);
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(client.text("greeting")).isEqualTo("こんにちは one");
    }

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values()).filter(it -> it != Fault.NONE).flatMap(it -> Stream.<Transport>of(new JdkTransport(),
                new UrlConnectionTransport()).map(transport -> Arguments.of(it, transport)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void keepsTheReleaseDuringAFaultAndRecovers(Fault fault, Transport transport) throws InterruptedException {
        var client = open(builder(service.url()).locales("en", "ja").transport(transport));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        service.fault = fault;
        service.move(2);
        int before = service.requests.size();
        await(() -> service.requests.size() > before + 2);
        assertSameRelease(client, "one");
        assertThat(client.release()).hasValue(1);
        service.fault = Fault.NONE;
        await(() -> client.release().getAsInt() == 2);
        assertSameRelease(client, "two");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void startsDuringAFaultAndRecovers(Fault fault, Transport transport) throws InterruptedException {
        service.fault = fault;
        var client = open(builder(service.url()).locales("en", "ja").transport(transport).seed(FakeService.seed(1, FIRST)));
        service.move(2);
        await(() -> service.requests.size() > 2);
        assertSameRelease(client, "one");
        service.fault = Fault.NONE;
        await(() -> client.release().getAsInt() == 2);
        assertSameRelease(client, "two");
    }

    @Test
    void removesAMessageAndFollowsARollback() throws InterruptedException {
        var client = open(builder(service.url()).locales("en", "ja"));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(client.text("old")).isEqualTo("Old one");
        service.move(2);
        await(() -> client.release().getAsInt() == 2);
        assertThat(client.text("old")).isEqualTo("old");
        service.move(1);
        await(() -> client.release().getAsInt() == 1);
        assertThat(client.text("old")).isEqualTo("Old one");
        assertSameRelease(client, "one");
    }

    @Test
    void neverMixesReleasesWhileTheChannelMoves() throws InterruptedException {
        var client = open(builder(service.url()).locales("en", "ja"));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        for (int i = 0; i < 200; i++) {
            service.move(1 + i % 2);
            var release = client.current();
            var locales = List.of(release.match("en"), release.match("ja")).stream()
                    .map(it -> it.bundle().pattern("greeting").replaceAll(".* ", "")).distinct();
            assertThat(locales).hasSize(1);
        }
        int last = 1 + 199 % 2;
        await(() -> client.release().getAsInt() == last);
    }

    @Test
    void pollsWithoutEventsAndSendsConditions() throws InterruptedException {
        service.eventsOffered = false;
        var client = open(builder(service.url()).locale("ja"));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        await(() -> service.requests.contains("bundles/ja?since=1 if"));
        service.move(2);
        await(() -> client.release().getAsInt() == 2);
        assertThat(client.text("greeting")).isEqualTo("こんにちは two");
    }

    @Test
    void followsEventsWithoutPolling() throws InterruptedException {
        var client = open(builder(service.url()).locale("ja").pollInterval(Duration.ofHours(1)));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        var releases = new ArrayList<Integer>();
        client.onChange(releases::add);
        await(() -> service.requests.contains("events"));
        service.move(2);
        await(() -> client.release().getAsInt() == 2);
        await(() -> releases.equals(List.of(2)));
    }

    @Test
    void ignoresADamagedCache() throws IOException {
        var seed = FakeService.seed(1, FIRST);
        var client = open(builder(service.url()).locale("ja").storage(folder));
        await(() -> filesIn(folder) == 1);
        client.close();
        try (var files = Files.list(folder)) {
            var file = files.findFirst().orElseThrow();
            var content = Files.readString(file);
            Files.writeString(file, content.replace("こんにちは", "こんばんは"));
            assertThat(open(builder(NOWHERE).locale("ja").storage(folder)).text("greeting")).isEqualTo("greeting");
            Files.writeString(file, content.substring(0, content.length() / 2));
            assertThat(open(builder(NOWHERE).locale("ja").storage(folder).seed(seed)).text("greeting")).isEqualTo("こんにちは one");
        }
    }

    @Test
    void worksWithoutAWritableFolder() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("file"), "");
        var client = open(builder(service.url()).locale("ja").storage(file.resolve("cache")));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        service.move(2);
        await(() -> client.text("greeting").equals("こんにちは two"));
    }

    @Test
    void sharesACacheBetweenClients() {
        var writers = new ArrayList<Parlance>();
        for (int i = 0; i < 4; i++) {
            writers.add(open(builder(service.url()).locales("en", "ja").storage(folder)));
        }
        for (int i = 0; i < 20; i++) {
            service.move(1 + i % 2);
            var reader = open(builder(NOWHERE).locales("en", "ja").storage(folder));
            reader.release().ifPresent(it -> assertSameRelease(reader, it == 1 ? "one" : "two"));
            reader.close();
        }
        await(() -> writers.stream().allMatch(it -> it.release().isPresent() && it.release().getAsInt() == 2));
    }

    @Test
    void startsFromANewerSeedButNotFromTheOneBeforeARollback() {
        var seed = FakeService.seed(2, SECOND);
        var client = open(builder(service.url()).locale("ja").storage(folder).seed(seed));
        await(() -> client.release().getAsInt() == 1 && filesIn(folder) == 1);
        client.close();
        assertThat(open(builder(NOWHERE).locale("ja").storage(folder).seed(seed)).release()).hasValue(1);
        assertThat(open(builder(NOWHERE).locale("ja").storage(folder).seed(FakeService.seed(3, SECOND))).release()).hasValue(3);
    }

    @Test
    void rejectsADamagedSeed() {
        var seed = new String(FakeService.seed(1, FIRST), java.nio.charset.StandardCharsets.UTF_8).replace("one", "two");
        assertThatThrownBy(() -> builder(NOWHERE).locale("ja").seed(seed).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pinsARelease() throws InterruptedException {
        var client = open(builder(service.url()).locale("ja-JP").release(1));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        service.move(2);
        client.refresh().join();
        assertThat(client.text("greeting")).isEqualTo("こんにちは one");
    }

    @Test
    void takesTheSourceLocaleIfNoOtherMatches() throws InterruptedException {
        var client = open(builder(service.url()).locale("fi"));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(client.text("greeting")).isEqualTo("Hello one");
    }

    @Test
    void negotiatesTheLocale() throws InterruptedException {
        var client = open(builder(service.url()).negotiate("fi, ja;q=0.5"));
        assertThat(client.awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(client.text("greeting")).isEqualTo("こんにちは one");
    }

    private static int filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return (int) files.filter(it -> it.toString().endsWith(".json")).count();
        } catch (IOException e) {
            return 0;
        }
    }
}
