package dev.parlance.security;

import static dev.parlance.security.Permission.ADMINISTER;
import static dev.parlance.security.Permission.APPROVE;
import static dev.parlance.security.Permission.IMPORT;
import static dev.parlance.security.Permission.MANAGE;
import static dev.parlance.security.Permission.PUBLISH;
import static dev.parlance.security.Permission.READ;
import static dev.parlance.security.Permission.READ_DRAFT;
import static dev.parlance.security.Permission.TRANSLATE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The role of a member in a catalog. Each role includes the permissions of the previous one. */
public enum MemberRole {
    VIEWER(READ, READ_DRAFT),
    TRANSLATOR(READ, READ_DRAFT, TRANSLATE),
    REVIEWER(READ, READ_DRAFT, TRANSLATE, APPROVE),
    MANAGER(READ, READ_DRAFT, TRANSLATE, APPROVE, MANAGE, IMPORT, PUBLISH, ADMINISTER);

    private final Set<Permission> permissions;

    MemberRole(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Returns whether the role can be limited to some locales. Managers could grant themselves the others. */
    public boolean allowsLocaleLimits() {
        return this == TRANSLATOR || this == REVIEWER;
    }

    /** Returns the name used in requests, responses and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MemberRole> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
