package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The data folder of the embedded PostgreSQL and the server that runs on it. */
final class PostgresCluster implements RestartableServer {
    private static final Logger LOG = Logger.getLogger(PostgresCluster.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration COMMAND_MARGIN = Duration.ofSeconds(15);
    private static final Duration INITIALIZATION_TIMEOUT = Duration.ofMinutes(3);
    /** Exists in every cluster, also in those of earlier versions. */
    private static final String MAINTENANCE_DATABASE = "template1";
    private static final String ACCESS_RULES = """
            # Written at each start.
            # TYPE DATABASE USER ADDRESS METHOD
            local all all scram-sha-256
            """;

    private final DatabaseFolder databaseFolder;
    private final Path folder;
    private final Path data;
    private final PostgresProcesses processes;
    private final PostgresCommand command;
    private final ServerSocketFile socket;
    private volatile Optional<ProcessHandle> server = Optional.empty();

    /** @param folder of all files of the embedded database */
    PostgresCluster(DatabaseFolder folder, PostgresProcesses processes, PostgresCommand command) throws IOException {
        this.databaseFolder = folder;
        this.folder = folder.path();
        this.data = folder.data();
        this.processes = processes;
        this.command = command;
        this.socket = ServerSocketFile.in(data);
    }

    ServerSocketFile socket() {
        return socket;
    }

    /**
     * Creates the data folder if it is missing, and makes the server require authentication.
     *
     * @return the passwords; those of an existing folder if they are known
     */
    DatabaseAccess initialize() throws IOException {
        var known = DatabaseAccess.load(folder);
        var access = known.orElseGet(DatabaseAccess::random);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            createData(access);
        } else if (known.isEmpty()) {
            LOG.info("Setting a password for the superuser of the embedded PostgreSQL");
            new SingleUserMode(command, data).execute(MAINTENANCE_DATABASE, access.setSuperuserPassword(), INITIALIZATION_TIMEOUT);
        }
        DatabaseAccess.write(data.resolve("pg_hba.conf"), ACCESS_RULES);
        access.save(folder, socket);
        return access;
    }

    /** Initializes a folder with another name, so that an interrupted initialization leaves no data folder. */
    private void createData(DatabaseAccess access) throws IOException {
        var unfinished = databaseFolder.unfinished();
        var passwordFile = folder.resolve("initial-password");
        DatabaseAccess.write(passwordFile, access.superuserPassword());
        try {
            command.run("initdb", List.of("--pgdata=" + unfinished, "--username=" + DatabaseAccess.SUPERUSER, "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile, "--encoding=UTF8", "--locale=C", "--no-instructions"), "", INITIALIZATION_TIMEOUT);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean isRunning() {
        return server.filter(processes::isRunning).isPresent();
    }

    @Override
    public void start() throws IOException {
        processes.endLeftovers();
        var log = folder.resolve("start.log");
        Files.deleteIfExists(log);
        Files.createFile(log, PrivateFiles.newFile());
        try {
            command.run("pg_ctl", List.of("start", "-D", data.toString(), "-l", log.toString(), "-o", serverOptions(), "-w", "-t",
                    "" + START_TIMEOUT.toSeconds()), "", START_TIMEOUT.plus(COMMAND_MARGIN));
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "\n" + Files.readString(log, StandardCharsets.ISO_8859_1).strip()
                    + "\nThe reason may be in " + data.resolve("log"), e);
        } finally {
            // A server that is still recovering after the timeout keeps running.
            server = processes.findServer();
        }
    }

    private String serverOptions() {
        // The folder of the socket is relative to the data folder, so that no path has to be quoted for the shell that pg_ctl uses.
        var options = List.of("listen_addresses=", "unix_socket_directories=.", "unix_socket_permissions=0600",
                "port=" + ServerSocketFile.PORT, "fsync=on",
                "synchronous_commit=on", "max_connections=50", "authentication_timeout=10s", "timezone=UTC",
                // One log file for each day of the week.
                "logging_collector=on", "log_directory=log", "log_filename=postgresql-%a.log", "log_rotation_age=1d", "log_rotation_size=0",
                "log_truncate_on_rotation=on");
        return "-c " + String.join(" -c ", options);
    }

    /** Stops the server, with a clean shutdown unless it takes too long. A server that is killed meanwhile has stopped, too. */
    void stop() throws IOException {
        var running = server.filter(processes::isRunning);
        try {
            if (running.isPresent()) {
                requestShutdown(running.get());
                processes.awaitExit(running.get());
            }
        } finally {
            processes.endLeftovers();
        }
    }

    private void requestShutdown(ProcessHandle running) throws IOException {
        try {
            command.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-W"), "", COMMAND_MARGIN);
        } catch (IOException e) {
            if (processes.awaitExit(running)) {
                LOG.debug("The embedded PostgreSQL ended before it was asked to", e);
            } else {
                throw e;
            }
        }
    }
}
