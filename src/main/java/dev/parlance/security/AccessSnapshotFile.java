package dev.parlance.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.CatalogName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory beside the snapshots, so that a service that starts without its database knows what is not for everybody, and who
 * its keys are. Of secrets it holds digests of 256 random bits, and no password: signing in anew waits for the database.
 *
 * <p>The first line is the SHA-256 of what follows. Written under a name of its own, brought to the disk and renamed, for the
 * service's user alone where the file system knows users.
 */
public final class AccessSnapshotFile {
    private static final String NAME = "who-may-what.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private final Path file;

    public AccessSnapshotFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    private record FileContent(long revision, Map<String, Boolean> catalogs, Map<String, KeyEntry> keys, Map<String, AccountEntry> accounts,
                        Map<String, Map<String, GrantEntry>> members, Set<String> ended) {
    }

    private record GrantEntry(Set<Permission> permissions, String locales) {
        static GrantEntry of(Grant it) {
            return new GrantEntry(it.permissions(), it.locales().column());
        }

        Grant grant() {
            return new Grant(Set.copyOf(permissions), AllowedLocales.read(locales));
        }
    }

    private record KeyEntry(String catalog, String digest, GrantEntry grant, @Nullable String until) {
        static KeyEntry of(AccessSnapshot.KnownKey it) {
            return new KeyEntry(it.catalog().value(), it.secretDigest(), GrantEntry.of(it.grant()), it.until().map(Instant::toString).orElse(null));
        }

        AccessSnapshot.KnownKey key() {
            return new AccessSnapshot.KnownKey(new CatalogName(catalog), digest, grant.grant(), Optional.ofNullable(until).map(Instant::parse));
        }
    }

    private record AccountEntry(boolean administrator, boolean disabled, String sessionsFrom) {
    }

    /** @throws UncheckedIOException where it cannot be written; what was kept before is kept still */
    void save(AccessSnapshot directory) {
        var unfinished = file.resolveSibling(NAME + "." + UUID.randomUUID());
        try {
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            removeUnfinished();
            var json = JSON.writeValueAsString(kept(directory));
            Files.createFile(unfinished, own());
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap((RandomSecrets.digest(json) + "\n" + json).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            removeAfter(e, unfinished);
            throw new UncheckedIOException(e);
        }
    }

    /** What writers left that were killed. One who writes just now in the same folder fails by it, and tries again. */
    private void removeUnfinished() throws IOException {
        try (var unfinished = Files.newDirectoryStream(file.getParent(), NAME + ".*")) {
            for (var path : unfinished) {
                Files.deleteIfExists(path);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeAfter(IOException failure, Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Empty where there is none.
     *
     * @throws IOException for one that cannot be used
     */
    Optional<AccessSnapshot> load() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var text = Files.readString(file);
        int end = text.indexOf('\n');
        if (end < 0 || !RandomSecrets.digest(text.substring(end + 1)).equals(text.substring(0, end))) {
            throw new IOException(file + " is damaged");
        }
        try {
            return Optional.of(directory(JSON.readValue(text.substring(end + 1), FileContent.class)));
        } catch (JsonProcessingException | RuntimeException e) {
            // Whatever another version means by it: half understood it could let somebody in.
            throw new IOException(file + " is of another version", e);
        }
    }

    private static FileAttribute<?>[] own() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static FileContent kept(AccessSnapshot it) {
        var catalogs = new HashMap<String, Boolean>();
        it.visible().forEach((catalog, open) -> catalogs.put(catalog.value(), open));
        var keys = new HashMap<String, KeyEntry>();
        it.keys().forEach((id, key) -> keys.put(id, KeyEntry.of(key)));
        var accounts = new HashMap<String, AccountEntry>();
        it.accounts().forEach((name, account) -> accounts.put(name,
                new AccountEntry(account.administrator(), account.disabled(), account.sessionsFrom().toString())));
        var members = new HashMap<String, Map<String, GrantEntry>>();
        it.members().forEach((person, grants) -> {
            var its = members.computeIfAbsent(person, name -> new HashMap<>());
            grants.forEach((catalog, grant) -> its.put(catalog.value(), GrantEntry.of(grant)));
        });
        return new FileContent(it.revision(), catalogs, keys, accounts, members, it.endedSessions());
    }

    private static AccessSnapshot directory(FileContent it) {
        var visible = new HashMap<CatalogName, Boolean>();
        it.catalogs().forEach((catalog, open) -> visible.put(new CatalogName(catalog), open));
        var keys = new HashMap<String, AccessSnapshot.KnownKey>();
        it.keys().forEach((id, key) -> keys.put(id, key.key()));
        var accounts = new HashMap<String, AccessSnapshot.KnownAccount>();
        it.accounts().forEach((name, account) -> accounts.put(name, new AccessSnapshot.KnownAccount(Optional.empty(), account.administrator(),
                account.disabled(), Instant.parse(account.sessionsFrom()))));
        var members = new HashMap<String, Map<CatalogName, Grant>>();
        it.members().forEach((person, grants) -> {
            var its = members.computeIfAbsent(person, name -> new HashMap<>());
            grants.forEach((catalog, grant) -> its.put(new CatalogName(catalog), grant.grant()));
        });
        return new AccessSnapshot(it.revision(), Map.copyOf(visible), Map.copyOf(keys), Map.copyOf(accounts), Map.copyOf(members), Set.copyOf(it.ended()));
    }
}
