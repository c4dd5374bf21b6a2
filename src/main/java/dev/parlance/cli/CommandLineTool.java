package dev.parlance.cli;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command and returns the exit code of the process. */
public final class CommandLineTool {
    private static final int HELP_WIDTH = 80;

    /** All commands, in the order of the help. */
    private static final List<Function<CommandEnvironment, Callable<Integer>>> COMMANDS = List.of(ImportCommand::new,
            ExportCommand::new, CheckCommand::new, DiffCommand::new,
            ReleaseCommand::new, RollbackCommand::new, SeedCommand::new, SyncCommand::new, ExplainCommand::new, GenerateCommand::new,
            DatabaseCommands.BackupCommand::new, DatabaseCommands.RestoreCommand::new,
            CompletionCommand::new);

    @Command(name = "parlance", description = "Message catalogs in files, pull requests and the service.",
            synopsisSubcommandLabel = "COMMAND",
            version = "Parlance 1.0.0-SNAPSHOT", footer = {
                "",
                "The file parlance.yaml in this folder, or in one above it, names the service,",
                "the catalog and the files. The environment variable PARLANCE_KEY holds the key.",
                "Without a command, the jar starts the service.",
                "",
                "Examples:",
                "  Bring a folder of Spring's messages into a new catalog, and put it live:",
                "    parlance import --catalog shop --create \\",
                "      src/main/resources/messages*.properties",
                "    parlance release --catalog shop",
                "  See the options and examples of a command:",
                "    parlance sync --help",
                "",
                "Exit codes: 0 done, 1 findings or differences, 2 wrong usage, 3 conflicts,",
                "4 refused, 5 unreachable"})
    private static final class RootCommand {
    }

    private CommandLineTool() {
    }

    /** Runs a command. A failure is reported as one line on standard error. */
    public static int run(CommandEnvironment environment, String... arguments) {
        var commandLine = create(environment);
        int status = commandLine.execute(arguments);
        environment.out().flush();
        environment.err().flush();
        return status;
    }

    static CommandLine create(CommandEnvironment environment) {
        var commandLine = new CommandLine(new RootCommand());
        COMMANDS.forEach(it -> commandLine.addSubcommand(it.apply(environment)));
        commandLine.getSubcommands().values().forEach(it -> it.getCommandSpec().mixinStandardHelpOptions(true));
        commandLine.getCommandSpec().mixinStandardHelpOptions(true);
        return commandLine.setOut(environment.out()).setErr(environment.err()).setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(environment.coloured() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(failures(environment)).setParameterExceptionHandler(usage(environment));
    }

    private static IExecutionExceptionHandler failures(CommandEnvironment environment) {
        return (failure, command, parsed) -> {
            if (failure instanceof CommandFailure known) {
                environment.err().println("parlance: " + known.getMessage());
                return known.exitCode().status();
            } else if (failure instanceof UncheckedIOException unchecked) {
                environment.err().println("parlance: " + unchecked.getCause());
                return ExitCode.USAGE.status();
            }
            throw failure;
        };
    }

    private static IParameterExceptionHandler usage(CommandEnvironment environment) {
        return (failure, arguments) -> {
            if (failure.getCommandLine().getParent() == null && failure instanceof UnmatchedArgumentException unmatched
                    && !unmatched.isUnknownOption()) {
                return unknownCommand(environment, unmatched);
            }
            environment.err().println("parlance: " + failure.getMessage());
            UnmatchedArgumentException.printSuggestions(failure, environment.err());
            failure.getCommandLine().usage(environment.err());
            return ExitCode.USAGE.status();
        };
    }

    private static int unknownCommand(CommandEnvironment environment, UnmatchedArgumentException failure) {
        environment.err().println("parlance: Unknown command: " + failure.getUnmatched().get(0));
        UnmatchedArgumentException.printSuggestions(failure, environment.err());
        environment.err().println("Commands: " + String.join(", ", failure.getCommandLine().getSubcommands().keySet()));
        return ExitCode.USAGE.status();
    }
}
