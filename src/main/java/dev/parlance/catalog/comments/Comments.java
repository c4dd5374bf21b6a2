package dev.parlance.catalog.comments;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The repository of comments. Deleted comments are neither found nor counted. */
public interface Comments {

    /** Returns the next revision of the comments of a catalog, and blocks other changes to them until the transaction ends. */
    long nextRevision(CatalogName catalog);

    /** Adds a comment, whose id is a new revision. */
    void add(MessageComment comment);

    /** Saves whether a comment is resolved. */
    void saveResolution(MessageComment comment, long revision);

    /** Deletes a comment. */
    void delete(MessageComment comment, Instant now, long revision);

    /** Purges comments that were deleted before an instant. */
    void purgeDeleted(Instant before);

    Optional<MessageComment> find(CatalogName catalog, MessageKey key, long id);

    /** Returns the number of comments on a message. */
    int count(CatalogName catalog, MessageKey key);

    /**
     * A filter for the comments on a message.
     *
     * @param locale only comments on the text in this locale, and on the message itself; empty for all
     * @param status empty for all
     * @param after  only comments with a greater id
     */
    record Query(MessageKey key, Optional<LocaleTag> locale, Optional<CommentStatus> status, long after) {
        public Query startingAfter(long id) {
            return new Query(key, locale, status, id);
        }
    }

    /** Returns the comments on a message, the oldest first. */
    List<MessageComment> page(CatalogName catalog, Query query, int limit);

    /** The position of a comment in the order of {@link #findMentions}. */
    record MentionPosition(Instant createdAt, String catalog, long id) {
    }

    /**
     * Returns the open comments that mention a person, the newest first.
     *
     * @param catalogs only comments in these catalogs
     * @param after    the last comment of the previous page; empty for the first page
     */
    List<MessageComment> findMentions(String person, Collection<CatalogName> catalogs, Optional<MentionPosition> after, int limit);

    /**
     * A change of a comment.
     *
     * @param author the author of the comment
     */
    record CommentChange(long revision, MessageKey key, Optional<LocaleTag> locale, long id, CommentStatus status, String author) {
    }

    /** Returns the latest change of each comment that was changed after one revision, up to another, sorted by revision. */
    List<CommentChange> findChanges(CatalogName catalog, long after, long until, int limit);
}
