package dev.parlance.catalog.jobs;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.history.ChangeContext;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An act over many messages, and how far it is. */
@Entity
public class Job {
    /** How many of the messages that were refused are named. */
    public static final int MOST_NAMED = 100;

    @Id
    private UUID id;
    private String catalog;
    private BulkRequest request;
    private Stage stage;
    private String requestedBy;
    private String comment;
    private Instant createdAt;
    private @Nullable Instant finishedAt;
    private int total;
    private int done;
    private int changed;
    private int refusals;
    private RefusedMessages refused;
    private @Nullable Integer placePosition;
    private @Nullable String placeKey;

    /** Where a job is. */
    public enum Stage implements Labelled {
        RUNNING, DONE,
        /** It met with a fault of ours. What it had done stays, and can be undone. */
        FAILED, UNDONE
    }

    /** For the persistence layer. */
    protected Job() {
    }

    Job(UUID id, CatalogName catalog, BulkRequest request, ChangeContext act, int total) {
        this.id = id;
        this.catalog = catalog.value();
        this.request = request;
        this.stage = Stage.RUNNING;
        this.requestedBy = act.by();
        this.comment = act.comment();
        this.createdAt = act.at();
        this.total = total;
        this.refused = RefusedMessages.NONE;
    }

    /** As one of its parts, now. */
    ChangeContext act(Instant now) {
        return ChangeContext.edit(requestedBy, now, comment).bulk(id);
    }

    DraftQuery.@Nullable Place place() {
        return placePosition == null || placeKey == null ? null : new DraftQuery.Place(placePosition, new MessageKey(placeKey));
    }

    void advance(DraftQuery.Place place, boolean changed) {
        this.done++;
        this.changed += changed ? 1 : 0;
        this.placePosition = place.position();
        this.placeKey = place.key().value();
    }

    void addRefused(MessageKey key, String code) {
        refusals++;
        if (refused.all().size() < MOST_NAMED) {
            refused = refused.plus(key, code);
        }
    }

    void finish(Stage stage, Instant now) {
        this.stage = stage;
        this.finishedAt = now;
    }

    public UUID id() {
        return id;
    }

    public CatalogName catalog() {
        return new CatalogName(catalog);
    }

    public BulkRequest request() {
        return request;
    }

    public Stage stage() {
        return stage;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public String comment() {
        return comment;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** How many messages the query found when it began. */
    public int total() {
        return total;
    }

    /** How many of them it came by. */
    public int done() {
        return done;
    }

    /** How many of those are otherwise than before. */
    public int changed() {
        return changed;
    }

    /** How many of those it could not be done to. */
    public int refusals() {
        return refusals;
    }

    /** The first of them. */
    public RefusedMessages refused() {
        return refused;
    }
}
