package dev.parlance.embedded;

import dev.parlance.filesystem.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The passwords of the embedded database, and the file that stores them.
 *
 * <p>The file is a connection service file of libpq, so psql can use it (see {@code PGSERVICEFILE} in the documentation of PostgreSQL).
 *
 * @param superuserPassword   of {@link #SUPERUSER}
 * @param applicationPassword of {@link #APPLICATION_ROLE}
 */
record DatabaseAccess(String superuserPassword, String applicationPassword) {
    static final String SUPERUSER = "postgres";
    static final String APPLICATION_ROLE = "parlance";
    static final String DATABASE = "parlance";

    private static final String FILE_NAME = "pg_service.conf";
    private static final int PASSWORD_BYTES = 32;
    private static final Pattern CONTENT = Pattern.compile("\\[parlance\\]\n[^\\[]*password=([0-9a-f]{64})\n.*"
            + "\\[superuser\\]\n[^\\[]*password=([0-9a-f]{64})\n", Pattern.DOTALL);

    static DatabaseAccess random() {
        return new DatabaseAccess(randomPassword(), randomPassword());
    }

    /** Loads the passwords; empty if the file is missing or damaged. */
    static Optional<DatabaseAccess> load(Path folder) throws IOException {
        var file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var content = CONTENT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        return content.find() ? Optional.of(new DatabaseAccess(content.group(2), content.group(1))) : Optional.empty();
    }

    /** Replaces the file. */
    void save(Path folder, ServerSocketFile socket) throws IOException {
        var content = "# Written at each start. Usage: PGSERVICEFILE=" + FILE_NAME + " psql service=parlance\n"
                + section("parlance", APPLICATION_ROLE, applicationPassword, socket)
                + section("superuser", SUPERUSER, superuserPassword, socket);
        write(folder.resolve(FILE_NAME), content);
    }

    Connection connectAsSuperuser(ServerSocketFile socket, String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(socket.jdbcUrl(database));
        source.setUser(SUPERUSER);
        source.setPassword(superuserPassword);
        return source.getConnection();
    }

    /** Returns a statement for the single-user mode, which does not log it. */
    String setSuperuserPassword() {
        return "alter role " + SUPERUSER + " password '" + superuserPassword + "'";
    }

    private static String section(String name, String user, String password, ServerSocketFile socket) {
        return "[" + name + "]\nhost=" + socket.folder() + "\nport=" + ServerSocketFile.PORT + "\ndbname=" + DATABASE + "\nuser=" + user
                + "\npassword=" + password + "\n";
    }

    /** Writes a private file atomically. */
    static void write(Path file, String content) throws IOException {
        try (var written = AtomicFile.create(file.getParent(), file.getFileName().toString(), "")) {
            var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                written.channel().write(bytes);
            }
            written.commit(file, () -> { });
        }
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "DatabaseAccess[passwords withheld]";
    }
}
