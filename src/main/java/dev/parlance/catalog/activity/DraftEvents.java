package dev.parlance.catalog.activity;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.activity.DraftActivity.Position;
import dev.parlance.catalog.comments.Comments;
import dev.parlance.catalog.presence.Presences;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Notifies subscribers of the activity on drafts. One thread polls for all of them. */
@Singleton
public final class DraftEvents {
    /** The maximum number of targets of a revision in one event. */
    public static final int MAX_TARGETS = 100;

    /** The maximum number of revisions, and of comments, that one poll loads per catalog. */
    private static final int BATCH = 100;

    private final DraftActivity activity;
    private final Comments comments;
    private final Presences presences;
    private final Transactions transactions;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Map<CatalogName, DraftState> states = new HashMap<>();
    private volatile Runnable subscriptionHandler = () -> { };

    public DraftEvents(DraftActivity activity, Comments comments, Presences presences, Transactions transactions) {
        this.activity = activity;
        this.comments = comments;
        this.presences = presences;
        this.transactions = transactions;
    }

    /** A subscription, which is active until it is closed. */
    public final class Subscription implements AutoCloseable {
        private final CatalogName catalog;
        private final DraftListener listener;
        private boolean started;

        private Subscription(CatalogName catalog, DraftListener listener) {
            this.catalog = catalog;
            this.listener = listener;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }

    /** The result of a poll. */
    public enum Progress {
        /** There are no subscribers. */
        IDLE,
        /** The subscribers have received all activity. */
        CURRENT,
        /** There is more activity than one poll loads. */
        BEHIND
    }

    /** Sets a handler that runs after each new subscription. */
    public void onSubscription(Runnable handler) {
        this.subscriptionHandler = handler;
    }

    /**
     * Subscribes to the activity on a draft, without blocking.
     *
     * <p>The next poll notifies the listener of the current state, or that the catalog does not exist.
     */
    public Subscription subscribe(CatalogName catalog, DraftListener listener) {
        var subscription = new Subscription(catalog, listener);
        subscriptions.add(subscription);
        subscriptionHandler.run();
        return subscription;
    }

    /** Loads the activity since the previous poll, and notifies the subscribers. */
    public synchronized Progress poll() {
        var byCatalog = subscriptions.stream().collect(Collectors.groupingBy(it -> it.catalog));
        states.keySet().retainAll(byCatalog.keySet());
        if (byCatalog.isEmpty()) {
            return Progress.IDLE;
        }
        var loaded = transactions.call(() -> load(byCatalog.keySet()));
        boolean behind = false;
        for (var subscribed : byCatalog.entrySet()) {
            var next = loaded.get(subscribed.getKey());
            if (next == null) {
                subscribed.getValue().forEach(this::end);
            } else {
                publish(subscribed.getKey(), next, subscribed.getValue());
                behind |= next.hasMore();
            }
        }
        return behind ? Progress.BEHIND : Progress.CURRENT;
    }

    private Map<CatalogName, DraftState> load(Set<CatalogName> names) {
        var positions = activity.findPositions(names);
        var people = presences.findAll(names);
        return positions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> load(it.getKey(), it.getValue())
                .withPeople(people.getOrDefault(it.getKey(), List.of()))));
    }

    /** Positions are read first, so activity that is committed in the meantime is loaded by the next poll. */
    private DraftState load(CatalogName catalog, Position current) {
        var known = states.get(catalog);
        if (known == null || !known.precedes(current)) {
            return DraftState.startingAt(current);
        }
        long until = Math.min(current.revision(), known.position().revision() + BATCH);
        var revisions = until == known.position().revision() ? List.<RevisionSummary>of()
                : activity.findRevisions(catalog, known.position().revision(), until, MAX_TARGETS);
        var changes = current.comments() == known.position().comments() ? List.<Comments.CommentChange>of()
                : comments.findChanges(catalog, known.position().comments(), current.comments(), BATCH);
        return DraftState.continuing(new Position(until, changes.size() < BATCH ? current.comments()
                : changes.get(BATCH - 1).revision()), current, revisions, changes);
    }

    private void publish(CatalogName catalog, DraftState next, List<Subscription> subscribers) {
        var known = states.put(catalog, next);
        for (var subscriber : subscribers) {
            if (!subscriber.started || known == null || next.isStart()) {
                subscriber.started = true;
                subscriber.listener.onState(next.position().revision(), next.people());
            } else {
                next.publishSince(known, subscriber.listener);
            }
        }
    }

    private void end(Subscription subscription) {
        subscription.close();
        subscription.listener.onCatalogDeleted();
    }
}
