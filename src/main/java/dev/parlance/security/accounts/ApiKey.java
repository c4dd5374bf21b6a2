package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API key of a program for one catalog, without its secret. */
@Entity
public class ApiKey {
    @Id
    private String id;
    private String catalog;
    private String name;
    private String scopes;
    private String locales;
    private String secretDigest;
    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant expiresAt;
    private @Nullable Instant revokedAt;
    /** Not written through the entity, but by {@code AccessRecords.saveLastUsed}. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    /** For Hibernate. */
    protected ApiKey() {
    }

    /**
     * A request to create a key.
     *
     * @param expiresAt empty for a key that does not expire
     */
    public record CreateKeyCommand(CatalogName catalog, String name, Set<Scope> scopes, AllowedLocales locales,
            Optional<Instant> expiresAt) {
    }

    ApiKey(ApiKeyToken token, CreateKeyCommand command, String createdBy, Instant now) {
        this.id = token.id();
        this.secretDigest = RandomSecrets.sha256(token.secret());
        this.catalog = command.catalog().value();
        this.name = command.name();
        this.scopes = new TreeSet<>(command.scopes()).stream().map(Scope::label).collect(Collectors.joining(" "));
        this.locales = command.locales().toColumn();
        this.expiresAt = command.expiresAt().orElse(null);
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public SortedSet<Scope> scopes() {
        return Arrays.stream(scopes.split(" ")).map(it -> Scope.of(it).orElseThrow()).collect(Collectors.toCollection(TreeSet::new));
    }

    public AllowedLocales locales() {
        return AllowedLocales.parse(locales);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** Returns when the key was last used, saved about once a minute; empty if it never was. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** Returns the state for the history, without the secret. */
    Map<String, String> state() {
        var state = new TreeMap<>(Map.of("name", name, "scopes", scopes, "locales", locales));
        expiresAt().ifPresent(it -> state.put("expiresAt", it.toString()));
        revokedAt().ifPresent(it -> state.put("revokedAt", it.toString()));
        return state;
    }

    /** Revokes the key for good. A repeated call keeps the first instant. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
