package dev.parlance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that work on the embedded database without starting the service. */
final class DatabaseCommands {
    private DatabaseCommands() {
    }

    /** Backs up the embedded database. */
    @Command(name = "backup", description = "Back up the embedded database, also while the service is running.", footer = {
            "",
            "Examples:",
            "  Back up the database of the service in this folder:",
            "    parlance backup parlance.backup",
            "  Back up the database in another folder:",
            "    PARLANCE_EMBEDDED_FOLDER=/srv/parlance/.parlance \\",
            "      parlance backup monday.backup",
            "",
            "Exit codes: 0 backed up, 1 failed, 2 wrong usage"})
    static final class BackupCommand implements Callable<Integer> {
        @Mixin
        private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "FILE", description = "The file to create. An existing one is not replaced.")
        private Path file = Path.of("");

        private final CommandEnvironment environment;

        BackupCommand(CommandEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            return run(environment, "backup", () -> {
                environment.database().backUp(file);
                report(environment, json, result(environment, file).put("bytes", Files.size(file)), "Backed up the database in "
                        + environment.database().folder().toAbsolutePath() + " to " + file + " (" + Files.size(file) + " bytes)");
            });
        }
    }

    /** Restores the embedded database. */
    @Command(name = "restore", description = "Restore the embedded database while the service is stopped.", footer = {
            "",
            "Examples:",
            "  Restore into a folder without a database:",
            "    parlance restore parlance.backup",
            "  Delete the present data and restore:",
            "    parlance restore --replace parlance.backup",
            "",
            "Exit codes: 0 restored, 1 failed, 2 wrong usage"})
    static final class RestoreCommand implements Callable<Integer> {
        @Mixin
        private JsonOption json = new JsonOption();

        @Option(names = "--replace", description = "Delete the present data.")
        private boolean replace;

        @Parameters(paramLabel = "FILE", description = "The file that backup created.")
        private Path file = Path.of("");

        private final CommandEnvironment environment;

        RestoreCommand(CommandEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            return run(environment, "restore", () -> {
                environment.database().restore(file, replace);
                report(environment, json, result(environment, file), "Restored the database in "
                        + environment.database().folder().toAbsolutePath() + " from " + file);
            });
        }
    }

    /** An operation on the database. */
    @FunctionalInterface
    private interface Operation {
        void run() throws IOException;
    }

    private static int run(CommandEnvironment environment, String name, Operation operation) {
        environment.database().unavailable().ifPresent(it -> {
            throw CommandFailure.usage(it);
        });
        try {
            operation.run();
            return ExitCode.OK.status();
        } catch (IOException e) {
            environment.err().println("The " + name + " failed: " + e.getMessage());
            return ExitCode.FINDINGS.status();
        }
    }

    private static ObjectNode result(CommandEnvironment environment, Path file) {
        return JsonNodeFactory.instance.objectNode().put("folder", environment.database().folder().toAbsolutePath().toString())
                .put("file", file.toString());
    }

    private static void report(CommandEnvironment environment, JsonOption json, ObjectNode result, String text) {
        environment.out().println(json.isSet() ? result.toPrettyString() : text);
    }
}
