package dev.parlance.storage;

import dev.parlance.catalog.Audience;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.RetryHint;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.ChangeSubject;
import dev.parlance.catalog.jobs.Job;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The column of an enum constant: its label. */
public abstract class LabelColumn<E extends Enum<E> & Labelled> implements AttributeConverter<E, String> {
    private final Class<E> type;

    LabelColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : value.label();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : Labelled.findByLabel(type, label).orElseThrow(() -> new IllegalStateException(type + ": " + label));
    }

    /** The column of a {@link Lifecycle}. */
    @Immutable
    @Converter(autoApply = true)
    public static class LifecycleColumn extends LabelColumn<Lifecycle> {
        public LifecycleColumn() {
            super(Lifecycle.class);
        }
    }

    /** The column of an {@link Audience}. */
    @Immutable
    @Converter(autoApply = true)
    public static class AudienceColumn extends LabelColumn<Audience> {
        public AudienceColumn() {
            super(Audience.class);
        }
    }

    /** The column of a {@link RetryHint}. */
    @Immutable
    @Converter(autoApply = true)
    public static class RetryHintColumn extends LabelColumn<RetryHint> {
        public RetryHintColumn() {
            super(RetryHint.class);
        }
    }

    /** The column of a {@link GrpcStatus}. */
    @Immutable
    @Converter(autoApply = true)
    public static class GrpcStatusColumn extends LabelColumn<GrpcStatus> {
        public GrpcStatusColumn() {
            super(GrpcStatus.class);
        }
    }

    /** The column of a {@link TextState}. */
    @Immutable
    @Converter(autoApply = true)
    public static class TextStateColumn extends LabelColumn<TextState> {
        public TextStateColumn() {
            super(TextState.class);
        }
    }

    /** The column of a {@link ChangeSubject}. */
    @Immutable
    @Converter(autoApply = true)
    public static class ChangeSubjectColumn extends LabelColumn<ChangeSubject> {
        public ChangeSubjectColumn() {
            super(ChangeSubject.class);
        }
    }

    /** The column of a {@link ChangeCause}. */
    @Immutable
    @Converter(autoApply = true)
    public static class ChangeCauseColumn extends LabelColumn<ChangeCause> {
        public ChangeCauseColumn() {
            super(ChangeCause.class);
        }
    }

    /** The column of a {@link Job.JobStatus}. */
    @Immutable
    @Converter(autoApply = true)
    public static class JobStatusColumn extends LabelColumn<Job.JobStatus> {
        public JobStatusColumn() {
            super(Job.JobStatus.class);
        }
    }
}
