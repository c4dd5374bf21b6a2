package dev.parlance.cli;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.server.ApiClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command for a catalog on a server. */
abstract class ServerCommand extends ProjectCommand {
    private static final String KEY_VARIABLE = "PARLANCE_KEY";
    private static final String DEFAULT_URL = "http://localhost:8080";

    @Option(names = "--url", paramLabel = "URL",
            description = {"URL of the service. Default: url in parlance.yaml,", "or " + DEFAULT_URL + "."})
    private @Nullable String url;

    @Option(names = "--catalog", paramLabel = "NAME",
            description = {"Name of the catalog.", "Default: catalog in parlance.yaml."})
    private @Nullable String catalog;

    private @Nullable ApiClient client;

    ServerCommand(CommandEnvironment environment) {
        super(environment);
    }

    final Optional<String> findCatalog() {
        return Optional.ofNullable(catalog).or(() -> configuration().catalog());
    }

    final String catalog() {
        return findCatalog().orElseThrow(() -> CommandFailure.usage("No catalog is named. Use --catalog NAME, or add catalog: NAME to "
                + "parlance.yaml."));
    }

    final ApiClient client() {
        if (client == null) {
            client = new ApiClient(server(), key(), language().value(), it -> Thread.sleep(it.toMillis()));
        }
        return client;
    }

    /**
     * Records the base of {@code sync} after files and draft have become equal.
     *
     * <p>The command has already succeeded by then, so a failure is reported as a notice and does not change the exit code.
     *
     * @param exported the configured files as exported by the server
     */
    final void recordSyncBase(LocalFiles files, TextReader reader, Supplier<List<LocalFile>> exported) {
        try {
            new SyncBase(files, reader, catalog()).recordEqualTexts(exported);
        } catch (CommandFailure | UncheckedIOException e) {
            report("The base of sync is not recorded: " + e.getMessage());
        }
    }

    private Optional<String> key() {
        var value = Optional.ofNullable(environment().variables().get(KEY_VARIABLE)).map(String::strip).filter(it -> !it.isEmpty());
        if (value.filter(it -> it.chars().anyMatch(c -> c <= ' ' || c > '~')).isPresent()) {
            throw CommandFailure.usage(KEY_VARIABLE + " contains characters that a key cannot contain.");
        }
        return value;
    }

    private URI server() {
        var value = Optional.ofNullable(url).or(() -> configuration().url()).orElse(DEFAULT_URL);
        try {
            var uri = new URI(value.replaceAll("/+$", ""));
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null && uri.getRawQuery() == null
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw invalidUrl(value);
        }
        throw invalidUrl(value);
    }

    private static CommandFailure invalidUrl(String value) {
        return CommandFailure.usage("Not a URL of a service: " + value + ". Example: https://parlance.example.com");
    }
}
