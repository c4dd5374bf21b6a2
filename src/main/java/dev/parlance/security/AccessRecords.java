package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.Map;

/** The stored access data, such as public catalogs, keys, accounts, members and ended sessions. */
public interface AccessRecords {

    /** Returns a number that changes whenever the stored access data change. */
    long revision();

    /** Loads all access data, at this revision or a later one. */
    AccessSnapshot load(long revision);

    /** Sets whether the releases of an existing catalog are publicly readable. */
    void setPublic(CatalogName catalog, boolean publiclyReadable);

    /** Saves when keys and personal tokens, given by their ids, were last used. */
    void saveLastUsed(Map<String, Instant> lastUsedByKey);

    /**
     * Ends a session before it expires.
     *
     * @param expiresAt the instant from which the session is invalid anyway and need not be remembered
     */
    void endSession(String id, Instant expiresAt, Instant now);

    /** Makes a name at the OpenID provider wait for its first sign-in, unless it is waiting or bound. */
    void addWaitingPerson(PersonName person);

    /** Returns whether a name at the OpenID provider is waiting for its first sign-in, or bound to a user. */
    boolean hasProviderPerson(PersonName person);

    /**
     * Binds a waiting name to an identity, permanently. Does nothing if the name is bound already, or no catalog has it as a member.
     *
     * @param create whether to bind the name even if it is not waiting
     */
    void bindPerson(PersonName person, ProviderIdentity identity, Instant now, boolean create);

    /**
     * Stores a setup token unless a valid one is stored already.
     *
     * @param tokenDigest SHA-256 in lower-case hexadecimal
     * @return whether the token was stored
     */
    boolean addSetupToken(String tokenDigest, Instant expiresAt, Instant now);

    /** Returns whether this setup token is stored and has not expired. */
    boolean hasValidSetupToken(String tokenDigest, Instant now);

    /**
     * Deletes a setup token, so that it works only once.
     *
     * @return whether the token was stored and had not expired
     */
    boolean consumeSetupToken(String tokenDigest, Instant now);
}
