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
    public static final int MAX_NAMED_REJECTIONS = 100;

    @Id
    private UUID id;
    private String catalog;
    private BulkRequest request;
    private JobStatus stage;
    private String requestedBy;
    private String comment;
    private Instant createdAt;
    private @Nullable Instant finishedAt;
    private int total;
    private int done;
    private int changed;
    private int refusals;
    private RejectedMessages refused;
    private @Nullable Integer placePosition;
    private @Nullable String placeKey;

    /** Where a job is. */
    public enum JobStatus implements Labelled {
        RUNNING, DONE,
        /** It met with a fault of ours. What it had done stays, and can be undone. */
        FAILED, UNDONE
    }

    /** For the persistence layer. */
    protected Job() {
    }

    Job(UUID id, CatalogName catalog, BulkRequest request, ChangeContext context, int total) {
        this.id = id;
        this.catalog = catalog.value();
        this.request = request;
        this.stage = JobStatus.RUNNING;
        this.requestedBy = context.actor();
        this.comment = context.comment();
        this.createdAt = context.timestamp();
        this.total = total;
        this.refused = RejectedMessages.NONE;
    }

    /** As one of its parts, now. */
    ChangeContext batchContext(Instant now) {
        return ChangeContext.forEdit(requestedBy, now, comment).withJob(id);
    }

    DraftQuery.@Nullable DraftPosition lastProcessed() {
        return placePosition == null || placeKey == null ? null : new DraftQuery.DraftPosition(placePosition, new MessageKey(placeKey));
    }

    void recordProgress(DraftQuery.DraftPosition position, boolean changed) {
        this.done++;
        this.changed += changed ? 1 : 0;
        this.placePosition = position.position();
        this.placeKey = position.key().value();
    }

    void recordRejection(MessageKey key, String code) {
        refusals++;
        if (refused.all().size() < MAX_NAMED_REJECTIONS) {
            refused = refused.with(key, code);
        }
    }

    void finish(JobStatus status, Instant now) {
        this.stage = status;
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

    public JobStatus status() {
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
    public int rejectedCount() {
        return refusals;
    }

    /** The first of them. */
    public RejectedMessages rejectedMessages() {
        return refused;
    }
}
