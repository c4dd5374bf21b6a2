package dev.parlance.security;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may in one catalog. */
public record Grant(Set<Permission> permissions, AllowedLocales locales) {
    private static final Set<Permission> LOCALE_SPECIFIC = EnumSet.of(Permission.TRANSLATE, Permission.APPROVE, Permission.IMPORT);

    static final Grant NONE = new Grant(Set.of(), AllowedLocales.ALL);

    /** In some locale at least. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** The locales in which a permission holds. Reading is never limited: who translates reads what others made of it. */
    public AllowedLocales locales(Permission permission) {
        return LOCALE_SPECIFIC.contains(permission) ? locales : AllowedLocales.ALL;
    }
}
