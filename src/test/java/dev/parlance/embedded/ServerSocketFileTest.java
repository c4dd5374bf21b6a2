package dev.parlance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerSocketFileTest {
    private static final Path WORKING_DIRECTORY = Path.of("").toAbsolutePath();

    @Test
    void usesAbsolutePath() throws IOException {
        var data = WORKING_DIRECTORY.resolveSibling("data");
        var file = ServerSocketFile.in(data);
        assertThat(file.path()).isEqualTo(data.resolve(".s.PGSQL.5432"));
        assertThat(file.folder()).isEqualTo(data);
    }

    @Test
    void usesRelativePathIfAbsoluteOneIsTooLong() throws IOException {
        var data = Path.of("d".repeat(103 - "/.s.PGSQL.5432".length()));
        var file = ServerSocketFile.in(data);
        assertThat(file.path()).isRelative().isEqualTo(data.resolve(".s.PGSQL.5432"));
        assertThat(file.folder()).isAbsolute();
        assertThatThrownBy(() -> ServerSocketFile.in(Path.of(data + "d"))).isInstanceOf(IOException.class)
                .hasMessageContaining("more than 103 bytes");
    }

    @Test
    void escapesPathInUrl() throws IOException {
        assertThat(ServerSocketFile.in(Path.of("/a&b c")).jdbcUrl("parlance")).startsWith("jdbc:postgresql://localhost/parlance?")
                .contains("requireAuth=scram-sha-256").endsWith("socketFactoryArg=%2Fa%26b+c%2F.s.PGSQL.5432");
    }
}
