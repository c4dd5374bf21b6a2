package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CorsOrigins;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All access data at one revision.
 *
 * <p>It is loaded as a whole and immutable, so that authentication and authorization need no database.
 *
 * @param revision 0 before any data are loaded
 * @param publicByCatalog whether each existing catalog is public
 * @param keys by id, including expired ones; revoked keys are absent, independent of any clock
 * @param accounts by name
 * @param grantsByPerson the grants of each person, by catalog
 * @param endedSessions the ids of sessions ended before they expire
 * @param providerPeople the people whom an OpenID provider identifies
 * @param tokens personal tokens by id, including expired ones; revoked tokens are absent
 * @param corsOrigins the origins of the catalogs that do not have the default ones
 */
public record AccessSnapshot(long revision, Map<CatalogName, Boolean> publicByCatalog, Map<String, KeyEntry> keys,
        Map<String, AccountEntry> accounts, Map<String, Map<CatalogName, Grant>> grantsByPerson, Set<String> endedSessions,
        ProviderPeople providerPeople, Map<String, TokenEntry> tokens, Map<CatalogName, CorsOrigins> corsOrigins) {

    /** The snapshot before any data are loaded: nothing is public, and no key or account is valid. */
    static final AccessSnapshot EMPTY = new AccessSnapshot(0, Map.of(), Map.of(), Map.of(), Map.of(), Set.of(),
            ProviderPeople.NONE, Map.of(), Map.of());

    /** Returns a snapshot that is not loaded, in which only these catalogs are known. */
    static AccessSnapshot ofPublicCatalogs(Set<CatalogName> catalogs) {
        var publicByCatalog = catalogs.stream().collect(Collectors.toUnmodifiableMap(it -> it, it -> true));
        return new AccessSnapshot(0, publicByCatalog, Map.of(), Map.of(), Map.of(), Set.of(), ProviderPeople.NONE, Map.of(), Map.of());
    }

    /**
     * An API key.
     *
     * @param secretDigest SHA-256 in lower-case hexadecimal
     * @param expiresAt empty for a key that does not expire
     */
    public record KeyEntry(CatalogName catalog, String secretDigest, Grant grant, Optional<Instant> expiresAt) {
        public boolean isValidAt(Instant now) {
            return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
        }
    }

    /**
     * A personal token.
     *
     * @param person       the name of its account
     * @param secretDigest SHA-256 in lower-case hexadecimal
     */
    public record TokenEntry(String person, String secretDigest, Set<Scope> scopes, Instant expiresAt) {
        public boolean isValidAt(Instant now) {
            return now.isBefore(expiresAt);
        }

        /** Returns what the token may do of these permissions in a catalog. */
        public Grant limit(Grant owner) {
            var allowed = scopes.stream().flatMap(it -> it.permissions().stream()).filter(owner::allows)
                    .collect(Collectors.toUnmodifiableSet());
            return new Grant(allowed, owner.locales());
        }
    }

    /**
     * An account with a password.
     *
     * @param passwordHash bcrypt; empty in a snapshot restored from a file, so signing in is impossible until the database answers
     * @param sessionsFrom a session is valid only if it carries this instant, compared to the millisecond
     */
    public record AccountEntry(Optional<String> passwordHash, boolean administrator, boolean disabled, Instant sessionsFrom) {
    }

    /**
     * The people whom an OpenID provider identifies.
     *
     * @param personByIdentity the name here of each identity that is permanently bound to one
     * @param waiting members whose name is bound to the first user of the provider who signs in under it
     */
    public record ProviderPeople(Map<ProviderIdentity, String> personByIdentity, Set<String> waiting) {
        public static final ProviderPeople NONE = new ProviderPeople(Map.of(), Set.of());
    }

    public boolean isLoaded() {
        return revision > 0;
    }

    /** Returns whether an account can administer the service. Administrators by a role at the provider have no account. */
    public boolean hasAdministrator() {
        return accounts.values().stream().anyMatch(it -> it.administrator() && !it.disabled());
    }

    public boolean contains(CatalogName catalog) {
        return publicByCatalog.containsKey(catalog);
    }

    public boolean isPublic(CatalogName catalog) {
        return publicByCatalog.getOrDefault(catalog, false);
    }

    public Map<CatalogName, Grant> grantsOf(String person) {
        return grantsByPerson.getOrDefault(person, Map.of());
    }
}
