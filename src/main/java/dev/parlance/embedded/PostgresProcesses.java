package dev.parlance.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The operating system processes of the PostgreSQL of one folder.
 *
 * <p>A process belongs to the folder if its program does. The process id in {@code postmaster.pid} alone is not sufficient: after a
 * reboot, another process may have it.
 *
 * @param data     the data folder
 * @param programs the folder of the unpacked programs
 */
record PostgresProcesses(Path data, Path programs) {
    private static final Logger LOG = Logger.getLogger(PostgresProcesses.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration IDENTITY_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration POLL_PERIOD = Duration.ofMillis(20);
    private static final String PID_FILE = "postmaster.pid";

    /** Returns the running server. */
    Optional<ProcessHandle> findServer() throws IOException {
        return recordedProcess(data.resolve(PID_FILE)).filter(this::isOurs);
    }

    /**
     * Returns whether a process of the server is running.
     *
     * <p>A zombie does not count: if the service is the first process of a container, it does not reap the server.
     */
    boolean isRunning(ProcessHandle process) {
        return process.isAlive() && isOurs(process);
    }

    /**
     * Ends the processes left by a killed service or server, and prepares the folder for the next server.
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
        // The children of a killed server may run until their statement ends, and a new server would wait for them.
        for (var child : ProcessHandle.allProcesses().filter(this::runsOurProgram).toList()) {
            child.destroyForcibly();
            if (!awaitExit(child)) {
                throw new IOException("the PostgreSQL process " + child.pid() + " of an earlier run does not end");
            }
        }
        deleteIfMisleading(data.resolve(PID_FILE));
        deleteIfMisleading(data.resolve(ServerSocketFile.LOCK_FILE));
    }

    /**
     * Deletes a file if PostgreSQL would mistake the process recorded in it for a running server, and not start.
     *
     * <p>Called when no process of the folder is running, so the process has another program, or has ended: a zombie remains until its
     * parent reaps it, which in a container may never happen.
     */
    private void deleteIfMisleading(Path file) throws IOException {
        var recorded = recordedProcess(file);
        if (recorded.isPresent() && awaitIdentity(recorded.get())) {
            LOG.debugf("Deleting %s of an earlier run", file);
            Files.deleteIfExists(file);
        }
    }

    /** Returns whether a process is known not to be ours. A process that is ending has no program, but is no zombie yet. */
    private boolean awaitIdentity(ProcessHandle process) throws IOException {
        long deadline = System.nanoTime() + IDENTITY_TIMEOUT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (isZombie(process)) {
                return true;
            }
            if (process.info().command().isPresent()) {
                return !isOurs(process);
            }
            LockSupport.parkNanos(POLL_PERIOD.toNanos());
        }
        return false;
    }

    /** Reads the state from Linux; elsewhere, processes without a parent are always reaped. */
    private static boolean isZombie(ProcessHandle process) throws IOException {
        try {
            var status = Files.readString(Path.of("/proc", "" + process.pid(), "stat"), StandardCharsets.ISO_8859_1);
            // The name of the program in parentheses may contain any character.
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Optional<ProcessHandle> recordedProcess(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}") ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** Recognizes servers of earlier versions by the data folder: their program is in a temporary folder. */
    private boolean isOurs(ProcessHandle process) {
        return runsOurProgram(process) || List.of(process.info().arguments().orElse(new String[0])).contains(data.toString());
    }

    private boolean runsOurProgram(ProcessHandle process) {
        return process.info().command().filter(it -> Path.of(it).startsWith(programs)).isPresent();
    }

    /** Waits up to 15 seconds until a process is no longer running, and returns whether it has ended. */
    boolean awaitExit(ProcessHandle process) {
        long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        try {
            while (process.isAlive() && process.info().command().isPresent()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_PERIOD.toMillis());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
