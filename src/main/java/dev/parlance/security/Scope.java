package dev.parlance.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a key may be good for. */
public enum Scope {
    /** What everybody may read of a public catalog, and no more: such a key ships in apps, so it is no secret. */
    READ(Permission.READ),
    IMPORT(Permission.READ, Permission.READ_DRAFT, Permission.IMPORT),
    TRANSLATE(Permission.READ, Permission.READ_DRAFT, Permission.TRANSLATE),
    PUBLISH(Permission.READ, Permission.READ_DRAFT, Permission.PUBLISH),
    /** Everything in its catalog: who makes keys can make one for anything. */
    ADMIN(Permission.values());

    private final Set<Permission> permissions;

    Scope(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** As it is spelt in requests, answers and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
