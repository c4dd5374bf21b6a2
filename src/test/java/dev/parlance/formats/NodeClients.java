package dev.parlance.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JavaScript client libraries, installed from {@code src/test/clients} into the build. */
public final class NodeClients {
    private static final Path SOURCE = Path.of("src/test/clients");
    private static final Path FOLDER = Path.of("target/clients");

    /** The output of a run, and whether it found no differences. */
    public record Result(boolean same, String output) {
    }

    private NodeClients() {
    }

    /** Returns whether npm is installed, which the build does not require. */
    public static boolean possible() {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(it -> Files.isExecutable(Path.of(it, "npm")));
    }

    public static NodeClients install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (var file : List.of("package.json", "package-lock.json", ".npmrc", "check.mjs", "read.mjs", "resolve.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var installed = run("npm", "ci", "--no-audit", "--no-fund");
        if (!installed.same()) {
            throw new IOException(installed.output());
        }
        return new NodeClients();
    }

    /** Compares all texts of a catalog with those of the service on a local port. */
    public Result check(int port, String catalog) throws IOException, InterruptedException {
        return run("node", "check.mjs", "http://127.0.0.1:" + port, catalog);
    }

    /** Looks up the keys of i18next files, and compares their texts. */
    Result resolve(Path cases) throws IOException, InterruptedException {
        return run("node", "resolve.mjs", cases.toAbsolutePath().toString());
    }

    /** Returns the texts that a library reads from a file, as JSON. */
    String read(String format, Path file) throws IOException, InterruptedException {
        var read = run("node", "read.mjs", format, file.toAbsolutePath().toString());
        if (!read.same()) {
            throw new IOException(read.output());
        }
        return read.output();
    }

    private static Result run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("clients", ".log");
        var process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            return new Result(ended && process.exitValue() == 0, Files.readString(output));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
