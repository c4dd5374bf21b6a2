package dev.parlance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A headless Chromium that shows one page. It writes to one folder only. */
final class ChromiumProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private ChromiumProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the browser without waiting for the page. Runs without a sandbox, because root and containers cannot have one. */
    static ChromiumProcess start(Path folder, URI page) throws IOException {
        var log = folder.resolve("chromium.log");
        var builder = new ProcessBuilder(findExecutable().toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--remote-debugging-port=0", "--user-data-dir=" + folder.resolve("profile"), page.toString());
        builder.environment().putAll(Map.of("HOME", folder.toString(), "TMPDIR", folder.toString()));
        return new ChromiumProcess(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    private static Path findExecutable() {
        return Arrays.stream(System.getenv("PATH").split(":")).map(it -> Path.of(it, "chromium")).filter(Files::isExecutable)
                .findFirst().orElseThrow(() -> new AssertionError("There is no chromium on the PATH: apt-get install chromium"));
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends the browser with its child processes, which would otherwise still write to the folder. */
    @Override
    public void close() throws InterruptedException {
        var children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(it -> it.onExit().join());
    }
}
