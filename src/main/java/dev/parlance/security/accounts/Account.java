package dev.parlance.security.accounts;

import dev.parlance.security.PersonName;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A local account: a person with a password. */
@Entity
public class Account {
    @Id
    private String name;
    private String displayName;
    private String passwordHash;
    private @Nullable String passwordSetBy;
    private boolean administrator;
    private boolean disabled;
    private Instant createdAt;
    private Instant sessionsFrom;
    private int version;

    /** For Hibernate. */
    protected Account() {
    }

    /**
     * A new password.
     *
     * @param setBy the actor who chose the password and therefore knows it
     */
    record Password(String hash, String setBy) {
        /** Omits the hash, because exceptions print records. */
        @Override
        public String toString() {
            return setBy;
        }
    }

    Account(PersonName name, String displayName, Password password, boolean administrator, Instant now) {
        this.name = name.value();
        this.displayName = displayName;
        this.passwordHash = password.hash();
        this.passwordSetBy = password.setBy();
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

    /** Returns the actor who set the current password, if recorded and not the owner of the account. */
    Optional<String> passwordSetByAnother() {
        return Optional.ofNullable(passwordSetBy).filter(it -> !it.equals(name));
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

    /** Returns the number of changes; 1 for a new account. */
    public int version() {
        return version;
    }

    /** Returns the state for the history, without the password. */
    Map<String, String> state() {
        return Map.of("displayName", displayName, "administrator", Boolean.toString(administrator), "disabled",
                Boolean.toString(disabled));
    }

    /** Updates the account. Disabling it ends its sessions for good: enabling it again restores none. */
    void update(String displayName, boolean administrator, boolean disabled, Instant now) {
        if (disabled && !this.disabled) {
            endSessions(now);
        }
        this.displayName = displayName;
        this.administrator = administrator;
        this.disabled = disabled;
        this.version++;
    }

    /** Changes the password and ends all sessions of the account. */
    void changePassword(Password password, Instant now) {
        this.passwordHash = password.hash();
        this.passwordSetBy = password.setBy();
        endSessions(now);
        this.version++;
    }

    /** Moves {@code sessionsFrom} forward; never to the same instant twice, because sessions are matched by it. */
    private void endSessions(Instant now) {
        var truncated = now.truncatedTo(ChronoUnit.MILLIS);
        this.sessionsFrom = truncated.isAfter(sessionsFrom) ? truncated : sessionsFrom.plusMillis(1);
    }

    /** Returns whether the account is an enabled administrator. */
    boolean isActiveAdministrator() {
        return administrator && !disabled;
    }
}
