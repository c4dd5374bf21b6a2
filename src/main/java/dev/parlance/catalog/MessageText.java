package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.SearchFolding;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A message in one locale: the message text and a longer description, both as typed. */
@Entity
@Table(name = "message_text")
public class MessageText {
    @EmbeddedId
    private TextId id;
    private Syntax syntax;
    private String message;
    private String description;
    private TextState state = TextState.TRANSLATED;
    private @Nullable String sourceWording;
    private @Nullable Integer errors;
    private @Nullable Integer warnings;
    private Confirmations confirmed = Confirmations.NONE;
    private String wordedBy;
    private @Nullable String approvedBy;
    private int version;
    private @Nullable String shippedDigest;
    private @Nullable String searchText;
    private boolean rejected;
    private @Nullable Instant changedAt;
    private @Nullable String changedBy;

    /** For the persistence layer. */
    protected MessageText() {
    }

    /** @param version last version of a text that was removed from this place; 0 if there was none */
    public MessageText(CatalogName catalog, MessageKey key, LocaleTag locale, int version) {
        this.id = new TextId(catalog.value(), key.value(), locale.value());
        this.version = version;
    }

    /** The content of a text: its syntax, message text and description. */
    public record TextContent(Syntax syntax, String message, String description) {

        /**
         * Returns the MD5 digest of the content in hexadecimal; equal content has equal hashes.
         *
         * <p>PostgreSQL computes the same value in a generated column (migration V0006).
         */
        public String contentHash() {
            var input = syntax.label() + ' ' + message.codePointCount(0, message.length()) + ' ' + message + description;
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(input.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has MD5", e);
            }
        }
    }

    public MessageKey key() {
        return new MessageKey(id.key());
    }

    public LocaleTag locale() {
        return LocaleTag.parse(id.locale());
    }

    public TextContent content() {
        return new TextContent(syntax, message, description);
    }

    /**
     * Replaces the content. The approval and the confirmations of the previous content do not carry over.
     *
     * @param sourceHash content hash of the source that the text is made from; null for the source itself
     */
    public void updateContent(TextContent content, TextState state, @Nullable String sourceHash, Confirmations confirmations,
            String actor) {
        applyState(new HistoryState.RecordedText(content, state, sourceHash, confirmations), actor);
    }

    /**
     * Applies a recorded state and increments the version. New content resets the check results.
     *
     * @param actor author of new content and approver of an approved text, if {@code newState} has no attribution
     */
    public void applyState(HistoryState.RecordedText newState, String actor) {
        boolean unchanged = message != null && newState.content().equals(content());
        var attribution = newState.attribution() != null ? newState.attribution()
                : new HistoryState.RecordedText.Attribution(unchanged ? wordedBy : actor,
                newState.state() == TextState.APPROVED ? actor : null);
        if (!unchanged) {
            this.syntax = newState.content().syntax();
            this.message = newState.content().message();
            this.description = newState.content().description();
            this.errors = null;
            this.warnings = null;
        }
        this.searchText = foldedText();
        this.state = newState.state();
        this.sourceWording = newState.sourceHash();
        this.confirmed = newState.confirmations();
        this.wordedBy = attribution.author();
        this.approvedBy = attribution.approver();
        this.rejected = false;
        this.version++;
    }

    /** Marks the text as rejected until its next change. */
    public void markRejected() {
        this.rejected = true;
    }

    /** Stores who made the last change, of the content or of the state. */
    public void recordChange(String actor, Instant timestamp) {
        this.changedBy = actor;
        this.changedAt = timestamp;
    }

    /** Stores the numbers of errors and of unconfirmed warnings that the checks found. */
    public void recordFindings(int errors, int warnings) {
        this.errors = errors;
        this.warnings = warnings;
        this.searchText = foldedText();
    }

    /** The column is null in texts that were saved before it existed, until they are checked again. */
    private String foldedText() {
        return new SearchFolding(locale()).fold(message + '\n' + description);
    }

    public HistoryState.RecordedText historyState() {
        return new HistoryState.RecordedText(content(), state, sourceWording, confirmed,
                new HistoryState.RecordedText.Attribution(wordedBy, approvedBy));
    }

    public TextState state() {
        return state;
    }

    /**
     * Returns whether the source content has changed since this text was made from it.
     *
     * @param source null if there is none: a text without a source is not stale
     */
    public boolean isStale(@Nullable MessageText source) {
        return sourceWording != null && source != null && !sourceWording.equals(source.content().contentHash());
    }

    /** Returns the number of errors; empty until the checks have run. */
    public OptionalInt errors() {
        return errors == null ? OptionalInt.empty() : OptionalInt.of(errors);
    }

    /** Returns the number of unconfirmed warnings; empty until the checks have run. */
    public OptionalInt warnings() {
        return warnings == null ? OptionalInt.empty() : OptionalInt.of(warnings);
    }

    public Confirmations confirmations() {
        return confirmed;
    }

    /** Returns the actor who last changed the content. */
    public String author() {
        return wordedBy;
    }

    /** Returns whether a reviewer rejected the text, and it was not changed since. */
    public boolean rejected() {
        return rejected;
    }

    /** Returns the time of the last change; empty for a text without history. */
    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    /** Returns the actor of the last change; empty for a text without history. */
    public Optional<String> changedBy() {
        return Optional.ofNullable(changedBy);
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    /** Returns the version, which every change increments. */
    public int version() {
        return version;
    }

    /** Stores the digest of the shipped content, like {@link Message#markShipped}. */
    public void markShipped(String digest) {
        this.shippedDigest = digest;
    }

    public Optional<String> shippedDigest() {
        return Optional.ofNullable(shippedDigest);
    }
}
