package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may what, at one revision: loaded whole and never changed, so that nobody needs the database to know who asks.
 *
 * @param visible each catalog there is, and whether it is public
 * @param keys by their ids, expired ones too; a revoked one is not there, whatever the time is where it was revoked
 * @param accounts by their names
 * @param members what each person may, in every catalog where he may anything
 * @param endedSessions by their ids
 */
public record AccessSnapshot(long revision, Map<CatalogName, Boolean> publicByCatalog, Map<String, KeyEntry> keys, Map<String, AccountEntry> accounts,
                        Map<String, Map<CatalogName, Grant>> grantsByPerson, Set<String> endedSessions) {

    /** Before anything is known: nothing is public, and nobody is anybody. */
    static final AccessSnapshot EMPTY = new AccessSnapshot(0, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    /** @param until empty for ever */
    public record KeyEntry(CatalogName catalog, String secretDigest, Grant grant, Optional<Instant> expiresAt) {
        public boolean isValidAt(Instant now) {
            return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
        }
    }

    /**
     * @param passwordHash bcrypt; empty while only a file knows the account, and so nobody can sign in with it
     * @param sessionsFrom only sessions hold that have it, to the millisecond, as their mark
     */
    public record AccountEntry(Optional<String> passwordHash, boolean administrator, boolean disabled, Instant sessionsFrom) {
    }

    public boolean isLoaded() {
        return revision > 0;
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
