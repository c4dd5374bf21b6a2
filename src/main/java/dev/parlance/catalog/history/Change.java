package dev.parlance.catalog.history;

import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An append-only record of history: one change of one target. Never updated. */
@Entity
public class Change {
    @EmbeddedId
    private Id id;
    private ChangeSubject subject;
    private @Nullable String key;
    private @Nullable String locale;
    private int version;
    private ChangeCause cause;
    private Instant changedAt;
    private String changedBy;
    private String comment;
    private @Nullable HistoryState before;
    private @Nullable HistoryState after;
    private @Nullable Long reverts;
    private @Nullable UUID job;

    /**
     * The natural key of a change.
     *
     * @param ordinal position within the revision, counted from 1
     */
    @Embeddable
    public record Id(String catalog, long revision, int ordinal) {
    }

    /**
     * The object that a change applies to.
     *
     * @param key      key of the message, or the term itself for a glossary term; null otherwise
     * @param ofLocale tag of the locale or of the locale of the text; null otherwise
     */
    public record ChangeTarget(ChangeSubject subject, @Nullable String key, @Nullable String ofLocale) {
        public static final ChangeTarget CATALOG = new ChangeTarget(ChangeSubject.CATALOG, null, null);

        public static ChangeTarget ofLocale(LocaleTag locale) {
            return new ChangeTarget(ChangeSubject.LOCALE, null, locale.value());
        }

        public static ChangeTarget message(MessageKey key) {
            return new ChangeTarget(ChangeSubject.MESSAGE, key.value(), null);
        }

        public static ChangeTarget text(MessageKey key, LocaleTag locale) {
            return new ChangeTarget(ChangeSubject.TEXT, key.value(), locale.value());
        }

        public static ChangeTarget term(String term) {
            return new ChangeTarget(ChangeSubject.TERM, term, null);
        }
    }

    /** For the persistence layer. */
    protected Change() {
    }

    Change(Id id, ChangeTarget target, int version, ChangeContext context, @Nullable HistoryState before, @Nullable HistoryState after) {
        this.id = id;
        this.subject = target.subject();
        this.key = target.key();
        this.locale = target.ofLocale();
        this.version = version;
        this.cause = context.cause();
        this.changedAt = context.timestamp();
        this.changedBy = context.actor();
        this.comment = context.comment();
        this.reverts = context.revertedRevision();
        this.job = context.job();
        this.before = before;
        this.after = after;
    }

    public Id id() {
        return id;
    }

    public ChangeTarget target() {
        return new ChangeTarget(subject, key, locale);
    }

    /** Returns the version of the target after the change. */
    public int version() {
        return version;
    }

    public ChangeCause cause() {
        return cause;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String changedBy() {
        return changedBy;
    }

    public String comment() {
        return comment;
    }

    /** Returns the state before the change; empty if the change created the target. */
    public Optional<HistoryState> before() {
        return Optional.ofNullable(before);
    }

    /** Returns the state after the change; empty if the change removed the target. */
    public Optional<HistoryState> after() {
        return Optional.ofNullable(after);
    }

    /** Returns the revision that this change reverts; empty if it reverts none, or a whole job. */
    public OptionalLong revertedRevision() {
        return reverts == null ? OptionalLong.empty() : OptionalLong.of(reverts);
    }

    /** Returns the job that made this change, or whose changes it reverts. */
    public Optional<UUID> job() {
        return Optional.ofNullable(job);
    }
}
