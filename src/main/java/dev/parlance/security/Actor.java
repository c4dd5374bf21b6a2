package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Somebody who asks, and what he may.
 *
 * @param name as history names him: that of an account, {@code oidc:} and a name, {@code key:} and the id of a key, or {@code administrator}
 * @param administrator of the whole service, and so allowed everything in every catalog
 */
public record Actor(String name, Kind kind, boolean administrator, Map<CatalogName, Grant> grants) {
    public static final Actor ANONYMOUS = new Actor("", Kind.ANONYMOUS, false, Map.of());

    /** Whoever has the token of the environment. No account can have this name. */
    public static final Actor OPERATOR = new Actor(PersonName.OPERATOR, Kind.OPERATOR, true, Map.of());

    /** How somebody came to be known. */
    public enum Kind { ANONYMOUS, OPERATOR, KEY, PERSON }

    public boolean isAnonymous() {
        return kind == Kind.ANONYMOUS;
    }

    /** In some locale at least. */
    public boolean hasPermission(Permission permission, CatalogName catalog) {
        return administrator || grant(catalog).allows(permission);
    }

    public boolean hasPermission(Permission permission, CatalogName catalog, LocaleTag locale) {
        return hasPermission(permission, catalog) && allowedLocales(permission, catalog).contains(locale);
    }

    /** Where {@link #may(Permission, CatalogName)} holds. */
    public AllowedLocales allowedLocales(Permission permission, CatalogName catalog) {
        return administrator ? AllowedLocales.ALL : grant(catalog).locales(permission);
    }

    /** Sorted by the name of the catalog. */
    public SortedMap<String, Grant> sortedGrants() {
        var sorted = new TreeMap<String, Grant>();
        grants.forEach((catalog, grant) -> sorted.put(catalog.value(), grant));
        return sorted;
    }

    private Grant grant(CatalogName catalog) {
        return grants.getOrDefault(catalog, Grant.NONE);
    }
}
