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
public record AccessSnapshot(long revision, Map<CatalogName, Boolean> visible, Map<String, KnownKey> keys, Map<String, KnownAccount> accounts,
                        Map<String, Map<CatalogName, Grant>> members, Set<String> endedSessions) {

    /** Before anything is known: nothing is public, and nobody is anybody. */
    static final AccessSnapshot UNKNOWN = new AccessSnapshot(0, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    /** @param until empty for ever */
    public record KnownKey(CatalogName catalog, String secretDigest, Grant grant, Optional<Instant> until) {
        public boolean holds(Instant now) {
            return until.isEmpty() || now.isBefore(until.get());
        }
    }

    /**
     * @param passwordHash bcrypt; empty while only a file knows the account, and so nobody can sign in with it
     * @param sessionsFrom only sessions hold that have it, to the millisecond, as their mark
     */
    public record KnownAccount(Optional<String> passwordHash, boolean administrator, boolean disabled, Instant sessionsFrom) {
    }

    public boolean loaded() {
        return revision > 0;
    }

    public boolean has(CatalogName catalog) {
        return visible.containsKey(catalog);
    }

    public boolean isPublic(CatalogName catalog) {
        return visible.getOrDefault(catalog, false);
    }

    public Map<CatalogName, Grant> grants(String person) {
        return members.getOrDefault(person, Map.of());
    }
}
