package dev.parlance.catalog;

import dev.parlance.rendering.ArgumentContract;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry of a catalog, without its texts: what it is called, what status it has, which arguments it takes, what it is about. */
@Entity
public class Message {
    @EmbeddedId
    private MessageId id;
    private int position;
    private String code;
    private String reason;
    private int httpStatus;
    @Column(name = "arguments")
    private ArgumentContract contract;
    private Tags tags;
    private Lifecycle lifecycle;
    private @Nullable String replacedBy;
    private @Nullable LocalDate sunset;
    private Audience audience;
    private @Nullable RetryHint retry;
    private boolean outcomeUnknown;
    private @Nullable Integer lengthLimit;
    private int version;
    private @Nullable String shippedDigest;

    /** For the persistence layer. */
    protected Message() {
    }

    public Message(CatalogName catalog, MessageKey key, Definition definition) {
        this.id = new MessageId(catalog.value(), key.value());
        updateDefinition(definition);
    }

    /**
     * What a message is.
     *
     * @param position    order in the catalog, counted from 0
     * @param code        at most 128 characters
     * @param reason      {@code UPPER_SNAKE_CASE}, at most 63 characters, unique in the catalog
     * @param httpStatus  100–599
     * @param lengthLimit of the text readers see, in characters as readers count them; null where it may be as long as any
     */
    public record Definition(int position, String code, String reason, int httpStatus, ArgumentContract contract, Tags tags, LifecycleInfo lifecycle,
                             Advice advice, @Nullable Integer lengthLimit) {

        /** An active message that says nothing more about itself. */
        public Definition(int position, String code, String reason, int httpStatus, ArgumentContract contract, Tags tags) {
            this(position, code, reason, httpStatus, contract, tags, LifecycleInfo.ACTIVE, Advice.NONE, null);
        }

        /** One without tags, too. */
        public Definition(int position, String code, String reason, int httpStatus, ArgumentContract contract) {
            this(position, code, reason, httpStatus, contract, Tags.NONE);
        }

        public Definition withPosition(int position) {
            return new Definition(position, code, reason, httpStatus, contract, tags, lifecycle, advice, lengthLimit);
        }

        public Definition withTags(Tags tags) {
            return new Definition(position, code, reason, httpStatus, contract, tags, lifecycle, advice, lengthLimit);
        }

        public Definition withStage(Lifecycle stage) {
            return new Definition(position, code, reason, httpStatus, contract, tags, lifecycle.withStage(stage), advice, lengthLimit);
        }
    }

    public MessageKey key() {
        return new MessageKey(id.key());
    }

    public Definition definition() {
        return new Definition(position, code, reason, httpStatus, contract, tags,
                new LifecycleInfo(lifecycle, replacedBy == null ? null : new MessageKey(replacedBy), sunset),
                new Advice(audience, retry, outcomeUnknown), lengthLimit);
    }

    /** How often it was defined. */
    public int version() {
        return version;
    }

    public final void updateDefinition(Definition definition) {
        this.position = definition.position();
        this.code = definition.code();
        this.reason = definition.reason();
        this.httpStatus = definition.httpStatus();
        this.contract = definition.contract();
        this.tags = definition.tags();
        this.lifecycle = definition.lifecycle().stage();
        this.replacedBy = definition.lifecycle().replacedBy() == null ? null : definition.lifecycle().replacedBy().value();
        this.sunset = definition.lifecycle().sunset();
        this.audience = definition.advice().audience();
        this.retry = definition.advice().retry();
        this.outcomeUnknown = definition.advice().outcomeUnknown();
        this.lengthLimit = definition.lengthLimit();
        this.version++;
    }

    /** Remembers what was shipped for this row, so that a later change by people can be told from a later shipment. */
    public void markShipped(String digest) {
        this.shippedDigest = digest;
    }

    public Optional<String> shippedDigest() {
        return Optional.ofNullable(shippedDigest);
    }
}
