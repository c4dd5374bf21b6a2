package dev.parlance.catalog.comments;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.comments.MessageComment.Resolution;
import dev.parlance.catalog.events.CatalogEvent;
import dev.parlance.catalog.events.CatalogEvents;
import dev.parlance.catalog.events.EventType;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Adds, resolves, reopens and deletes comments. */
@Singleton
public final class EditComments {
    /** Long enough for every replica to detect the deletion. */
    private static final Duration DELETED_RETENTION = Duration.ofHours(1);

    private final Comments comments;
    private final Catalogs catalogs;
    private final Messages messages;
    private final CatalogEvents events;
    private final Transactions transactions;

    public EditComments(Comments comments, Catalogs catalogs, Messages messages, CatalogEvents events, Transactions transactions) {
        this.comments = comments;
        this.catalogs = catalogs;
        this.messages = messages;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * The content of a new comment.
     *
     * @param locale   the locale of the commented text; empty for a comment on the message itself
     * @param mentions the names of people, sorted
     */
    public record AddCommentCommand(CatalogName catalog, MessageKey key, Optional<LocaleTag> locale, String text, List<String> mentions) {
    }

    /**
     * Adds a comment.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code UNKNOWN_MESSAGE}, {@code UNKNOWN_LOCALE}, or
     *         {@code TOO_MANY_ITEMS} if the message has too many comments
     */
    public MessageComment add(AddCommentCommand command, String author, Instant now) {
        return transactions.call(() -> {
            var catalog = catalogs.find(command.catalog()).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(command.catalog().value()));
            if (messages.find(command.catalog(), command.key()).isEmpty()) {
                throw ProblemType.UNKNOWN_MESSAGE.with(command.key().value(), command.catalog().value());
            }
            command.locale().ifPresent(catalog::requireLocale);
            long id = comments.nextRevision(command.catalog());
            if (comments.count(command.catalog(), command.key()) >= ResourceLimit.COMMENTS.value()) {
                throw ProblemType.TOO_MANY_ITEMS.with("comments", ResourceLimit.COMMENTS.value());
            }
            var comment = new MessageComment(command.catalog(), id, command.key(), command.locale(), command.text(), author,
                    now.truncatedTo(ChronoUnit.MICROS), Optional.empty(), command.mentions());
            comments.add(comment);
            record(EventType.COMMENT_ADDED, comment);
            return comment;
        });
    }

    /** Resolves a comment. Does nothing if it is already resolved. */
    public MessageComment resolve(CatalogName catalog, MessageKey key, long id, String person, Instant now) {
        var resolution = new Resolution(person, now.truncatedTo(ChronoUnit.MICROS));
        return update(catalog, key, id, it -> it.resolution().isPresent() ? it : it.resolve(resolution));
    }

    /** Reopens a comment. Does nothing if it is already open. */
    public MessageComment reopen(CatalogName catalog, MessageKey key, long id) {
        return update(catalog, key, id, it -> it.resolution().isEmpty() ? it : it.reopen());
    }

    private MessageComment update(CatalogName catalog, MessageKey key, long id, UnaryOperator<MessageComment> change) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            long revision = comments.nextRevision(catalog);
            var comment = require(catalog, key, id);
            var changed = change.apply(comment);
            if (!changed.equals(comment)) {
                comments.saveResolution(changed, revision);
                record(changed.resolution().isPresent() ? EventType.COMMENT_RESOLVED : EventType.COMMENT_REOPENED, changed);
            }
            return changed;
        });
    }

    /**
     * Deletes a comment.
     *
     * @param requirePermission receives the author of the comment, and throws if the caller may not delete it
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_COMMENT}
     */
    public void delete(CatalogName catalog, MessageKey key, long id, Instant now, Consumer<String> requirePermission) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            long revision = comments.nextRevision(catalog);
            var comment = require(catalog, key, id);
            requirePermission.accept(comment.author());
            comments.delete(comment, now, revision);
            record(EventType.COMMENT_DELETED, comment);
            comments.purgeDeleted(now.minus(DELETED_RETENTION));
            return true;
        });
    }

    private void record(EventType type, MessageComment comment) {
        var text = type == EventType.COMMENT_DELETED ? Optional.<String>empty() : Optional.of(comment.text());
        events.record(new CatalogEvent.CommentChanged(comment.catalog(), type, comment.id(), comment.key(), comment.locale(),
                comment.author(), text, comment.mentions()));
    }

    private MessageComment require(CatalogName catalog, MessageKey key, long id) {
        return comments.find(catalog, key, id).orElseThrow(() -> ProblemType.UNKNOWN_COMMENT.with(Long.toString(id), key.value()));
    }
}
