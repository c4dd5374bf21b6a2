package dev.parlance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An nginx process with a configuration of ours. It writes to one folder only. */
final class NginxProcess implements AutoCloseable {
    private static final Path TEMPLATE = Path.of("src/main/docker/nginx.conf.template");

    /** Debian's folder for modules that are installed separately. */
    private static final String MODULES = System.getProperty("nginx.modules", "/usr/lib/nginx/modules");

    /** The main configuration, which includes ours. It also logs the background requests of nginx. */
    private static final String MAIN_CONFIGURATION = """
            %s
            daemon off;
            user %s;
            worker_processes 2;
            pid nginx.pid;
            error_log stderr notice;
            events {
                worker_connections 512;
            }
            http {
                log_format asked '$request_uri $upstream_status';
                access_log access.log asked;
                log_subrequest on;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include parlance.conf;
            }
            """;

    private final Process process;
    private final int port;
    private final Path folder;

    private NginxProcess(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /**
     * Starts nginx as a cache in front of replicas, and waits until it listens.
     *
     * @param folder may contain the cache of an earlier process
     */
    static NginxProcess start(Path folder, ServiceProcess... replicas) throws IOException {
        int port = ServiceProcess.freePort();
        var servers = Arrays.stream(replicas).map(it -> "server 127.0.0.1:" + it.port() + " max_fails=0;").collect(Collectors.joining(" "));
        return start(folder, port, Files.readString(TEMPLATE)
                .replace("${PARLANCE_LISTEN}", "127.0.0.1:" + port)
                .replace("${PARLANCE_REPLICAS}", servers)
                .replace("${PARLANCE_CACHE}", Files.createDirectories(folder.resolve("cache")).toString()));
    }

    /**
     * Starts nginx and waits until it listens.
     *
     * @param configuration for the http block; it listens on the port
     * @param modules       files of modules to load
     */
    static NginxProcess start(Path folder, int port, String configuration, String... modules) throws IOException {
        Files.writeString(folder.resolve("parlance.conf"), configuration);
        var loaded = Arrays.stream(modules).map(it -> "load_module " + MODULES + "/" + it + ";").collect(Collectors.joining(" "));
        Files.writeString(folder.resolve("nginx.conf"), MAIN_CONFIGURATION.formatted(loaded, System.getProperty("user.name")));
        var builder = new ProcessBuilder(findExecutable().toString(), "-e", "stderr", "-p", folder + "/", "-c",
                folder.resolve("nginx.conf").toString());
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("nginx.log").toFile());
        var nginx = new NginxProcess(builder.redirectErrorStream(true).redirectOutput(log).start(), port, folder);
        ServiceProcess.await("nginx", Duration.ofSeconds(10), nginx::isListening);
        return nginx;
    }

    /** Also looks in /usr/sbin, where Debian installs nginx and which is not on every PATH. */
    private static Path findExecutable() {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":")).map(it -> Path.of(it, "nginx")).filter(Files::isExecutable)
                .findFirst().orElseThrow(() -> new AssertionError("There is no nginx on the PATH: apt-get install nginx-light"));
    }

    private boolean isListening() {
        if (!process.isAlive()) {
            throw new AssertionError(String.join("\n", readLines("nginx.log")));
        }
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Returns the status of each upstream response for a URI. */
    List<String> upstreamStatuses(String address) {
        return readLines("access.log").stream().filter(it -> it.startsWith(address + " ")).map(it -> it.substring(address.length() + 1))
                .filter(it -> !it.equals("-")).toList();
    }

    private List<String> readLines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
