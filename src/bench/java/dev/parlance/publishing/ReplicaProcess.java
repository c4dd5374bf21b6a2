package dev.parlance.publishing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged service in a separate process, accessed over HTTP. */
final class ReplicaProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String TOKEN = "only-while-this-benchmark-runs";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final long PAUSE_MILLIS = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private ReplicaProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the service.
     *
     * @param options JVM options
     */
    static ReplicaProcess start(Path folder, String jdbcUrl, List<String> options) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("package the service first: mvn -DskipTests package");
        }
        int port = freePort();
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort(), "-jar", JAR.toString()));
        var builder = new ProcessBuilder(command).directory(Files.createDirectories(folder).toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile());
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        builder.environment().put("PARLANCE_ADMIN_TOKEN", TOKEN);
        return new ReplicaProcess(builder.start(), port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Polls a resource until its body contains the expected text. Polls every 2 ms, so that polling itself costs little. */
    void await(String path, String expected) throws InterruptedException {
        while (!isServed(path, expected)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the service has ended with " + process.exitValue());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isServed(String path, String expected) throws InterruptedException {
        try {
            var answer = client.send(request(path).build(), BodyHandlers.ofString());
            return answer.statusCode() == OK && answer.body().contains(expected);
        } catch (IOException e) {
            // Not listening yet. The caller detects a process that has exited.
            return false;
        }
    }

    /** Returns the CPU time of all threads in seconds, which other load on the machine does not distort. */
    double cpu() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Fetches a resource and returns its size in bytes. */
    int get(String path) throws IOException, InterruptedException {
        return requireSuccess(client.send(request(path).build(), BodyHandlers.ofByteArray())).length;
    }

    String post(String path, String body) throws IOException, InterruptedException {
        return requireSuccess(client.send(request(path).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    /**
     * Points a channel at a release.
     *
     * @param moves the current number of moves of the channel
     */
    void moveChannel(String path, int moves, int release) throws IOException, InterruptedException {
        var condition = moves == 0 ? new String[] {"If-None-Match", "*"} : new String[] {"If-Match", "\"" + moves + "\""};
        requireSuccess(client.send(request(path).headers(condition).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .PUT(BodyPublishers.ofString("{\"release\":" + release + "}")).build(), BodyHandlers.ofString()));
    }

    /** Reads a resource that requires permissions. */
    String read(String path) throws IOException, InterruptedException {
        return requireSuccess(client.send(request(path).header("Authorization", "Bearer " + TOKEN).build(), BodyHandlers.ofString()));
    }

    /**
     * Replaces a resource.
     *
     * @param version the expected current version
     */
    void put(String path, int version, String body) throws IOException, InterruptedException {
        requireSuccess(client.send(request(path).header("If-Match", "\"" + version + "\"").header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN).PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static <T> T requireSuccess(HttpResponse<T> answer) {
        if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
