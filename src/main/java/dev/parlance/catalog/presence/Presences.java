package dev.parlance.catalog.presence;

import dev.parlance.catalog.CatalogName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The repository of people who are present. Expired places are neither found nor counted. */
public interface Presences {

    /** Saves the place of a person in a catalog, replacing the previous one. */
    void save(CatalogName catalog, String person, DraftPlace place, Duration lifetime);

    /** Removes the place of a person, if there is one. */
    void remove(CatalogName catalog, String person);

    /** Deletes expired places in all catalogs. */
    void deleteExpired();

    /** Returns the number of people who are present, excluding the given person. */
    int countOthers(CatalogName catalog, String person);

    /** Returns the people present in the given catalogs, sorted by name. Catalogs without any are absent. */
    Map<CatalogName, List<PresentPerson>> findAll(Collection<CatalogName> catalogs);
}
