package dev.parlance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.server.ApiRequest;
import dev.parlance.cli.server.CatalogReleases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cuts a release and points a channel at it. */
@Command(name = "release", description = "Create a release of the draft and point a channel at it.", footer = {
        "",
        "A draft that equals the last release makes no new one; the channel is pointed",
        "at the last release.",
        "",
        "Examples:",
        "  See what would be released, and what forbids it:",
        "    parlance release --dry-run",
        "  Put the texts of the draft live:",
        "    parlance release --comment \"Autumn campaign\"",
        "",
        "Exit codes: 0 released, 1 findings of a dry run, 2 wrong usage, 4 refused,",
        "5 unreachable"})
final class ReleaseCommand extends ServerCommand {
    @Option(names = "--channel", paramLabel = "NAME", defaultValue = "production",
            description = "The channel to point at the release. Default: production.")
    private String channel = "production";

    @Option(names = "--dry-run", description = "Show findings and changes, and store nothing.")
    private boolean dryRun;

    @Option(names = "--comment", paramLabel = "TEXT", description = "What the release is about.")
    private @Nullable String comment;

    @Option(names = "--accept-breaking", description = "Allow removed keys and changed arguments, which may break apps.")
    private boolean acceptBreaking;

    ReleaseCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var releases = new CatalogReleases(client(), catalog());
        var outcome = releases.cut(dryRun, comment, acceptBreaking);
        if (outcome.problem().isPresent()) {
            outcome.problem().get().body().path("findings").forEach(it -> report(describe(it)));
            throw client().failure(outcome.problem().get());
        }
        var cut = outcome.response().orElseThrow().json();
        if (dryRun) {
            printResult(cut, () -> printDryRun(cut));
            return (cut.path("findingCount").asInt() > 0 ? ExitCode.FINDINGS : ExitCode.OK).status();
        }
        int release = cut.path("release").path("release").asInt();
        var move = releases.point(channel, release, comment);
        var result = JsonNodeFactory.instance.objectNode().put("release", release).put("created", cut.path("made").asBoolean())
                .put("channel", channel).put("moved", move.path("moved").asBoolean());
        printResult(result, () -> {
            printChanges(cut);
            print((result.path("created").asBoolean() ? "Created release " : "The draft equals release ") + release + " of " + catalog()
                    + ". The channel " + channel + (result.path("moved").asBoolean() ? " points at it." : " already points at it."));
        });
        return ExitCode.OK.status();
    }

    private void printDryRun(JsonNode cut) {
        cut.path("findings").forEach(it -> print(describe(it)));
        printChanges(cut);
        print(cut.path("findingCount").asInt() > 0 ? "A release would be refused." : cut.path("unchanged").asBoolean()
                ? "The draft equals the last release." : "A release would succeed.");
    }

    private static String describe(JsonNode finding) {
        var place = finding.path("key").asText("") + (finding.has("locale") ? " (" + finding.path("locale").asText() + ")" : "");
        return place.strip() + (place.isBlank() ? "" : ": ") + finding.path("code").asText() + ": " + finding.path("detail").asText();
    }

    private void printChanges(JsonNode cut) {
        cut.path("changes").forEach(it -> print(it.path("locale").asText() + ": " + it.path("added").asInt() + " added, "
                + it.path("changed").asInt() + " changed, " + it.path("removed").asInt() + " removed"));
    }
}
