package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as users have it: the script beside the packaged service. */
class CommandLineIT {
    private static final Path SCRIPT = Path.of("target/quarkus-app/parlance").toAbsolutePath();
    private static final String TOKEN = "token-of-the-command-line";
    /** Three times what it takes on a machine with nothing else to do. */
    private static final Duration MAX_HELP_TIME = Duration.ofMillis(2100);

    @TempDir
    Path folder;

    @Test
    void bringsAFolderOfSpringMessagesLiveInThreeCommands() throws Exception {
        var service = Files.createDirectories(folder.resolve("service"));
        var project = Files.createDirectories(folder.resolve("project"));
        writeMessages(project);
        try (var running = ServiceProcess.start(service, Map.of("PARLANCE_ADMIN_TOKEN", TOKEN))) {
            running.awaitReady();
            var at = List.of("--url", "http://127.0.0.1:" + running.port(), "--catalog", "shop");

            assertThat(run(project, 0, at, "import", "--create", "messages.properties", "messages_de.properties", "messages_es.properties",
                    "messages_fr.properties", "messages_ja.properties", "messages_pt_BR.properties"))
                    .contains("Created the catalog shop", "12 new");
            assertThat(run(project, 0, at, "release")).contains("Created release 1 of shop. The channel production points at it.");
            assertThat(text(running, "pt-BR")).isEqualTo("O seu total é 5.");

            configure(project, "http://127.0.0.1:" + running.port());
            assertThat(run(project, 0, List.of(), "diff")).contains("12 same");
            assertThat(run(project, 0, List.of(), "sync")).contains("in step");
            var german = project.resolve("messages_de.properties");
            Files.writeString(german, Files.readString(german).replace("Ihre Summe", "Ihr Gesamtbetrag"));
            assertThat(run(project, 1, List.of(), "diff")).contains("- Ihre Summe ist {0}.", "+ Ihr Gesamtbetrag ist {0}.");
            assertThat(run(project, 0, List.of(), "sync")).contains("import cart.total (de)");
            assertThat(run(project, 0, List.of(), "release")).contains("Created release 2");
            assertThat(text(running, "de")).isEqualTo("Ihr Gesamtbetrag ist 5.");
            assertThat(run(project, 0, List.of(), "rollback")).contains("points at release 1 instead of 2");
        }
    }

    @Test
    void startsFastEnoughForAHook() throws Exception {
        run(folder, 0, List.of(), "--help");
        var best = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(run(folder, 0, List.of(), "--help")).contains("Usage: parlance");
            var taken = Duration.ofNanos(System.nanoTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertThat(best).isLessThan(MAX_HELP_TIME);
    }

    private static void writeMessages(Path project) throws IOException {
        write(project, "messages", "Your total is {0}.", "Your cart is empty.");
        write(project, "messages_de", "Ihre Summe ist {0}.", "Ihr Warenkorb ist leer.");
        write(project, "messages_es", "Su total es {0}.", "Su carrito está vacío.");
        write(project, "messages_fr", "Votre total est de {0}.", "Votre panier est vide.");
        write(project, "messages_ja", "合計は{0}です。", "カートは空です。");
        write(project, "messages_pt_BR", "O seu total é {0}.", "O seu carrinho está vazio.");
    }

    private static void write(Path project, String name, String total, String empty) throws IOException {
        Files.writeString(project.resolve(name + ".properties"), "cart.empty=" + empty + "\ncart.total=" + total + "\n");
    }

    private static void configure(Path project, String url) throws IOException {
        Files.writeString(project.resolve("parlance.yaml"), "url: " + url + "\ncatalog: shop\nformat: properties\ndialect: spring\n"
                + "files: [messages.properties, 'messages_{locale}.properties']\n");
    }

    private static String text(ServiceProcess service, String locale) throws Exception {
        return service.get("/v1/catalogs/shop/messages/cart.total?format=text&arg=5&locale=" + locale, "Authorization", "Bearer " + TOKEN)
                .body();
    }

    private static String run(Path project, int status, List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        command.addAll(options);
        var log = Files.createTempFile("command", ".log");
        var builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("PARLANCE_KEY", TOKEN);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            var output = Files.readString(log);
            assertThat(process.exitValue()).as(output).isEqualTo(status);
            return output;
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
