package dev.parlance.cli;

import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.server.CatalogReleases;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves a channel back to an earlier release. */
@Command(name = "rollback", description = "Point a channel at an earlier release. The draft stays as it is.", footer = {
        "",
        "Examples:",
        "  Undo the last release:",
        "    parlance rollback --comment \"Wrong prices\"",
        "  Return to a certain release on another channel:",
        "    parlance rollback --channel staging --to 12",
        "",
        "Exit codes: 0 moved, 2 wrong usage, 4 refused, 5 unreachable"})
final class RollbackCommand extends ServerCommand {
    @Option(names = "--channel", paramLabel = "NAME", defaultValue = "production", description = "The channel. Default: production.")
    private String channel = "production";

    @Option(names = "--to", paramLabel = "N", description = "The release. Default: the last different one.")
    private @Nullable Integer to;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why the channel is moved.")
    private @Nullable String comment;

    RollbackCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var target = to == null ? OptionalInt.empty() : OptionalInt.of(to);
        var move = new CatalogReleases(client(), catalog()).rollBack(channel, target, comment);
        printResult(move, () -> print(move.path("moved").asBoolean()
                ? "The channel " + channel + " points at release " + move.path("to").asInt() + " instead of "
                        + move.path("from").asInt() + "."
                : "The channel " + channel + " points at release " + move.path("to").asInt() + " already."));
        return ExitCode.OK.status();
    }
}
