package dev.parlance.security.accounts;

import dev.parlance.security.PersonName;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
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

/** A personal access token, without its secret. It acts for the owner of an account, with at most the owner's permissions. */
@Entity
public class PersonalToken {
    /** The longest time until a token expires. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(366);

    /** The maximum number of valid tokens of an account. All of them are held in memory. */
    public static final int MAX_VALID_TOKENS = 50;

    @Id
    private String id;
    private String person;
    private String name;
    private String scopes;
    private String secretDigest;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;
    /** Not written through the entity, but by {@code AccessRecords.saveLastUsed}. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    /** For Hibernate. */
    protected PersonalToken() {
    }

    /** A request to create a token. */
    public record CreateTokenCommand(PersonName person, String name, Set<Scope> scopes, Instant expiresAt) {
    }

    PersonalToken(ApiKeyToken token, CreateTokenCommand command, Instant now) {
        this.id = token.id();
        this.secretDigest = RandomSecrets.sha256(token.secret());
        this.person = command.person().value();
        this.name = command.name();
        this.scopes = new TreeSet<>(command.scopes()).stream().map(Scope::label).collect(Collectors.joining(" "));
        this.createdAt = now;
        this.expiresAt = command.expiresAt();
    }

    public String id() {
        return id;
    }

    public String person() {
        return person;
    }

    public String name() {
        return name;
    }

    public SortedSet<Scope> scopes() {
        return Arrays.stream(scopes.split(" ")).map(it -> Scope.of(it).orElseThrow()).collect(Collectors.toCollection(TreeSet::new));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** Returns when the token was last used, saved about once a minute; empty if it never was. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** Returns the state for the history, without the secret. */
    Map<String, String> state() {
        var state = new TreeMap<>(Map.of("person", person, "name", name, "scopes", scopes, "expiresAt", expiresAt.toString()));
        revokedAt().ifPresent(it -> state.put("revokedAt", it.toString()));
        return state;
    }

    /** Revokes the token for good. A repeated call keeps the first instant. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
