package dev.parlance.catalog.jobs;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the changes of a replacement without saving them. */
@Singleton
public final class PreviewReplacement {
    /** The maximum number of changes that are shown. */
    public static final int MAX_CHANGES = 100;
    private static final int BATCH_SIZE = 500;

    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final Transactions transactions;

    public PreviewReplacement(Catalogs catalogs, Messages messages, Texts texts, Transactions transactions) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.transactions = transactions;
    }

    /** A text that the replacement would change. */
    public record ProposedChange(MessageKey key, TextContent before, TextContent after) {
    }

    /**
     * The first changes of a replacement, in the order of the catalog.
     *
     * @param more whether there are others
     */
    public record Preview(List<ProposedChange> changes, boolean more) {
    }

    /** The changes in a batch of messages, and where the next batch starts; null after the last one. */
    private record Batch(List<ProposedChange> changes, DraftQuery.@Nullable DraftPosition next) {
    }

    /**
     * Returns the first {@link #MAX_CHANGES} changes.
     *
     * <p>Each batch of messages has a transaction of its own: a rare text can make it read the whole catalog.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE}
     */
    public Preview preview(CatalogName name, BulkRequest request) {
        var changes = new ArrayList<ProposedChange>();
        DraftQuery.@Nullable DraftPosition start = null;
        do {
            var after = start;
            var batch = transactions.call(() -> readBatch(name, request, after));
            changes.addAll(batch.changes());
            start = batch.next();
        } while (start != null && changes.size() <= MAX_CHANGES);
        return new Preview(List.copyOf(changes.subList(0, Math.min(MAX_CHANGES, changes.size()))), changes.size() > MAX_CHANGES);
    }

    private Batch readBatch(CatalogName name, BulkRequest request, DraftQuery.@Nullable DraftPosition after) {
        var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
        catalog.requireLocale(request.query().locale());
        var keys = messages.findKeys(catalog, request.query(), after, BATCH_SIZE);
        var changes = findChanges(name, request, keys);
        if (keys.size() < BATCH_SIZE) {
            return new Batch(changes, null);
        }
        var last = messages.find(name, keys.get(keys.size() - 1)).orElseThrow();
        return new Batch(changes, new DraftQuery.DraftPosition(last.definition().position(), last.key()));
    }

    private List<ProposedChange> findChanges(CatalogName name, BulkRequest request, List<MessageKey> keys) {
        var changes = new ArrayList<ProposedChange>();
        var byKey = texts.findAll(name, request.query().locale(), keys);
        for (var key : keys) {
            var text = byKey.get(key);
            if (text != null) {
                var updated = ApplyBulkChange.replaced(text.content(), request);
                if (!updated.equals(text.content())) {
                    changes.add(new ProposedChange(key, text.content(), updated));
                }
            }
        }
        return changes;
    }
}
