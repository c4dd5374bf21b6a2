package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CorsOrigins;
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

class AccessSnapshotFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CatalogName SHOP_CATALOG = new CatalogName("shop");
    private static final Grant TRANSLATOR = new Grant(MemberRole.TRANSLATOR.permissions(),
            AllowedLocales.of(List.of(LocaleTag.parse("pt-BR"), LocaleTag.parse("de"))));
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final AccessSnapshot SNAPSHOT = new AccessSnapshot(7, Map.of(SHOP_CATALOG, false, new CatalogName("open"), true),
            Map.of("0123456789abcdef",
            new AccessSnapshot.KeyEntry(SHOP_CATALOG, RandomSecrets.sha256("secret"), TRANSLATOR, Optional.of(TIME)),
                    "fedcba9876543210", new AccessSnapshot.KeyEntry(SHOP_CATALOG, RandomSecrets.sha256("other"), TRANSLATOR,
                    Optional.empty())),
            Map.of("anna", new AccessSnapshot.AccountEntry(Optional.of("$2a$04$hash-of-a-password"), true, false, TIME)),
            Map.of("anna", Map.of(SHOP_CATALOG, TRANSLATOR)), Set.of("00ff"),
            new AccessSnapshot.ProviderPeople(Map.of(new ProviderIdentity("https://id.example", "1"), "oidc:anna"), Set.of("oidc:bela")),
            Map.of("0123456789abcdef", new AccessSnapshot.TokenEntry("anna", "cd".repeat(32), Set.of(Scope.TRANSLATE, Scope.PUBLISH),
            Instant.parse("2030-01-01T00:00:00Z"))), Map.of(SHOP_CATALOG, new CorsOrigins(List.of("https://app.example.com"))));

    @TempDir
    Path folder;

    @Test
    void restoresSnapshotWithoutPasswords() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        assertThat(file.load()).isEqualTo(new AccessSnapshotFile.LoadResult(Optional.empty(), List.of()));
        file.save(SNAPSHOT);
        assertThat(file.load().snapshot()).contains(new AccessSnapshot(7, SNAPSHOT.publicByCatalog(), SNAPSHOT.keys(),
                Map.of("anna", new AccessSnapshot.AccountEntry(Optional.empty(), true, false, TIME)), SNAPSHOT.grantsByPerson(),
                SNAPSHOT.endedSessions(), new AccessSnapshot.ProviderPeople(SNAPSHOT.providerPeople().personByIdentity(), Set.of()),
                SNAPSHOT.tokens(), SNAPSHOT.corsOrigins()));
        assertThat(readSnapshot()).doesNotContain("hash-of-a-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshotPath()))).isEqualTo("rw-------");
    }

    @Test
    void rejectsDamagedFile() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(SNAPSHOT);
        var bytes = Files.readAllBytes(snapshotPath());
        for (int i = 0; i < bytes.length; i += 7) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(snapshotPath(), changed);
            assertThat(file.load().snapshot().map(AccessSnapshot::revision)).as("the second file, byte " + i).contains(7L);
            assertThat(file.load().errors()).containsExactly(snapshotPath() + " is damaged");
        }
        Files.delete(snapshotPath());
        assertThat(file.load().snapshot()).isPresent();
        Files.write(snapshotPath(), new byte[0]);
        Files.write(secondPath(), new byte[0]);
        assertThat(file.load().snapshot()).isEmpty();
        assertThat(file.load().errors()).hasSize(2);
    }

    /** With an earlier state in the second file, damage to the first would make a revoked key valid again. */
    @Test
    void keepsNoEarlierState() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(SNAPSHOT);
        file.save(new AccessSnapshot(8, SNAPSHOT.publicByCatalog(), Map.of(), Map.of(), Map.of(), Set.of(),
                AccessSnapshot.ProviderPeople.NONE, Map.of(), Map.of()));
        Files.delete(snapshotPath());
        assertThat(file.load().snapshot().orElseThrow().keys()).isEmpty();
    }

    @Test
    void restrictsFilesOfEarlierVersion() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(SNAPSHOT);
        Files.setPosixFilePermissions(snapshotPath(), PosixFilePermissions.fromString("rw-r--r--"));
        file.load();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshotPath()))).isEqualTo("rw-------");
    }

    @Test
    void leavesNoTemporaryFileAfterFailure() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        // A non-empty directory occupies the file's path, so every rename fails.
        Files.createDirectories(folder.resolve("made/permissions.json/in-the-way"));
        assertThatThrownBy(() -> file.save(SNAPSHOT)).isInstanceOf(UncheckedIOException.class);
        assertThat(fileNames()).hasSize(1);
    }

    @Test
    void removesTemporaryFilesOfKilledWriters() throws IOException {
        Files.createDirectories(folder.resolve("made"));
        Files.writeString(folder.resolve("made/permissions.json.00000000-0000-0000-0000-000000000000"), "half");
        Files.writeString(folder.resolve("made/parlance.snapshot"), "not ours");
        new AccessSnapshotFile(folder.resolve("made")).save(SNAPSHOT);
        assertThat(fileNames()).containsExactlyInAnyOrder("permissions.json", "permissions.second.json", "parlance.snapshot");
    }

    @Test
    void readsFilesOfEarlierVersions() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(SNAPSHOT);
        var json = (ObjectNode) JSON.readTree(readSnapshot().substring(readSnapshot().indexOf('\n') + 1));
        json.remove(List.of("tokens", "corsOrigins"));
        write(json);
        var loaded = file.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.snapshot().orElseThrow().tokens()).isEmpty();
        assertThat(loaded.snapshot().orElseThrow().corsOrigins()).isEmpty();
        assertThat(loaded.snapshot().orElseThrow().keys()).isEqualTo(SNAPSHOT.keys());
    }

    @Test
    void rejectsFilesOfAnotherVersion() throws IOException {
        var file = new AccessSnapshotFile(folder.resolve("made"));
        file.save(SNAPSHOT);
        Files.delete(secondPath());
        var whole = JSON.readTree(readSnapshot().substring(readSnapshot().indexOf('\n') + 1));
        var members = new ArrayList<String>();
        collectMembers("", whole, members);
        assertThat(members).contains("/catalogs", "/revision", "/accounts/anna/disabled", "/keys/0123456789abcdef/until",
                "/members/anna/shop/locales", "/tokens/0123456789abcdef/person");
        members.removeAll(List.of("/tokens", "/corsOrigins"));
        for (var pointer : members) {
            var location = JsonPointer.compile(pointer);
            var without = whole.deepCopy();
            ((ObjectNode) without.at(location.head())).remove(location.last().getMatchingProperty());
            write(without);
            assertThat(file.load().errors()).as("without " + pointer).containsExactly(snapshotPath() + " is of another version");
            assertThat(file.load().snapshot()).isEmpty();
        }
        var renamed = whole.deepCopy();
        ((ObjectNode) renamed.at("/catalogs")).put("No Name", true);
        write(renamed);
        assertThat(file.load().errors()).containsExactly(snapshotPath() + " is of another version");
    }

    /** Collects JSON pointers to all members whose names are fixed by the format. */
    private static void collectMembers(String pointer, JsonNode node, List<String> members) {
        boolean byName = Set.of("/catalogs", "/keys", "/accounts", "/members", "/members/anna", "/tokens", "/corsOrigins")
                .contains(pointer);
        for (var member : node.properties()) {
            if (!byName) {
                members.add(pointer + "/" + member.getKey());
            }
            collectMembers(pointer + "/" + member.getKey(), member.getValue(), members);
        }
    }

    private void write(JsonNode content) throws IOException {
        Files.writeString(snapshotPath(), RandomSecrets.sha256(content.toString()) + "\n" + content);
    }

    private List<String> fileNames() throws IOException {
        try (var files = Files.list(folder.resolve("made"))) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    private Path snapshotPath() {
        return folder.resolve("made/permissions.json");
    }

    private Path secondPath() {
        return folder.resolve("made/permissions.second.json");
    }

    private String readSnapshot() throws IOException {
        return Files.readString(snapshotPath(), StandardCharsets.UTF_8);
    }
}
