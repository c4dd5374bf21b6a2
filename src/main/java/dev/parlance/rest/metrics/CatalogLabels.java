package dev.parlance.rest.metrics;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values of the label {@code catalog}: the names of the first catalogs, and {@value #OTHER} for all others. */
@Singleton
public final class CatalogLabels {
    static final String OTHER = "other";
    static final int MAX_LABELS = 50;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param catalog the name of a catalog that exists; clients must not be able to choose it */
    public String of(String catalog) {
        return known.contains(catalog) || tryAdd(catalog) ? catalog : OTHER;
    }

    private synchronized boolean tryAdd(String catalog) {
        return known.size() < MAX_LABELS && known.add(catalog);
    }
}
