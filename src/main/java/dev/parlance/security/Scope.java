package dev.parlance.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The scope of an API key: a named set of permissions. */
public enum Scope {
    /** Read published releases, and no more: such a key ships in apps, so it is not secret. */
    READ(Permission.READ),
    IMPORT(Permission.READ, Permission.READ_DRAFT, Permission.IMPORT),
    TRANSLATE(Permission.READ, Permission.READ_DRAFT, Permission.TRANSLATE),
    PUBLISH(Permission.READ, Permission.READ_DRAFT, Permission.PUBLISH),
    /** All permissions in its catalog: a key that creates keys could create one for any permission. */
    ADMIN(Permission.values());

    private final Set<Permission> permissions;

    Scope(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Returns the name used in requests, responses and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
