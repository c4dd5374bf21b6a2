package dev.parlance.catalog.comments;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A comment on a message, or on its text in a locale.
 *
 * @param id         unique in the catalog, in the order of creation
 * @param locale     the locale of the commented text; empty for a comment on the message itself
 * @param text       plain text, at most {@code COMMENT_LENGTH} code points
 * @param createdAt  with microsecond precision, like the database
 * @param resolution empty if the comment is open
 * @param mentions   the names of the mentioned people, sorted
 */
public record MessageComment(CatalogName catalog, long id, MessageKey key, Optional<LocaleTag> locale, String text, String author,
        Instant createdAt, Optional<Resolution> resolution, List<String> mentions) {

    /** The person who resolved a comment, and the time. */
    public record Resolution(String by, Instant at) {
    }

    public CommentStatus status() {
        return resolution.isPresent() ? CommentStatus.RESOLVED : CommentStatus.OPEN;
    }

    MessageComment resolve(Resolution resolved) {
        return new MessageComment(catalog, id, key, locale, text, author, createdAt, Optional.of(resolved), mentions);
    }

    MessageComment reopen() {
        return new MessageComment(catalog, id, key, locale, text, author, createdAt, Optional.empty(), mentions);
    }
}
