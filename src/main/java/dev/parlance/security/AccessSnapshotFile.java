package dev.parlance.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.filesystem.AtomicFile;
import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of the {@link AccessSnapshot}, beside the snapshots of releases.
 *
 * <p>With it, a service that starts without its database knows which catalogs are private and which keys are valid. It contains the
 * digests of 256-bit secrets, but no password hashes: signing in requires the database.
 *
 * <p>The first line is the SHA-256 of the JSON document that follows. The file is written atomically (see {@link AtomicFile}) and, on
 * file systems with POSIX permissions, readable only by the user of the service.
 *
 * <p>A second file replaces a damaged or missing first one. It is written after the first, with the same content: an earlier state would
 * make revoked keys valid again.
 */
public final class AccessSnapshotFile {
    private static final String FILE_NAME = "permissions.json";
    private static final String SECOND_FILE_NAME = "permissions.second.json";
    private static final String TOKENS = "tokens";
    private static final String CORS_ORIGINS = "corsOrigins";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private final Path file;
    private final Path secondFile;

    public AccessSnapshotFile(Path folder) {
        this.file = folder.resolve(FILE_NAME);
        this.secondFile = folder.resolve(SECOND_FILE_NAME);
    }

    /**
     * The outcome of {@link #load}.
     *
     * @param snapshot empty if neither file can be used
     * @param errors   one line for each file that cannot be used, with the reason
     */
    record LoadResult(Optional<AccessSnapshot> snapshot, List<String> errors) {
    }

    private record FileContent(long revision, Map<String, Boolean> catalogs, Map<String, KeyEntry> keys, Map<String, AccountEntry> accounts,
                        Map<String, Map<String, GrantEntry>> members, Set<String> ended, List<ProviderEntry> providerPeople,
                        Map<String, TokenEntry> tokens, Map<String, List<String>> corsOrigins) {
    }

    /** Omits the names that wait for a first sign-in, because binding a name requires the database. */
    private record ProviderEntry(String issuer, String subject, String person) {
    }

    private record GrantEntry(Set<Permission> permissions, String locales) {
        static GrantEntry of(Grant it) {
            return new GrantEntry(it.permissions(), it.locales().toColumn());
        }

        Grant grant() {
            return new Grant(Set.copyOf(permissions), AllowedLocales.parse(locales));
        }
    }

    private record KeyEntry(String catalog, String digest, GrantEntry grant, @Nullable String until) {
        static KeyEntry of(AccessSnapshot.KeyEntry it) {
            return new KeyEntry(it.catalog().value(), it.secretDigest(), GrantEntry.of(it.grant()),
                    it.expiresAt().map(Instant::toString).orElse(null));
        }

        AccessSnapshot.KeyEntry key() {
            return new AccessSnapshot.KeyEntry(new CatalogName(catalog), digest, grant.grant(),
                    Optional.ofNullable(until).map(Instant::parse));
        }
    }

    private record TokenEntry(String person, String digest, Set<Scope> scopes, String until) {
        static TokenEntry of(AccessSnapshot.TokenEntry it) {
            return new TokenEntry(it.person(), it.secretDigest(), it.scopes(), it.expiresAt().toString());
        }

        AccessSnapshot.TokenEntry token() {
            return new AccessSnapshot.TokenEntry(person, digest, Set.copyOf(scopes), Instant.parse(until));
        }
    }

    private record AccountEntry(boolean administrator, boolean disabled, String sessionsFrom) {
    }

    /**
     * Replaces both files, one after the other.
     *
     * @throws UncheckedIOException if one cannot be written; its previous content remains intact
     */
    void save(AccessSnapshot snapshot) {
        try {
            var json = JSON.writeValueAsString(toStored(snapshot));
            var content = (RandomSecrets.sha256(json) + "\n" + json).getBytes(StandardCharsets.UTF_8);
            write(file, content);
            write(secondFile, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var written = AtomicFile.create(file.getParent(), file.getFileName().toString(), "")) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                written.channel().write(bytes);
            }
            written.commit(file, () -> { });
        }
    }

    /** Loads the first intact file. */
    LoadResult load() {
        var errors = new ArrayList<String>();
        for (var path : List.of(file, secondFile)) {
            if (Files.isRegularFile(path)) {
                try {
                    PrivateFiles.restrict(path);
                    return new LoadResult(Optional.of(read(path)), errors);
                } catch (IOException e) {
                    errors.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return new LoadResult(Optional.empty(), errors);
    }

    private static AccessSnapshot read(Path file) throws IOException {
        var text = Files.readString(file);
        int lineEnd = text.indexOf('\n');
        if (lineEnd < 0 || !RandomSecrets.sha256(text.substring(lineEnd + 1)).equals(text.substring(0, lineEnd))) {
            throw new IOException(file + " is damaged");
        }
        try {
            var json = (ObjectNode) JSON.readTree(text.substring(lineEnd + 1));
            if (!json.has(TOKENS)) {
                // Written before there were personal tokens: none is valid.
                json.putObject(TOKENS);
            }
            if (!json.has(CORS_ORIGINS)) {
                // Written before catalogs had origins: all have the default.
                json.putObject(CORS_ORIGINS);
            }
            return toSnapshot(JSON.treeToValue(json, FileContent.class));
        } catch (JsonProcessingException | RuntimeException e) {
            // A partially understood file of another version could grant access by mistake.
            throw new IOException(file + " is of another version", e);
        }
    }

    private static FileContent toStored(AccessSnapshot it) {
        var catalogs = new HashMap<String, Boolean>();
        it.publicByCatalog().forEach((catalog, publiclyReadable) -> catalogs.put(catalog.value(), publiclyReadable));
        var keys = new HashMap<String, KeyEntry>();
        it.keys().forEach((id, key) -> keys.put(id, KeyEntry.of(key)));
        var accounts = new HashMap<String, AccountEntry>();
        it.accounts().forEach((name, account) -> accounts.put(name,
                new AccountEntry(account.administrator(), account.disabled(), account.sessionsFrom().toString())));
        var members = new HashMap<String, Map<String, GrantEntry>>();
        it.grantsByPerson().forEach((person, grants) -> {
            var personGrants = members.computeIfAbsent(person, name -> new HashMap<>());
            grants.forEach((catalog, grant) -> personGrants.put(catalog.value(), GrantEntry.of(grant)));
        });
        var origins = new HashMap<String, List<String>>();
        it.corsOrigins().forEach((catalog, allowed) -> origins.put(catalog.value(), allowed.origins()));
        return new FileContent(it.revision(), catalogs, keys, accounts, members, it.endedSessions(),
                it.providerPeople().personByIdentity().entrySet().stream()
                        .map(person -> new ProviderEntry(person.getKey().issuer(), person.getKey().subject(), person.getValue())).toList(),
                convert(it.tokens(), TokenEntry::of), origins);
    }

    private static AccessSnapshot toSnapshot(FileContent it) {
        var publicByCatalog = new HashMap<CatalogName, Boolean>();
        it.catalogs().forEach((catalog, publiclyReadable) -> publicByCatalog.put(new CatalogName(catalog), publiclyReadable));
        var keys = new HashMap<String, AccessSnapshot.KeyEntry>();
        it.keys().forEach((id, key) -> keys.put(id, key.key()));
        var accounts = new HashMap<String, AccessSnapshot.AccountEntry>();
        it.accounts().forEach((name, account) -> accounts
                .put(name, new AccessSnapshot.AccountEntry(Optional.empty(), account.administrator(),
                account.disabled(), Instant.parse(account.sessionsFrom()))));
        var members = new HashMap<String, Map<CatalogName, Grant>>();
        it.members().forEach((person, grants) -> {
            var personGrants = members.computeIfAbsent(person, name -> new HashMap<>());
            grants.forEach((catalog, grant) -> personGrants.put(new CatalogName(catalog), grant.grant()));
        });
        var origins = new HashMap<CatalogName, CorsOrigins>();
        it.corsOrigins().forEach((catalog, allowed) -> origins.put(new CatalogName(catalog), new CorsOrigins(allowed)));
        return new AccessSnapshot(it.revision(), Map.copyOf(publicByCatalog), Map.copyOf(keys), Map.copyOf(accounts), Map.copyOf(members),
                Set.copyOf(it.ended()), new AccessSnapshot.ProviderPeople(it.providerPeople().stream().collect(Collectors
                        .toUnmodifiableMap(person -> new ProviderIdentity(person.issuer(), person.subject()), ProviderEntry::person)),
                Set.of()), convert(it.tokens(), TokenEntry::token), Map.copyOf(origins));
    }

    private static <A, B> Map<String, B> convert(Map<String, A> entries, Function<A, B> mapping) {
        return entries.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> mapping.apply(it.getValue())));
    }
}
