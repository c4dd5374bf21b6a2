package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final Grant TRANSLATOR = new Grant(MemberRole.TRANSLATOR.permissions(), AllowedLocales.of(List.of(LocaleTag.parse("pt-BR"), LocaleTag.parse("de"))));
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final AccessSnapshot DIRECTORY = new AccessSnapshot(7, Map.of(SHOP, false, new CatalogName("open"), true),
            Map.of("0123456789abcdef", new AccessSnapshot.KnownKey(SHOP, RandomSecrets.digest("secret"), TRANSLATOR, Optional.of(TIME)),
                    "fedcba9876543210", new AccessSnapshot.KnownKey(SHOP, RandomSecrets.digest("other"), TRANSLATOR, Optional.empty())),
            Map.of("anna", new AccessSnapshot.KnownAccount(Optional.of("$2a$04$hash-of-a-password"), true, false, TIME)),
            Map.of("anna", Map.of(SHOP, TRANSLATOR)), Set.of("00ff"));

    @TempDir
    Path folder;

    @Test
    void whatIsKeptComesBackWithoutPasswords() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        assertThat(file.load()).isEmpty();
        file.save(DIRECTORY);
        assertThat(file.load()).contains(new AccessSnapshot(7, DIRECTORY.visible(), DIRECTORY.keys(),
                Map.of("anna", new AccessSnapshot.KnownAccount(Optional.empty(), true, false, TIME)), DIRECTORY.members(), DIRECTORY.endedSessions()));
        assertThat(text()).doesNotContain("hash-of-a-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
    }

    @Test
    void noChangedByteIsBelieved() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(DIRECTORY);
        var bytes = Files.readAllBytes(path());
        for (int i = 0; i < bytes.length; i += 7) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(path(), changed);
            assertThatThrownBy(file::load).as("byte " + i).isInstanceOf(IOException.class);
        }
        Files.write(path(), new byte[0]);
        assertThatThrownBy(file::load).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothing() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        // A folder that is not empty stands where the file would go: no rename succeeds.
        Files.createDirectories(folder.resolve("made/who-may-what.json/in-the-way"));
        assertThatThrownBy(() -> file.save(DIRECTORY)).isInstanceOf(UncheckedIOException.class);
        assertThat(path()).hasFileName("who-may-what.json");
        assertThat(names()).hasSize(1);
    }

    @Test
    void whatKilledWritersLeftIsRemoved() throws IOException {
        Files.createDirectories(folder.resolve("made"));
        Files.writeString(folder.resolve("made/who-may-what.json.00000000-0000-0000-0000-000000000000"), "half");
        Files.writeString(folder.resolve("made/parlance.snapshot"), "not ours");
        new AccessSnapshotFile(folder.resolve("made")).save(DIRECTORY);
        assertThat(names()).containsExactlyInAnyOrder("who-may-what.json", "parlance.snapshot");
    }

    @Test
    void whatLacksAMemberOrHoldsAnotherThingIsOfAnotherVersion() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(DIRECTORY);
        var whole = JSON.readTree(text().substring(text().indexOf('\n') + 1));
        var members = new ArrayList<String>();
        collect("", whole, members);
        assertThat(members).contains("/catalogs", "/revision", "/accounts/anna/disabled", "/keys/0123456789abcdef/until", "/members/anna/shop/locales");
        for (var pointer : members) {
            var at = JsonPointer.compile(pointer);
            var without = whole.deepCopy();
            ((ObjectNode) without.at(at.head())).remove(at.last().getMatchingProperty());
            write(without);
            assertThatThrownBy(file::load).as("without " + pointer).isInstanceOf(IOException.class).hasMessageContaining("of another version");
        }
        var renamed = whole.deepCopy();
        ((ObjectNode) renamed.at("/catalogs")).put("No Name", true);
        write(renamed);
        assertThatThrownBy(file::load).isInstanceOf(IOException.class).hasMessageContaining("of another version");
    }

    /** All members whose names are not data. */
    private static void collect(String pointer, JsonNode node, List<String> found) {
        boolean byName = Set.of("/catalogs", "/keys", "/accounts", "/members", "/members/anna").contains(pointer);
        for (var member : node.properties()) {
            if (!byName) {
                found.add(pointer + "/" + member.getKey());
            }
            collect(pointer + "/" + member.getKey(), member.getValue(), found);
        }
    }

    private void write(JsonNode content) throws IOException {
        Files.writeString(path(), RandomSecrets.digest(content.toString()) + "\n" + content);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder.resolve("made"))) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    private Path path() throws IOException {
        try (var files = Files.list(folder.resolve("made"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private String text() throws IOException {
        return Files.readString(path(), StandardCharsets.UTF_8);
    }
}
