package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import java.util.Map;
import java.util.Set;

/** Names in its message the catalogs whose current releases cannot be loaded, because an operator has to roll back their channels. */
public final class ReleasesNotLoadedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Set<CatalogName> catalogs;

    /** @param causes become suppressed exceptions */
    ReleasesNotLoadedException(Map<CatalogName, Throwable> causes) {
        super("cannot load the current releases of " + causes.keySet().stream().map(CatalogName::value).toList());
        this.catalogs = Set.copyOf(causes.keySet());
        causes.values().forEach(this::addSuppressed);
    }

    public Set<CatalogName> catalogs() {
        return catalogs;
    }
}
