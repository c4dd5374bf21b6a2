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

/** What a person may be in a catalog, each more than the one before. */
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

    /** Whether some locales can be all that somebody may change. Whoever manages a catalog could give himself the others. */
    public boolean allowsLocaleLimits() {
        return this == TRANSLATOR || this == REVIEWER;
    }

    /** As it is spelt in requests, answers and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MemberRole> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
