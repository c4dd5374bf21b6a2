package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of PostgreSQL. Their output goes to a file, because a server outlives the command that starts it. */
final class PostgresCommand {
    private final PostgresBinaries binaries;
    private final Path output;
    private final boolean rootUser;

    /** @param folder of the output file */
    PostgresCommand(PostgresBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.output = folder.resolve("command.log");
        this.rootUser = System.getProperty("os.name").equals("Linux")
                && ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    /**
     * Runs a program to its end.
     *
     * @param input   its standard input
     * @throws IOException if it fails or does not end within the timeout; the message contains its output
     */
    void run(String program, List<String> arguments, String input, Duration timeout) throws IOException {
        if (!Files.exists(output)) {
            Files.createFile(output, PrivateFiles.newFile());
        }
        var process = start(program, arguments);
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " did not end within " + timeout.toSeconds() + " s: " + readOutput());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " was running", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " failed: " + readOutput());
        }
    }

    private Process start(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (rootUser) {
            // PostgreSQL refuses to run as root. In a separate user namespace, the process is not root.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private String readOutput() throws IOException {
        return Files.readString(output, StandardCharsets.ISO_8859_1).strip();
    }
}
