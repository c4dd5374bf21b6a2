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

/** One line of history: one thing, changed by one act. Written once, never changed. */
@Entity
public class Change {
    @EmbeddedId
    private Id id;
    private TargetKind subject;
    private @Nullable String key;
    private @Nullable String locale;
    private int version;
    private Cause cause;
    private Instant changedAt;
    private String changedBy;
    private String comment;
    private @Nullable HistoryState before;
    private @Nullable HistoryState after;
    private @Nullable Long reverts;
    private @Nullable UUID job;

    /** @param ordinal within the revision, counted from 1 */
    @Embeddable
    public record Id(String catalog, long revision, int ordinal) {
    }

    /**
     * What is changed.
     *
     * @param key    of a message; of a term of the glossary, the term
     * @param locale of a text
     */
    public record ChangeTarget(TargetKind subject, @Nullable String key, @Nullable String locale) {
        public static final ChangeTarget CATALOG = new ChangeTarget(TargetKind.CATALOG, null, null);

        public static ChangeTarget locale(LocaleTag locale) {
            return new ChangeTarget(TargetKind.LOCALE, null, locale.value());
        }

        public static ChangeTarget message(MessageKey key) {
            return new ChangeTarget(TargetKind.MESSAGE, key.value(), null);
        }

        public static ChangeTarget text(MessageKey key, LocaleTag locale) {
            return new ChangeTarget(TargetKind.TEXT, key.value(), locale.value());
        }

        public static ChangeTarget term(String term) {
            return new ChangeTarget(TargetKind.TERM, term, null);
        }
    }

    /** For the persistence layer. */
    protected Change() {
    }

    Change(Id id, ChangeTarget thing, int version, ChangeContext act, @Nullable HistoryState before, @Nullable HistoryState after) {
        this.id = id;
        this.subject = thing.subject();
        this.key = thing.key();
        this.locale = thing.locale();
        this.version = version;
        this.cause = act.cause();
        this.changedAt = act.at();
        this.changedBy = act.by();
        this.comment = act.comment();
        this.reverts = act.reverts();
        this.job = act.job();
        this.before = before;
        this.after = after;
    }

    public Id id() {
        return id;
    }

    public ChangeTarget target() {
        return new ChangeTarget(subject, key, locale);
    }

    /** Of the thing, after the change. */
    public int version() {
        return version;
    }

    public Cause cause() {
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

    /** Empty where the thing was made. */
    public Optional<HistoryState> before() {
        return Optional.ofNullable(before);
    }

    /** Empty where the thing was removed. */
    public Optional<HistoryState> after() {
        return Optional.ofNullable(after);
    }

    /** The revision that this change takes back. */
    public OptionalLong reverts() {
        return reverts == null ? OptionalLong.empty() : OptionalLong.of(reverts);
    }

    public Optional<UUID> job() {
        return Optional.ofNullable(job);
    }
}
