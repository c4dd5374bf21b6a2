package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.locales.LocaleTag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The repository of changes. */
public interface History {

    void add(Change change);

    /**
     * A filter for changes. Null components do not filter.
     *
     * @param after          only changes of later revisions
     * @param startingBefore only changes before this one; null starts with the latest
     * @param since          only changes at this time or later
     */
    record Query(@Nullable String key, @Nullable LocaleTag locale, @Nullable String author, @Nullable ChangeCause cause,
                 long after, Change.@Nullable Id startingBefore, @Nullable Instant since) {
        public Query startingBefore(Change.@Nullable Id place) {
            return new Query(key, locale, author, cause, after, place, since);
        }
    }

    /** Returns matching changes, the latest first. */
    List<Change> page(CatalogName catalog, Query query, int limit);

    /** Returns the changes of a revision, the earliest first. */
    List<Change> findChanges(CatalogName catalog, long revision);

    /** Returns the messages that a revision changed, or whose texts it changed: the one that it changed last comes first. */
    List<MessageKey> findChangedMessages(CatalogName catalog, long revision);

    /** Returns the changes of some messages and their texts in a revision, the earliest first. */
    List<Change> findChanges(CatalogName catalog, long revision, Collection<MessageKey> keys);

    /** Returns the changes of a revision that concern neither a message nor a text, the earliest first. */
    List<Change> findOtherChanges(CatalogName catalog, long revision);

    /** Returns the latest change of each of some messages and of each of their texts, removed ones included. */
    Map<ChangeTarget, Change> findLatest(CatalogName catalog, Collection<MessageKey> keys);

    /** Returns the changes of all revisions of a job, the earliest first. */
    List<Change> findChanges(CatalogName catalog, UUID job);

    /** Returns the change that produced a version of a target. */
    Optional<Change> findVersion(CatalogName catalog, ChangeTarget target, int version);

    /**
     * A selection of changes to messages, texts and terms. Null components do not filter.
     *
     * @param from the earliest time
     * @param to   the latest time, exclusive
     */
    record Selection(@Nullable String key, @Nullable LocaleTag locale, @Nullable String author, @Nullable ChangeCause cause,
                     @Nullable Instant from, @Nullable Instant to) {
    }

    /** Returns the first selected changes, the earliest first. */
    List<Change> findChanges(CatalogName catalog, Selection selection, int limit);

    /** Returns the changes of the texts of some messages in a locale, the latest first. */
    List<Change> findTextChanges(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys);

    /** Returns the latest versions of texts, removed ones included; texts that never existed are absent. */
    Map<ChangeTarget, Integer> findLastTextVersions(CatalogName catalog, Set<LocaleTag> locales, Collection<MessageKey> keys);

    /** Returns the latest change of a target, removed targets included. */
    Optional<Change> findLatest(CatalogName catalog, ChangeTarget target);

    /** Returns the revision that last replaced the source locale; 0 if none did. Earlier texts refer to sources in another language. */
    long lastSourceChange(CatalogName catalog);

    /** Returns the latest version of a target, removed targets included; 0 if it never existed. */
    default int lastVersion(CatalogName catalog, ChangeTarget target) {
        return findLatest(catalog, target).map(Change::version).orElse(0);
    }
}
