package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A message in one locale: the text readers see and a longer description, both as typed. */
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

    /** For the persistence layer. */
    protected MessageText() {
    }

    /** @param version of what once was in its place; 0 where nothing ever was */
    public MessageText(CatalogName catalog, MessageKey key, LocaleTag locale, int version) {
        this.id = new TextId(catalog.value(), key.value(), locale.value());
        this.version = version;
    }

    /** What a text says. */
    public record TextContent(Syntax syntax, String message, String description) {

        /** The same for the same words, however often and by whom they were written. PostgreSQL computes it for itself (V0006). */
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
     * Says this from now on. Who words a text anew takes back that it was approved and what was confirmed of the old wording.
     *
     * @param sourceWording the digest of the source it is made from; null for the source itself
     */
    public void updateContent(TextContent content, TextState state, @Nullable String sourceHash, Confirmations confirmations, String actor) {
        applyState(new HistoryState.RecordedText(content, state, sourceHash, confirmations), actor);
    }

    /** @param by whose words, and whose approval, it is where these are new and {@code it} names nobody */
    public void applyState(HistoryState.RecordedText newState, String actor) {
        boolean unchanged = message != null && newState.content().equals(content());
        var attribution = newState.attribution() != null ? newState.attribution() : new HistoryState.RecordedText.Attribution(unchanged ? wordedBy : actor, newState.state() == TextState.APPROVED ? actor : null);
        if (!unchanged) {
            this.syntax = newState.content().syntax();
            this.message = newState.content().message();
            this.description = newState.content().description();
            this.errors = null;
            this.warnings = null;
        }
        this.state = newState.state();
        this.sourceWording = newState.sourceHash();
        this.confirmed = newState.confirmations();
        this.wordedBy = attribution.author();
        this.approvedBy = attribution.approver();
        this.version++;
    }

    /** What the checks say of it now. */
    public void recordFindings(int errors, int warnings) {
        this.errors = errors;
        this.warnings = warnings;
    }

    public HistoryState.RecordedText historyState() {
        return new HistoryState.RecordedText(content(), state, sourceWording, confirmed, new HistoryState.RecordedText.Attribution(wordedBy, approvedBy));
    }

    public TextState state() {
        return state;
    }

    /**
     * Whether the source says something else than what this was made from.
     *
     * @param source null where there is none: then there is nothing to make it from anew, and it is not stale
     */
    public boolean isStale(@Nullable MessageText source) {
        return sourceWording != null && source != null && !sourceWording.equals(source.content().contentHash());
    }

    /** Empty while nobody looked. */
    public OptionalInt errors() {
        return errors == null ? OptionalInt.empty() : OptionalInt.of(errors);
    }

    /** Empty while nobody looked. Confirmed ones do not count. */
    public OptionalInt warnings() {
        return warnings == null ? OptionalInt.empty() : OptionalInt.of(warnings);
    }

    public Confirmations confirmations() {
        return confirmed;
    }

    /** Who worded it last. */
    public String author() {
        return wordedBy;
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    /** How often anything of it was changed. */
    public int version() {
        return version;
    }

    /** As {@link Message#shippedAs}. */
    public void markShipped(String digest) {
        this.shippedDigest = digest;
    }

    public Optional<String> shippedDigest() {
        return Optional.ofNullable(shippedDigest);
    }
}
