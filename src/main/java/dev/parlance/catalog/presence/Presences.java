package dev.parlance.catalog.presence;

import dev.parlance.catalog.CatalogName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The repository of present people. Expired places are neither found nor counted. */
public interface Presences {

    /** Saves the place of a person in a catalog, which replaces the previous one. */
    void save(CatalogName catalog, String person, DraftPlace place, Duration lifetime);

    /** Removes the place of a person, if there is one. */
    void remove(CatalogName catalog, String person);

    /** Deletes expired places in all catalogs. */
    void deleteExpired();

    /** Returns the number of present people other than one. */
    int countOthers(CatalogName catalog, String person);

    /** Returns the present people of some catalogs, sorted by name. Catalogs without any are absent. */
    Map<CatalogName, List<PresentPerson>> findAll(Collection<CatalogName> catalogs);
}
