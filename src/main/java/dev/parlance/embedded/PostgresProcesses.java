package dev.parlance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The operating system processes of the PostgreSQL of one folder.
 *
 * <p>A process belongs to the folder if its program does. The process id in {@code postmaster.pid} alone is no proof: after a reboot it
 * may be that of another process.
 *
 * @param data     the data folder
 * @param programs the folder of the unpacked programs
 */
record PostgresProcesses(Path data, Path programs) {
    private static final Logger LOG = Logger.getLogger(PostgresProcesses.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final String PID_FILE = "postmaster.pid";

    /** Returns the running server. */
    Optional<ProcessHandle> findServer() throws IOException {
        return recordedProcess().filter(this::isOurs);
    }

    /** A zombie is still alive, but runs no program: a service that is the first process of a container does not reap the server. */
    boolean isRunning(ProcessHandle process) {
        return process.isAlive() && isOurs(process);
    }

    /**
     * Ends what a killed service, or a killed server, left running, and prepares the folder for the next server.
     *
     * @throws IOException if a process does not end
     */
    void endLeftovers() throws IOException {
        var server = findServer();
        if (server.isPresent()) {
            LOG.infof("Stopping the orphaned PostgreSQL process of an earlier run (pid %d)", server.get().pid());
            server.get().destroy();
            if (!awaitExit(server.get())) {
                server.get().destroyForcibly();
            }
        }
        // The children of a killed server end when they notice, but a long statement delays that, and a new server waits for them.
        for (var child : ProcessHandle.allProcesses().filter(this::runsOurProgram).toList()) {
            child.destroyForcibly();
            if (!awaitExit(child)) {
                throw new IOException("the PostgreSQL process " + child.pid() + " of an earlier run does not end");
            }
        }
        deleteMisleadingPidFile();
    }

    /** PostgreSQL does not start while the recorded process id is in use, even if by another program. */
    private void deleteMisleadingPidFile() throws IOException {
        var recorded = recordedProcess();
        if (recorded.isPresent() && recorded.get().info().command().isPresent() && !isOurs(recorded.get())) {
            Files.delete(data.resolve(PID_FILE));
        }
    }

    private Optional<ProcessHandle> recordedProcess() throws IOException {
        var file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}") ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** The server of an earlier version of the service runs a program in a temporary folder, but names the data folder. */
    private boolean isOurs(ProcessHandle process) {
        return runsOurProgram(process) || List.of(process.info().arguments().orElse(new String[0])).contains(data.toString());
    }

    private boolean runsOurProgram(ProcessHandle process) {
        return process.info().command().filter(it -> Path.of(it).startsWith(programs)).isPresent();
    }

    private static boolean awaitExit(ProcessHandle process) {
        long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        try {
            while (process.isAlive() && process.info().command().isPresent()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
