package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The caller of a request, with their permissions.
 *
 * @param name the name in history: an account's name, {@code oidc:} and a name, {@code key:} and a key's id, or {@code administrator}
 * @param administrator whether the actor has all permissions in all catalogs
 * @param token the id of the personal token that authenticated a person; empty for other kinds of actors
 */
public record Actor(String name, Kind kind, boolean administrator, Map<CatalogName, Grant> grants,
        Optional<String> token) {
    public static final Actor ANONYMOUS = new Actor("", Kind.ANONYMOUS, false, Map.of());

    /** An actor without a personal token. */
    public Actor(String name, Kind kind, boolean administrator, Map<CatalogName, Grant> grants) {
        this(name, kind, administrator, grants, Optional.empty());
    }

    /** Precedes the id of a key in the name of its actor. */
    public static final String KEY_PREFIX = "key:";

    /** The caller with the token from the environment. No account can have this name. */
    public static final Actor OPERATOR = new Actor(PersonName.OPERATOR, Kind.OPERATOR, true, Map.of());

    /** The way an actor was authenticated. */
    public enum Kind { ANONYMOUS, OPERATOR, KEY, PERSON, TOKEN }

    public boolean isAnonymous() {
        return kind == Kind.ANONYMOUS;
    }

    /** Returns whether the actor has a permission in at least one locale of the catalog. */
    public boolean hasPermission(Permission permission, CatalogName catalog) {
        return administrator || grant(catalog).allows(permission);
    }

    public boolean hasPermission(Permission permission, CatalogName catalog, LocaleTag locale) {
        return hasPermission(permission, catalog) && allowedLocales(permission, catalog).contains(locale);
    }

    /** Returns the locales in which a permission applies, provided {@link #hasPermission(Permission, CatalogName)}. */
    public AllowedLocales allowedLocales(Permission permission, CatalogName catalog) {
        return administrator ? AllowedLocales.ALL : grant(catalog).locales(permission);
    }

    /** Returns the grants, sorted by the name of the catalog. */
    public SortedMap<String, Grant> sortedGrants() {
        var sorted = new TreeMap<String, Grant>();
        grants.forEach((catalog, grant) -> sorted.put(catalog.value(), grant));
        return sorted;
    }

    private Grant grant(CatalogName catalog) {
        return grants.getOrDefault(catalog, Grant.NONE);
    }
}
