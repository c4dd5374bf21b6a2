package dev.parlance.catalog;

import dev.parlance.rendering.Contract;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
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
    private Contract contract;
    private Tags tags;
    private @Nullable String shippedDigest;

    /** For the persistence layer. */
    protected Message() {
    }

    public Message(CatalogName catalog, MessageKey key, Definition definition) {
        this.id = new MessageId(catalog.value(), key.value());
        define(definition);
    }

    /**
     * What a message is.
     *
     * @param position order in the catalog, counted from 0
     * @param reason   {@code UPPER_SNAKE_CASE}, at most 63 characters, unique in the catalog
     */
    public record Definition(int position, String code, String reason, int httpStatus, Contract contract, Tags tags) {

        /** Without tags. */
        public Definition(int position, String code, String reason, int httpStatus, Contract contract) {
            this(position, code, reason, httpStatus, contract, Tags.NONE);
        }
    }

    public MessageKey key() {
        return new MessageKey(id.key());
    }

    public Definition definition() {
        return new Definition(position, code, reason, httpStatus, contract, tags);
    }

    public final void define(Definition definition) {
        this.position = definition.position();
        this.code = definition.code();
        this.reason = definition.reason();
        this.httpStatus = definition.httpStatus();
        this.contract = definition.contract();
        this.tags = definition.tags();
    }

    /** Remembers what was shipped for this row, so that a later change by people can be told from a later shipment. */
    public void shippedAs(String digest) {
        this.shippedDigest = digest;
    }

    public Optional<String> shippedDigest() {
        return Optional.ofNullable(shippedDigest);
    }
}
