package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every change there was. */
public interface History {

    void add(Change change);

    /**
     * Which changes are asked for; what is null does not matter.
     *
     * @param after  only those of later revisions
     * @param before only those that come before this place, the latest first
     */
    record Query(@Nullable String key, @Nullable LocaleTag locale, @Nullable String author, @Nullable ChangeCause cause,
                 long after, Change.@Nullable Id startingBefore) {
        public Query startingBefore(Change.@Nullable Id place) {
            return new Query(key, locale, author, cause, after, place);
        }
    }

    /** The latest first. */
    List<Change> page(CatalogName catalog, Query query, int limit);

    /** In the order in which they happened. */
    List<Change> findChanges(CatalogName catalog, long revision);

    /** As {@link #of}, of all revisions of a job. */
    List<Change> findChanges(CatalogName catalog, UUID job);

    /** The change that gave a thing this version. */
    Optional<Change> findVersion(CatalogName catalog, ChangeTarget target, int version);

    /** The latest version a thing had; 0 where it never was. */
    int lastVersion(CatalogName catalog, ChangeTarget target);
}
