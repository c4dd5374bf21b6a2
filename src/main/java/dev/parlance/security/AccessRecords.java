package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.Map;

/** What is stored of who may what, as a whole. */
public interface AccessRecords {

    /** Another number as soon as anything else is stored. */
    long revision();

    /** Everything, at this revision or a later one. */
    AccessSnapshot load(long revision);

    /** Whether everybody may read the releases of a catalog that is there. */
    void setPublic(CatalogName catalog, boolean publiclyReadable);

    /** Keys by their ids, and when they were last used. */
    void saveLastUsed(Map<String, Instant> lastUsedByKey);

    /** Such a session holds no longer, though its time has not come. */
    void endSession(String id, Instant expiresAt, Instant now);

    /** @return whether this one holds: none was offered, or that one's time is over */
    boolean addSetupToken(String tokenDigest, Instant expiresAt, Instant now);

    /** Whether it was offered, and still holds. */
    boolean hasValidSetupToken(String tokenDigest, Instant now);

    /** @return whether it was offered, still held, and is used up by this call */
    boolean consumeSetupToken(String tokenDigest, Instant now);
}
