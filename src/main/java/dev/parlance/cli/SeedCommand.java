package dev.parlance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.FileWriter;
import dev.parlance.cli.server.CatalogSeeds;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a seed, which an app ships. */
@Command(name = "seed", description = "Write a file with the texts of a release, to be shipped in an app.", footer = {
        "",
        "The file has the same bytes each time, and is left alone if it has them already.",
        "",
        "Examples:",
        "  Ship the live texts in two languages:",
        "    parlance seed --locales en,ja --output src/texts.json",
        "  Ship all languages of a certain release:",
        "    parlance seed --release 12",
        "",
        "Exit codes: 0 written, 2 wrong usage, 4 refused, 5 unreachable or damaged"})
final class SeedCommand extends ServerCommand {
    private static final String PRODUCTION = "production";

    @Option(names = "--locales", paramLabel = "TAGS", description = "Language tags, separated by commas. Default: all of the release.")
    private @Nullable String locales;

    @Option(names = "--release", paramLabel = "N", description = "The release. Default: that of the channel.")
    private @Nullable Integer release;

    @Option(names = "--channel", paramLabel = "NAME", description = "The channel. Default: production.")
    private @Nullable String channel;

    @Option(names = "--output", paramLabel = "FILE", defaultValue = "parlance-seed.json",
            description = "The file. Default: parlance-seed.json.")
    private Path out = Path.of("parlance-seed.json");

    SeedCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (release != null && channel != null) {
            throw CommandFailure.usage("--release and --channel cannot be used together.");
        }
        var seeds = new CatalogSeeds(client(), catalog());
        int number = release != null ? release : seeds.releaseOf(Optional.ofNullable(channel).orElse(PRODUCTION));
        var seed = seeds.fetch(number, Optional.ofNullable(locales));
        var file = environment().folder().resolve(out).toAbsolutePath().normalize();
        boolean written = new FileWriter(file.getParent()).write(file.getFileName().toString(), seed.bytes());
        var result = JsonNodeFactory.instance.objectNode().put("file", out.toString()).put("written", written)
                .put("release", seed.release());
        seed.locales().forEach(result.putArray("locales")::add);
        seed.keyId().ifPresent(it -> result.put("keyId", it));
        var content = "release " + seed.release() + " of " + catalog() + " in " + String.join(", ", seed.locales());
        printResult(result, () -> print(written ? "Wrote " + out + ": " + content + "." : out + " has " + content + " already."));
        if (seed.keyId().isEmpty()) {
            report("The seed is not signed, because the service has no signing key.");
        }
        return ExitCode.OK.status();
    }
}
