package dev.parlance.security.accounts;

import dev.parlance.security.PersonName;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A person with a password here. */
@Entity
public class Account {
    @Id
    private String name;
    private String displayName;
    private String passwordHash;
    private boolean administrator;
    private boolean disabled;
    private Instant createdAt;
    private Instant sessionsFrom;
    private int version;

    /** For the persistence layer. */
    protected Account() {
    }

    Account(PersonName name, String displayName, String passwordHash, boolean administrator, Instant now) {
        this.name = name.value();
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.administrator = administrator;
        this.createdAt = now;
        this.sessionsFrom = now.truncatedTo(ChronoUnit.MILLIS);
        this.version = 1;
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean administrator() {
        return administrator;
    }

    public boolean disabled() {
        return disabled;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Counts the changes; 1 when it is new. */
    public int version() {
        return version;
    }

    /** Whoever is disabled is signed out, for good: enabling the account brings no session back. */
    void update(String displayName, boolean administrator, boolean disabled, Instant now) {
        if (disabled && !this.disabled) {
            endSessions(now);
        }
        this.displayName = displayName;
        this.administrator = administrator;
        this.disabled = disabled;
        this.version++;
    }

    /** Whoever was signed in with the password before is so no longer. */
    void changePassword(String hash, Instant now) {
        this.passwordHash = hash;
        endSessions(now);
        this.version++;
    }

    /** Never the same time twice: sessions know each other by it. */
    private void endSessions(Instant now) {
        var truncated = now.truncatedTo(ChronoUnit.MILLIS);
        this.sessionsFrom = truncated.isAfter(sessionsFrom) ? truncated : sessionsFrom.plusMillis(1);
    }

    /** Whether it can be signed in with, and everything be done with it. */
    boolean isActiveAdministrator() {
        return administrator && !disabled;
    }
}
