package dev.parlance.security;

import java.util.EnumSet;
import java.util.Set;

/** The permissions of a key or member in one catalog. */
public record Grant(Set<Permission> permissions, AllowedLocales locales) {
    private static final Set<Permission> LOCALE_SPECIFIC = EnumSet.of(Permission.TRANSLATE, Permission.APPROVE, Permission.IMPORT);

    /** All permissions, as an administrator of the service has them. */
    public static final Grant ALL = new Grant(Set.of(Permission.values()), AllowedLocales.ALL);

    static final Grant NONE = new Grant(Set.of(), AllowedLocales.ALL);

    /** Returns whether a permission is granted in at least one locale. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** Returns the locales in which a permission applies. Reading is never limited: translators need the work of others. */
    public AllowedLocales locales(Permission permission) {
        return LOCALE_SPECIFIC.contains(permission) ? locales : AllowedLocales.ALL;
    }
}
