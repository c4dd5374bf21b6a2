package dev.parlance.embedded;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The Unix domain socket of the embedded PostgreSQL.
 *
 * <p>It is in the data folder, which PostgreSQL keeps at mode 0700, so other users of the machine cannot connect. On a TCP port they could
 * occupy all connections of the server, because a connection counts before it is authenticated.
 *
 * @param folder the data folder
 * @param path   of the socket, absolute or relative to the working directory
 */
record ServerSocketFile(Path folder, Path path) {
    /** PostgreSQL's default; here only a part of the name of the socket. */
    static final int PORT = 5432;

    static final String NAME = ".s.PGSQL." + PORT;
    /** Contains the process id of the server. */
    static final String LOCK_FILE = NAME + ".lock";

    /** The limit of macOS; Linux permits 107. */
    private static final int MAX_PATH_BYTES = 103;

    /** @throws IOException if the path is too long for a socket, even relative to the working directory */
    static ServerSocketFile in(Path data) throws IOException {
        var absolute = data.toAbsolutePath().resolve(NAME);
        if (isShort(absolute)) {
            return new ServerSocketFile(data.toAbsolutePath(), absolute);
        }
        var workingDirectory = Path.of("").toRealPath();
        if (absolute.getRoot().equals(workingDirectory.getRoot())) {
            var relative = workingDirectory.relativize(absolute);
            if (isShort(relative)) {
                return new ServerSocketFile(data.toAbsolutePath(), relative);
            }
        }
        throw new IOException("the path of the folder is too long for the socket " + absolute + ": more than " + MAX_PATH_BYTES + " bytes");
    }

    private static boolean isShort(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_PATH_BYTES;
    }

    /** Requires SCRAM, so that no process without the password can impersonate the server. The host and port are not used. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost/" + database + "?requireAuth=scram-sha-256&sslmode=disable&gssEncMode=disable&socketFactory="
                + UnixSocketFactory.class.getName() + "&socketFactoryArg=" + URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
    }
}
