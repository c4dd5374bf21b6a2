package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests synchronisation. Files and draft start with the same two texts in English and German. */
class SyncCommandTest {
    private static final String SHOP = "/v1/catalogs/shop";
    private static final String EN = "cart.empty=Your cart is empty.\ncart.total=Total: {0}\n";
    private static final String DE = "cart.empty=Ihr Warenkorb ist leer.\ncart.total=Summe: {0}\n";
    private static final String DONE = """
            {"id":"1","status":"done","counts":{"added":0,"changed":1,"same":3,"removed":0,"conflicting":0,"refused":0},"files":[],
             "newLocales":[],"entries":[{"kind":"changed","key":"cart.total","locale":"en","reason":"text"}]}""";

    @TempDir
    Path folder;

    private FakeServer server;
    private CommandRun run;

    @BeforeEach
    void synchroniseOnce() throws IOException {
        start(EN, DE);
        write("messages.properties", EN);
        write("messages_de.properties", DE);
        var first = run.run("sync");
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).isEqualTo("The files and the draft are in step.\n");
        assertThat(folder.resolve(".parlance-sync.json")).exists();
        server.close();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void importsWhatOnlyTheFilesChanged() throws IOException {
        start(EN, DE, EN.replace("Total", "Sum"), DE);
        write("messages.properties", "# A comment\n" + EN.replace("Total", "Sum"));
        server.on("POST " + SHOP + "/imports", 200, DONE);
        var result = run.run("sync");
        assertThat(result.out()).isEqualTo("""
                import cart.total (en)
                1 import, 0 write, 0 delete-on-server, 0 delete-in-files
                """);
        var sent = server.only("POST");
        assertThat(new String(sent.files().get(".parlance-selection"), StandardCharsets.UTF_8)).isEqualTo("en cart.total\n");
        assertThat(read("messages.properties")).startsWith("# A comment");
        assertThat(inStep(EN.replace("Total", "Sum"), DE)).isTrue();
    }

    @Test
    void importsALineThatWasEditedAfterAnImport() throws IOException {
        delete(".parlance-sync.json");
        start(EN, DE);
        server.on("POST " + SHOP + "/imports", 200, DONE);
        assertThat(run.run("import").err()).isEmpty();
        editTotalAndExpectImport();
    }

    @Test
    void importsALineThatWasEditedAfterAnExport() throws IOException {
        delete(".parlance-sync.json");
        delete("messages_de.properties");
        start(EN, DE);
        assertThat(run.run("export").out()).startsWith("Wrote messages_de.properties\n");
        editTotalAndExpectImport();
    }

    private void editTotalAndExpectImport() throws IOException {
        write("messages.properties", EN.replace("Total", "Sum"));
        assertThat(run.run("sync", "--dry-run").out()).isEqualTo("""
                import cart.total (en)
                1 import, 0 write, 0 delete-on-server, 0 delete-in-files
                """);
    }

    @Test
    void recordsTheSameBaseAfterAnImportAsAfterASynchronisation() throws IOException {
        var synchronised = read(".parlance-sync.json");
        delete(".parlance-sync.json");
        start(EN, DE);
        server.on("POST " + SHOP + "/imports", 200, DONE);
        run.run("import");
        assertThat(read(".parlance-sync.json")).isEqualTo(synchronised);
    }

    @Test
    void keepsTheFormerBaseOfTextsThatStillDifferAfterAnImport() throws IOException {
        start(EN, DE);
        write("messages.properties", EN.replace("Total", "Sum"));
        server.on("POST " + SHOP + "/imports", 200, DONE);
        run.run("import", "--skip-refused");
        assertThat(run.run("sync", "--dry-run").out()).startsWith("import cart.total (en)\n");
    }

    @Test
    void recordsNoBaseForADryRunOrForNamedFiles() throws IOException {
        delete(".parlance-sync.json");
        start(EN, DE);
        server.on("POST " + SHOP + "/imports", 200, DONE);
        run.run("import", "--dry-run");
        run.run("import", "messages.properties");
        assertThat(folder.resolve(".parlance-sync.json")).doesNotExist();
    }

    @Test
    void writesWhatOnlyTheServerChanged() throws IOException {
        start(EN, DE.replace("Summe", "Gesamt"));
        assertThat(run.run("sync").out()).isEqualTo("""
                write cart.total (de)
                Wrote messages_de.properties
                0 import, 1 write, 0 delete-on-server, 0 delete-in-files
                """);
        assertThat(read("messages_de.properties")).isEqualTo(DE.replace("Summe", "Gesamt"));
        assertThat(server.requests()).noneMatch(it -> it.method().equals("POST"));
    }

    @Test
    void listsConflictsAndChangesNothing() throws IOException {
        start(EN.replace("Total", "Amount"), DE.replace("Summe", "Gesamt"));
        write("messages.properties", EN.replace("Total", "Sum"));
        var result = run.run("sync");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEqualTo("""
                write cart.total (de)
                conflict cart.total (en)
                  local:  Sum: {0}
                  server: Amount: {0}
                Nothing is changed. Resolve conflicts with --resolve KEY=local, --resolve KEY=server or --resolve-all.
                """);
        assertThat(read("messages_de.properties")).isEqualTo(DE);
    }

    @Test
    void resolvesAConflictForTheServer() throws IOException {
        start(EN.replace("Total", "Amount"), DE);
        write("messages.properties", EN.replace("Total", "Sum"));
        assertThat(run.run("sync", "--resolve", "cart.total=server").status()).isZero();
        assertThat(read("messages.properties")).isEqualTo(EN.replace("Total", "Amount"));
    }

    @Test
    void resolvesAConflictForTheFiles() throws IOException {
        start(EN.replace("Total", "Amount"), DE, EN.replace("Total", "Sum"), DE);
        write("messages.properties", EN.replace("Total", "Sum"));
        server.on("POST " + SHOP + "/imports", 200, DONE);
        assertThat(run.run("sync", "--resolve-all", "local").status()).isZero();
        assertThat(server.only("POST").files()).containsKey(".parlance-selection");
    }

    @Test
    void propagatesDeletionsOnlyIfAsked() throws IOException {
        start(EN, DE);
        write("messages_de.properties", "cart.total=Summe: {0}\n");
        assertThat(run.run("sync").out()).isEqualTo("""
                kept cart.empty (de): deleted in the files only; --delete propagates it
                The files and the draft are in step.
                """);
        server.close();
        start(EN, DE, EN, "cart.total=Summe: {0}\n");
        server.on("POST " + SHOP + "/imports", 200, DONE);
        assertThat(run.run("sync", "--delete").out()).startsWith("delete-on-server cart.empty (de)\n");
        assertThat(server.only("POST").target()).contains("delete=missing");
    }

    @Test
    void asksAboutARenamedKey() throws IOException {
        start(EN, DE);
        write("messages.properties", EN.replace("cart.total", "cart.sum"));
        var result = run.run("sync");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("question cart.total and cart.sum have the same text. Renamed?"
                + " --rename cart.total=cart.sum, otherwise --no-renames");
    }

    @Test
    void givesARenamedKeyItsTranslations() throws IOException {
        start(EN, DE, EN.replace("cart.total", "cart.sum"), DE.replace("cart.total", "cart.sum"));
        write("messages.properties", EN.replace("cart.total", "cart.sum"));
        server.on("POST " + SHOP + "/imports", 200, DONE)
                .on("GET " + SHOP + "/draft/messages/cart.total", 200, "{}", "ETag", "\"4\"")
                .on("DELETE " + SHOP + "/messages/cart.total", 200, "{}");
        var result = run.run("sync", "--rename", "cart.total=cart.sum");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        var posts = server.requests().stream().filter(it -> it.method().equals("POST")).toList();
        assertThat(posts).hasSize(2);
        assertThat(new String(posts.get(1).files().get("de.json"), StandardCharsets.UTF_8)).isEqualTo("{\"cart.sum\":\"Summe: {0}\"}");
        assertThat(read("messages_de.properties")).isEqualTo(DE.replace("cart.total", "cart.sum"));
        // The German file still contained the old key, so the import alone would not retire the message.
        assertThat(server.only("DELETE").headers()).containsEntry("If-match", "\"4\"");
    }

    @Test
    void changesNoFileIfTheImportIsRefused() throws IOException {
        start(EN, DE.replace("Summe", "Gesamt"));
        write("messages.properties", EN.replace("Total", "Sum"));
        server.on("POST " + SHOP + "/imports", 422, """
                {"title":"Refused","status":422,"code":"import-refused","arguments":{"refused":"1"},"entries":[
                 {"kind":"refused","file":"messages.properties","line":2,"key":"cart.total","locale":"en","reason":"text-has-errors"}]}""");
        var result = run.run("sync");
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.out()).contains("messages.properties:2 refused cart.total (en): the checks find an error");
        assertThat(read("messages_de.properties")).isEqualTo(DE);
    }

    @Test
    void showsAPlanWithoutChangingAnything() throws IOException {
        start(EN, DE.replace("Summe", "Gesamt"));
        var state = read(".parlance-sync.json");
        assertThat(run.run("sync", "--dry-run").out()).startsWith("write cart.total (de)\n");
        assertThat(read("messages_de.properties")).isEqualTo(DE);
        assertThat(read(".parlance-sync.json")).isEqualTo(state);
    }

    /** @param exports alternating English and German files; the last ones are repeated */
    private void start(String... exports) throws IOException {
        server = new FakeServer();
        server.on("GET " + SHOP + "/draft", 200, "{\"sourceLocale\":\"en\",\"locales\":[{\"locale\":\"en\"},{\"locale\":\"de\"}]}");
        for (int i = 0; i < exports.length; i += 2) {
            server.on("GET " + SHOP + "/exports/en", 200, exports[i]).on("GET " + SHOP + "/exports/de", 200, exports[i + 1]);
        }
        write("parlance.yaml", "url: " + server.url() + """

                catalog: shop
                format: properties
                dialect: spring
                files: [messages.properties, 'messages_{locale}.properties']
                """);
        run = new CommandRun(folder);
    }

    private boolean inStep(String english, String german) throws IOException {
        server.close();
        start(english, german);
        return run.run("sync").out().equals("The files and the draft are in step.\n");
    }

    private void write(String path, String content) throws IOException {
        Files.writeString(folder.resolve(path), content);
    }

    private void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }
}
