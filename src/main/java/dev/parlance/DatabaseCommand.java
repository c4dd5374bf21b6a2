package dev.parlance;

import dev.parlance.embedded.DatabaseBackup;
import dev.parlance.embedded.DatabaseRestore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The commands {@code backup} and {@code restore}, which work on the embedded database without starting the service. */
record DatabaseCommand(Path folder, PrintStream out, PrintStream err) {
    static final int SUCCEEDED = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String REPLACE = "--replace";
    private static final String USAGE = """
            Usage: java -jar quarkus-run.jar
                       starts the service
                   java -jar quarkus-run.jar backup FILE
                       backs up the embedded database, also while the service is running
                   java -jar quarkus-run.jar restore [--replace] FILE
                       restores the embedded database while the service is stopped;
                       --replace deletes the present data""";

    /** Runs a command, and returns the exit status of the process. */
    int run(List<String> arguments) {
        var operands = arguments.stream().skip(1).filter(it -> !it.equals(REPLACE)).toList();
        boolean replace = arguments.contains(REPLACE);
        if (operands.size() != 1 || operands.get(0).startsWith("-")) {
            return rejectUsage();
        }
        try {
            var file = Path.of(operands.get(0));
            if (arguments.get(0).equals("backup") && !replace) {
                DatabaseBackup.create(folder, file);
                out.println("Backed up the database in " + folder.toAbsolutePath() + " to " + file + " (" + Files.size(file) + " bytes)");
                return SUCCEEDED;
            }
            if (arguments.get(0).equals("restore")) {
                DatabaseRestore.restore(folder, file, replace);
                out.println("Restored the database in " + folder.toAbsolutePath() + " from " + file);
                return SUCCEEDED;
            }
            return rejectUsage();
        } catch (IOException | InvalidPathException e) {
            err.println("The " + arguments.get(0) + " failed: " + e.getMessage());
            return FAILED;
        }
    }

    private int rejectUsage() {
        err.println(USAGE);
        return WRONG_USAGE;
    }
}
