package dev.parlance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged service in a process of its own, as users run it. */
public final class ServiceProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ProcessBuilder command;
    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private ServiceProcess(ProcessBuilder command, int port, int managementPort, Path log) throws IOException {
        this.command = command;
        this.process = command.start();
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /**
     * Starts the service without waiting for it.
     *
     * @param environment added to an environment without a configured database
     */
    static ServiceProcess start(Path folder, Map<String, String> environment) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        var command = List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort, "-jar", JAR.toString());
        var log = Files.createTempFile(folder, "service", ".log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder, port, managementPort, log);
    }

    /** The outcome of a command of the packaged service, such as {@code backup}. */
    record CommandResult(int status, String output) {
    }

    /** Runs a command to its end. */
    static CommandResult run(Path folder, Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "command", ".log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError("the command does not end: " + Files.readString(log));
            }
            return new CommandResult(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts the service again, on the same ports and in the same folder. */
    ServiceProcess restart() throws IOException {
        return new ServiceProcess(command, port, managementPort, log);
    }

    ServiceProcess awaitReady() {
        try {
            await("readiness", Duration.ofMinutes(3), () -> managementStatus("/q/health/ready").equals("200"));
            return this;
        } catch (AssertionError e) {
            // The caller cannot stop the process, because it has no reference yet.
            process.destroyForcibly();
            throw e;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    int managementPort() {
        return managementPort;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(5));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the status of a path on the management port; empty while the port is closed. */
    String managementStatus(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)).timeout(Duration.ofSeconds(10));
            return Integer.toString(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits for a log line: shipped catalogs are still being synchronised when the service is ready. */
    void awaitLog(String line) {
        await(line, Duration.ofSeconds(30), () -> {
            try {
                return log().contains(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Sends SIGTERM, without waiting for the process. */
    void terminate() {
        process.destroy();
    }

    /** Kills the process without a clean shutdown, as the kernel would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int awaitExit() throws InterruptedException {
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(45, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static void await(String description, Duration timeout, BooleanSupplier condition) {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + timeout + ": " + description);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
