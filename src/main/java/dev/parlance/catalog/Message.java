package dev.parlance.catalog;

import dev.parlance.rendering.ArgumentContract;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of a catalog without its texts: key, code, status, argument contract, tags and lifecycle. */
@Entity
public class Message {
    @EmbeddedId
    private MessageId id;
    private Definition definition;
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
     * Everything about a message except its key and its texts.
     *
     * @param position    order in the catalog, counted from 0
     * @param code        at most 128 characters
     * @param reason      {@code UPPER_SNAKE_CASE}, at most 63 characters, unique in the catalog
     * @param httpStatus  100 to 599
     * @param grpcStatus  null if it follows from the HTTP status
     * @param lengthLimit maximum length of the message text in user-perceived characters (grapheme clusters); null for no limit
     * @param fileKey     the key in files, at most 1,000 characters; null if it is the message key
     */
    @Embeddable
    public record Definition(int position, String code, String reason, int httpStatus, @Nullable GrpcStatus grpcStatus,
            @Column(name = "arguments") ArgumentContract contract,
                             Tags tags, LifecycleInfo lifecycle, Advice advice, @Nullable Integer lengthLimit, @Nullable String fileKey) {

        /** A message whose gRPC status follows from its HTTP status, and whose key in files is its own. */
        public Definition(int position, String code, String reason, int httpStatus, ArgumentContract contract, Tags tags,
                LifecycleInfo lifecycle, Advice advice, @Nullable Integer lengthLimit) {
            this(position, code, reason, httpStatus, null, contract, tags, lifecycle, advice, lengthLimit, null);
        }

        /** An active message without advice or length limit. */
        public Definition(int position, String code, String reason, int httpStatus, ArgumentContract contract, Tags tags) {
            this(position, code, reason, httpStatus, contract, tags, LifecycleInfo.ACTIVE, Advice.NONE, null);
        }

        /** An active message without tags, advice or length limit. */
        public Definition(int position, String code, String reason, int httpStatus, ArgumentContract contract) {
            this(position, code, reason, httpStatus, contract, Tags.NONE);
        }

        public Definition withPosition(int position) {
            return new Definition(position, code, reason, httpStatus, grpcStatus, contract, tags, lifecycle, advice, lengthLimit, fileKey);
        }

        public Definition withTags(Tags tags) {
            return new Definition(position, code, reason, httpStatus, grpcStatus, contract, tags, lifecycle, advice, lengthLimit, fileKey);
        }

        public Definition withStage(Lifecycle stage) {
            return new Definition(position, code, reason, httpStatus, grpcStatus, contract, tags, lifecycle.withStage(stage), advice,
                    lengthLimit, fileKey);
        }
    }

    public MessageKey key() {
        return new MessageKey(id.key());
    }

    public Definition definition() {
        return definition;
    }

    /** Returns the version, which every change of the definition increments. */
    public int version() {
        return version;
    }

    public final void updateDefinition(Definition definition) {
        this.definition = definition;
        this.version++;
    }

    /** Stores the digest of the shipped definition, which tells edits by people from later shipments. */
    public void markShipped(String digest) {
        this.shippedDigest = digest;
    }

    public Optional<String> shippedDigest() {
        return Optional.ofNullable(shippedDigest);
    }
}
