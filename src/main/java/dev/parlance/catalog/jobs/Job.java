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

/** A bulk change over many messages, with its progress. */
@Entity
public class Job {
    /** The number of rejected messages that a job lists. Further ones are only counted. */
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

    /** The status of a job. */
    public enum JobStatus implements Labelled {
        RUNNING, DONE,
        /** Stopped by an internal error. The changes made so far stay and can be undone. */
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

    /** Returns the context for the changes of a batch. */
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

    /** Returns the number of matching messages when the job was created. */
    public int total() {
        return total;
    }

    /** Returns the number of messages processed so far. */
    public int done() {
        return done;
    }

    /** Returns the number of processed messages that the job changed. */
    public int changed() {
        return changed;
    }

    /** Returns the number of processed messages that rejected the change. */
    public int rejectedCount() {
        return refusals;
    }

    /** Returns the first {@link #MAX_NAMED_REJECTIONS} rejected messages. */
    public RejectedMessages rejectedMessages() {
        return refused;
    }
}
