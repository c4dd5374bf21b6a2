package dev.parlance.catalog.comments;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.comments.Comments.MentionPosition;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads comments. */
@Singleton
public final class ReadComments {
    private final Comments comments;
    private final Catalogs catalogs;
    private final Messages messages;
    private final Transactions transactions;

    public ReadComments(Comments comments, Catalogs catalogs, Messages messages, Transactions transactions) {
        this.comments = comments;
        this.catalogs = catalogs;
        this.messages = messages;
        this.transactions = transactions;
    }

    /**
     * Returns the comments on a message, the oldest first.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_MESSAGE}
     */
    public List<MessageComment> page(CatalogName catalog, Comments.Query query, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            if (messages.find(catalog, query.key()).isEmpty()) {
                throw ProblemType.UNKNOWN_MESSAGE.with(query.key().value(), catalog.value());
            }
            return comments.page(catalog, query, limit);
        });
    }

    /** Returns the open comments in the given catalogs that mention a person, the newest first. */
    public List<MessageComment> findMentions(String person, Collection<CatalogName> catalogs, Optional<MentionPosition> after, int limit) {
        return catalogs.isEmpty() ? List.of() : transactions.call(() -> comments.findMentions(person, catalogs, after, limit));
    }
}
