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
    record Query(@Nullable String key, @Nullable LocaleTag locale, @Nullable String author, @Nullable Cause cause,
                 long after, Change.@Nullable Id before) {
        public Query before(Change.@Nullable Id place) {
            return new Query(key, locale, author, cause, after, place);
        }
    }

    /** The latest first. */
    List<Change> page(CatalogName catalog, Query query, int most);

    /** In the order in which they happened. */
    List<Change> of(CatalogName catalog, long revision);

    /** As {@link #of}, of all revisions of a job. */
    List<Change> of(CatalogName catalog, UUID job);

    /** The change that gave a thing this version. */
    Optional<Change> version(CatalogName catalog, ChangeTarget thing, int version);

    /** The latest version a thing had; 0 where it never was. */
    int lastVersion(CatalogName catalog, ChangeTarget thing);
}
