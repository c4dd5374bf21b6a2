package dev.parlance.storage;

import dev.parlance.catalog.Audience;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Retry;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.Cause;
import dev.parlance.catalog.history.TargetKind;
import dev.parlance.catalog.jobs.Job;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Choices in columns, by their labels. */
public abstract class LabelColumns<E extends Enum<E> & Labelled> implements AttributeConverter<E, String> {
    private final Class<E> type;

    LabelColumns(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E choice) {
        return choice == null ? null : choice.label();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : Labelled.find(type, label).orElseThrow(() -> new IllegalStateException(type + ": " + label));
    }

    /** {@link Lifecycle}. */
    @Immutable
    @Converter(autoApply = true)
    public static class LifecycleColumn extends LabelColumns<Lifecycle> {
        public LifecycleColumn() {
            super(Lifecycle.class);
        }
    }

    /** {@link Audience}. */
    @Immutable
    @Converter(autoApply = true)
    public static class AudienceColumn extends LabelColumns<Audience> {
        public AudienceColumn() {
            super(Audience.class);
        }
    }

    /** {@link Retry}. */
    @Immutable
    @Converter(autoApply = true)
    public static class RetryColumn extends LabelColumns<Retry> {
        public RetryColumn() {
            super(Retry.class);
        }
    }

    /** {@link TextState}. */
    @Immutable
    @Converter(autoApply = true)
    public static class TextStateColumn extends LabelColumns<TextState> {
        public TextStateColumn() {
            super(TextState.class);
        }
    }

    /** {@link TargetKind}. */
    @Immutable
    @Converter(autoApply = true)
    public static class SubjectColumn extends LabelColumns<TargetKind> {
        public SubjectColumn() {
            super(TargetKind.class);
        }
    }

    /** {@link Cause}. */
    @Immutable
    @Converter(autoApply = true)
    public static class CauseColumn extends LabelColumns<Cause> {
        public CauseColumn() {
            super(Cause.class);
        }
    }

    /** {@link Job.Stage}. */
    @Immutable
    @Converter(autoApply = true)
    public static class JobStageColumn extends LabelColumns<Job.Stage> {
        public JobStageColumn() {
            super(Job.Stage.class);
        }
    }
}
