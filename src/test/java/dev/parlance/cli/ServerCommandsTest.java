package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCommandsTest {
    private static final String SHOP = "/v1/catalogs/shop";
    private static final String KEY = "prlc_test-key-of-this-test";
    private static final String EMPTY_OBJECT_DIGEST = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    private static final String DONE = """
            {"id":"1","status":"done","dryRun":%s,"processed":2,"files":[{"file":"messages.properties","format":"properties","issues":[]},
             {"file":"logo.svg","issues":[]}],"counts":{"added":1,"changed":1,"same":5,"removed":0,"conflicting":0,"refused":0},
             "newLocales":["de"],"entries":[
               {"kind":"new","file":"messages_de.properties","line":1,"key":"cart.total","locale":"de","reason":"new-text"},
               {"kind":"changed","file":"messages.properties","line":1,"key":"cart-4f","fileKey":"cart.total","locale":"en",
                "reason":"text"}],
             "allEntries":"/v1/catalogs/shop/imports/1/entries"}""";

    @TempDir
    Path folder;

    private FakeServer server;
    private CommandRun run;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        write("parlance.yaml", """
                url: %s
                catalog: shop
                format: properties
                dialect: spring
                files: [messages.properties, 'messages_{locale}.properties']
                """.replace("%s", server.url()));
        write("messages.properties", "cart.total=Total: {0}\n");
        write("messages_de.properties", "cart.total=Summe: {0}\n");
        run = new CommandRun(folder).with("PARLANCE_KEY", KEY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void importsAllFilesInOneRequest() {
        server.on("GET " + SHOP + "/draft", 200, "{\"sourceLocale\":\"en\",\"locales\":[]}")
                .on("GET " + SHOP + "/exports/en", 200, "cart.total=Total: {0}\n");
        server.on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "false"));
        var result = run.run("import", "--add-locales");
        assertThat(result.out()).isEqualTo("""
                1 new, 1 changed, 0 removed, 5 same, 0 conflicting, 0 refused
                New locales: de
                """);
        assertThat(result.err()).isEqualTo("logo.svg: skipped, because its format is unknown\n");
        assertThat(result.status()).isZero();
        var request = server.only("POST");
        assertThat(request.target()).isEqualTo(SHOP + "/imports?format=properties&dialect=spring&addLocales=true");
        assertThat(request.files()).containsOnlyKeys("messages.properties", "messages_de.properties");
        assertThat(request.headers()).containsEntry("Authorization", "Bearer " + KEY).containsKey("Idempotency-key");
    }

    @Test
    void printsThePlanOfADryRun() {
        server.on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "true"));
        var result = run.run("import", "--dry-run");
        assertThat(result.out()).isEqualTo("""
                1 new, 1 changed, 0 removed, 5 same, 0 conflicting, 0 refused
                New locales: de
                messages_de.properties:1 new cart.total (de): new text
                messages.properties:1 changed cart.total (en): other text
                Nothing is stored. Run the command without --dry-run to import.
                """);
        assertThat(server.only("POST").target()).contains("dryRun=true");
    }

    @Test
    void pollsAnImportInTheBackground() {
        server.on("POST " + SHOP + "/imports", 202, "{\"id\":\"1\",\"status\":\"running\",\"processed\":0}")
                .on("GET " + SHOP + "/imports/1", 200, "{\"id\":\"1\",\"status\":\"running\",\"processed\":1}")
                .on("GET " + SHOP + "/imports/1", 200, DONE.replace("%s", "false"));
        assertThat(run.run("import").out()).startsWith("1 new, 1 changed");
    }

    @Test
    void reportsThatAnotherChangeDelayedAnImportInTheBackground() {
        server.on("POST " + SHOP + "/imports", 202, "{\"id\":\"1\",\"status\":\"running\",\"processed\":0}")
                .on("GET " + SHOP + "/imports/1", 200, "{\"id\":\"1\",\"status\":\"failed\",\"problem\":\"busy\"}");
        var result = run.run("import");
        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("Another change of the catalog has not ended [busy]. Nothing is imported.");
    }

    @Test
    void listsConflictsWithApprovedTexts() {
        server.on("POST " + SHOP + "/imports", 409, """
                {"title":"Conflicts","status":409,"code":"import-conflicts","arguments":{"conflicts":"1"},"entries":[
                 {"kind":"conflicting","file":"messages_de.properties","line":1,"key":"cart.total","locale":"de","reason":"approved"}]}""");
        var result = run.run("import");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEqualTo("""
                0 new, 0 changed, 0 removed, 0 same, 1 conflicting, 0 refused
                messages_de.properties:1 conflicting cart.total (de): the text in the catalog is approved; --overwrite replaces it
                Nothing is imported. Correct the files, or use --overwrite to replace approved texts.
                """);
    }

    @Test
    void createsTheCatalogIfItDoesNotExist() {
        server.on("GET " + SHOP, 404, "{\"title\":\"Unknown catalog\",\"code\":\"unknown-catalog\"}").on("POST /v1/catalogs", 201, "{}")
                .on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "false"));
        var result = run.run("import", "--create");
        assertThat(result.out()).startsWith("Created the catalog shop with the source locale en.\n1 new");
        assertThat(server.requests().get(1).text()).isEqualTo("{\"name\":\"shop\",\"title\":\"shop\",\"sourceLocale\":\"en\"}");
        assertThat(server.requests().get(2).target()).contains("addLocales=true");
    }

    @Test
    void explainsProblemsInOneLine() {
        server.on("POST " + SHOP + "/imports", 403, """
                {"title":"Not permitted","status":403,"detail":"The key lacks the scope import.","code":"forbidden"}""");
        var result = run.run("import");
        assertThat(result.err()).isEqualTo("parlance: Not permitted: The key lacks the scope import. [403 forbidden] PARLANCE_KEY needs"
                + " another scope: import for import and sync, publish for release and rollback.\n");
        assertThat(result.status()).isEqualTo(4);
    }

    @Test
    void neverPrintsTheKey() {
        server.on("POST " + SHOP + "/imports", 401, "{\"title\":\"Sign in\",\"status\":401,\"code\":\"unauthenticated\"}");
        var result = run.run("import");
        assertThat(result.out() + result.err()).doesNotContain(KEY);
        assertThat(run.run("import", "--help").out()).doesNotContain(KEY).doesNotContain("--key");
    }

    @Test
    void repeatsWhatABusyServerAsksToRepeat() {
        server.on("POST " + SHOP + "/imports", 503, "{\"code\":\"busy\"}", "Retry-After", "1")
                .on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "false"));
        assertThat(run.run("import").status()).isZero();
        var keys = server.requests().stream().filter(it -> it.method().equals("POST"))
                .map(it -> it.headers().get("Idempotency-key")).distinct();
        assertThat(keys).hasSize(1);
    }

    @Test
    void doesNotRepeatAReleaseWhoseOutcomeIsUnknown() {
        server.on("POST " + SHOP + "/releases", 503, "{\"title\":\"Unknown outcome\",\"code\":\"outcome-unknown\"}", "Retry-After", "1");
        assertThat(run.run("release").status()).isEqualTo(5);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void namesAServerThatCannotBeReached() {
        server.close();
        var result = run.run("import");
        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).startsWith("parlance: Cannot reach " + server.url() + ": ").endsWith("is right.\n");
    }

    @Test
    void comparesFilesWithTheDraft() {
        server.on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "true"))
                .on("GET " + SHOP + "/draft", 200, "{\"sourceLocale\":\"en\",\"locales\":[{\"locale\":\"en\"},{\"locale\":\"de\"}]}")
                .on("GET " + SHOP + "/exports/en", 200, "cart.total=Sum: {0}\n").on("GET " + SHOP + "/exports/de", 200, "");
        var result = run.run("diff");
        assertThat(result.out()).isEqualTo("""
                + cart.total (de) messages_de.properties:1: new text
                  + Summe: {0}
                ~ cart.total (en) messages.properties:1: other text
                  - Sum: {0}
                  + Total: {0}
                1 new, 1 changed, 0 removed, 5 same, 0 conflicting, 0 refused
                New locales: de
                """);
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void rewritesOnlyChangedFiles() throws IOException {
        server.on("GET " + SHOP + "/draft", 200, "{\"sourceLocale\":\"en\",\"locales\":[{\"locale\":\"de\"},{\"locale\":\"pt-BR\"}]}")
                .on("GET " + SHOP + "/exports/en", 200, "cart.total=Total: {0}\n")
                .on("GET " + SHOP + "/exports/de", 200, "cart.total=Gesamt: {0}\n", "Parlance-Lossy", "cart.total")
                .on("GET " + SHOP + "/bundles/de/loss", 200,
                        "{\"losses\":[{\"key\":\"cart.total\",\"reason\":\"number-style\",\"argument\":\"sum\"}]}")
                .on("GET " + SHOP + "/exports/pt-BR", 200, "cart.total=Total: {0}\n");
        var before = Files.getLastModifiedTime(folder.resolve("messages.properties"));
        var result = run.run("export");
        assertThat(result.out()).isEqualTo("""
                Wrote messages_de.properties
                Wrote messages_pt_BR.properties
                2 files written, 1 unchanged
                """);
        assertThat(result.err()).isEqualTo("""
                messages_de.properties does not represent these texts exactly: cart.total
                  cart.total (de): number-style, argument sum
                """);
        assertThat(Files.getLastModifiedTime(folder.resolve("messages.properties"))).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("messages_de.properties"))).isEqualTo("cart.total=Gesamt: {0}\n");
        assertThat(server.requests()).filteredOn(it -> it.target().contains("exports"))
                .allSatisfy(it -> assertThat(it.target()).endsWith("?format=properties&dialect=spring"));
    }

    @Test
    void rejectsACatalogWithAnotherSourceLocale() {
        server.on("GET " + SHOP + "/draft", 200, "{\"sourceLocale\":\"de\",\"locales\":[]}");
        assertThat(run.run("export").err())
                .isEqualTo("parlance: The source locale of the catalog shop is de and not en. Set sourceLocale: de in parlance.yaml.\n");
    }

    @Test
    void releasesAndPointsTheChannel() {
        server.on("POST " + SHOP + "/releases", 201, """
                {"release":{"release":3},"made":true,"unchanged":false,"findings":[],"findingCount":0,
                 "changes":[{"locale":"de","added":1,"changed":2,"removed":0,"messages":[]}]}""")
                .on("GET " + SHOP + "/channels/production", 200, "{\"channel\":\"production\",\"release\":2,\"moves\":2}", "ETag", "\"2\"")
                .on("PUT " + SHOP + "/channels/production", 200, "{\"channel\":\"production\",\"release\":3,\"moved\":true}");
        var result = run.run("release", "--comment", "Spring");
        assertThat(result.out()).isEqualTo("""
                de: 1 added, 2 changed, 0 removed
                Created release 3 of shop. The channel production points at it.
                """);
        assertThat(server.only("PUT").headers()).containsEntry("If-match", "\"2\"");
        assertThat(server.only("PUT").text()).isEqualTo("{\"comment\":\"Spring\",\"release\":3}");
    }

    @Test
    void listsWhatForbidsARelease() {
        server.on("POST " + SHOP + "/releases", 422, """
                {"title":"Release refused","status":422,"detail":"1 finding.","code":"release-refused","findings":[
                 {"code":"argument-mismatch","title":"Arguments","detail":"The argument {0} is missing.","key":"cart.total",
                  "locale":"de"}]}""");
        var result = run.run("release");
        assertThat(result.err()).isEqualTo("""
                cart.total (de): argument-mismatch: The argument {0} is missing.
                parlance: Release refused: 1 finding. [422 release-refused]
                """);
        assertThat(result.status()).isEqualTo(4);
    }

    @Test
    void rollsBackWithTheMovesItKnows() {
        server.on("GET " + SHOP + "/channels/staging", 200, "{}", "ETag", "\"7\"")
                .on("POST " + SHOP + "/channels/staging/rollback", 200, "{\"channel\":\"staging\",\"from\":3,\"to\":2,\"moved\":true}");
        assertThat(run.run("rollback", "--channel", "staging", "--to", "2").out())
                .isEqualTo("The channel staging points at release 2 instead of 3.\n");
        assertThat(server.only("POST").headers()).containsEntry("If-match", "\"7\"");
        assertThat(server.only("POST").text()).isEqualTo("{\"to\":2}");
    }

    @Test
    void writesTheSeedOfAChannelOnce() throws IOException {
        server.on("GET " + SHOP + "/channels/production", 200, "{\"release\":3}")
                .on("GET " + SHOP + "/releases/3/seed", 200, seed("{}", EMPTY_OBJECT_DIGEST));
        assertThat(run.run("seed", "--locales", "en,ja", "--output", "app/texts.json").out())
                .isEqualTo("Wrote app/texts.json: release 3 of shop in en.\n");
        assertThat(folder.resolve("app/texts.json")).hasContent(seed("{}", EMPTY_OBJECT_DIGEST));
        assertThat(server.requests()).last().extracting(FakeServer.Request::target)
                .isEqualTo(SHOP + "/releases/3/seed?locales=en%2Cja");
        assertThat(run.run("seed", "--release", "3", "--output", "app/texts.json").out())
                .isEqualTo("app/texts.json has release 3 of shop in en already.\n");
    }

    @Test
    void tellsThatASeedIsNotSigned() {
        server.on("GET " + SHOP + "/releases/3/seed", 200, seed("{}", EMPTY_OBJECT_DIGEST).replace(",\"signature\":{\"keyId\":\"k\"}", ""));
        assertThat(run.run("seed", "--release", "3").err()).isEqualTo("The seed is not signed, because the service has no signing key.\n");
    }

    @ParameterizedTest
    @CsvSource({"' ',3", "{},4"})
    void writesNoDamagedSeed(String content, int release) {
        server.on("GET " + SHOP + "/releases/" + release + "/seed", 200, seed(content, EMPTY_OBJECT_DIGEST));
        var result = run.run("seed", "--release", Integer.toString(release));
        assertThat(result.err()).startsWith("parlance: The seed is damaged. ");
        assertThat(result.status()).isEqualTo(5);
        assertThat(folder.resolve("parlance-seed.json")).doesNotExist();
    }

    @Test
    void selectsReleaseOrChannelForASeed() {
        assertThat(run.run("seed", "--release", "3", "--channel", "staging").err())
                .isEqualTo("parlance: --release and --channel cannot be used together.\n");
    }

    /** Returns a seed of release 3. */
    private static String seed(String content, String digest) {
        return "{\"bundles\":[{\"content\":\"" + content + "\",\"digest\":\"" + digest + "\",\"locale\":\"en\"}],"
                + "\"catalog\":\"shop\",\"release\":3,\"signature\":{\"keyId\":\"k\"},\"sourceLocale\":\"en\"}";
    }

    @Test
    void advisesToCheckTheReleaseOfARollback() {
        server.on("GET " + SHOP + "/channels/production", 200, "{}", "ETag", "\"7\"")
                .on("POST " + SHOP + "/channels/production/rollback", 404, """
                        {"title":"Unknown release","detail":"There is no release 99.","code":"unknown-release",
                         "arguments":{"release":"99","catalog":"shop"}}""");
        assertThat(run.run("rollback", "--to", "99").err())
                .isEqualTo("parlance: Unknown release: There is no release 99. [404 unknown-release] Check --to.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404|unknown-catalog    |{}                            |Check --catalog. import --create creates a catalog; \
            PARLANCE_KEY must have access to it.
            404|unknown-channel    |{}                            |Check --channel.
            404|not-found          |{}                            |Check that --url, or url in parlance.yaml, is the URL of the \
            service.
            415|unknown-file-format|{}                            |Use --format, or format: in parlance.yaml.
            400|invalid-parameter  |{"parameter":"format"}        |Use --format, or format: in parlance.yaml.
            400|invalid-parameter  |{"parameter":"dialect"}       |Use --dialect, or dialect: in parlance.yaml.
            400|missing-parameter  |{"parameter":"sourceLocale"}  |Use --locale.
            422|out-of-range       |{"pointer":"/to"}             |Use --to.
            """)
    void namesTheOptionThatCorrespondsToAProblem(int status, String code, String arguments, String advice) {
        server.on("POST " + SHOP + "/imports", status,
                "{\"title\":\"Problem\",\"code\":\"" + code + "\",\"arguments\":" + arguments + "}");
        assertThat(run.run("import").err()).isEqualTo("parlance: Problem. [" + status + " " + code + "] " + advice + "\n");
    }

    @Test
    void namesFilesWithoutMessages() {
        server.on("POST " + SHOP + "/imports", 200, """
                {"id":"1","status":"done","files":[{"file":"messages.properties","format":"properties","entries":0,"issues":[]},
                 {"file":"messages_de.properties","format":"properties","entries":1,"issues":[]}],"counts":{},"newLocales":[],
                 "entries":[]}""");
        assertThat(run.run("import", "--dry-run").err()).isEqualTo("messages.properties: has no messages\n");
    }

    @Test
    void importsAlthoughTheBaseOfSyncCannotBeRecorded() throws IOException {
        write(".parlance-sync.json", "{\"version\":1,\"catalog\":\"other\",\"texts\":{}}");
        server.on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "false"));
        var result = run.run("import");
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("The base of sync is not recorded: .parlance-sync.json belongs to the catalog other.");
        assertThat(Files.readString(folder.resolve(".parlance-sync.json"))).contains("other");
    }

    @Test
    void printsJsonForScripts() throws IOException {
        server.on("POST " + SHOP + "/imports", 200, DONE.replace("%s", "true"));
        var json = new ObjectMapper().readTree(run.run("import", "--dry-run", "--json").out());
        assertThat(json.path("counts").path("new").asInt()).isEqualTo(1);
        assertThat(json.path("entries").path(0).path("line").asInt()).isEqualTo(1);
    }

    private void write(String path, String content) throws IOException {
        Files.writeString(folder.resolve(path), content);
    }
}
