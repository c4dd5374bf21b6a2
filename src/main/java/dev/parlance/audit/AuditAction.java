package dev.parlance.audit;

import java.util.Locale;

/** The actions that the audit log records. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_FAILED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PASSWORD_CHANGED,
    MEMBER_ADDED,
    MEMBER_CHANGED,
    MEMBER_REMOVED,
    KEY_CREATED,
    KEY_REVOKED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    SIGNING_KEY_CREATED,
    CATALOG_CREATED,
    CATALOG_DELETED,
    VISIBILITY_CHANGED,
    RELEASE_CREATED,
    CHANNEL_MOVED,
    CHANNEL_ROLLED_BACK,
    JOB_ENDED,
    JOB_UNDONE,
    FILES_IMPORTED,
    WEBHOOK_CREATED,
    WEBHOOK_CHANGED,
    WEBHOOK_DELETED,
    WEBHOOK_SECRET_ROTATED;

    /** Returns the value of {@code action} in a line, such as {@code key-created}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
