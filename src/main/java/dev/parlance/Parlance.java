package dev.parlance;

import dev.parlance.cli.CommandLineTool;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The main class: starts the service, or runs a command if there are arguments.
 *
 * <p>It does not refer to Quarkus, so that a command does not load it.
 */
@QuarkusMain
public final class Parlance {
    private static final String JDBC_URL_PROPERTY = "quarkus.datasource.jdbc.url";
    private static final String FOLDER_PROPERTY = "parlance.embedded.folder";

    public static void main(String... args) {
        boolean configured = findSetting(JDBC_URL_PROPERTY).isPresent();
        var folder = Path.of(findSetting(FOLDER_PROPERTY).orElse(".parlance"));
        if (args.length > 0) {
            System.exit(CommandLineTool.run(CommandWiring.environment(new EmbeddedDatabaseFiles(folder, configured)), args));
        }
        if (!ServiceLauncher.start(configured, folder)) {
            System.exit(1);
        }
    }

    /** Reads a system property or environment variable, because the configuration is not loaded yet. */
    private static Optional<String> findSetting(String name) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
