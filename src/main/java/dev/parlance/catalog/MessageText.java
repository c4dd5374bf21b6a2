package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Syntax;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
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
    private @Nullable String shippedDigest;

    /** For the persistence layer. */
    protected MessageText() {
    }

    public MessageText(CatalogName catalog, MessageKey key, LocaleTag locale, Wording wording) {
        this.id = new TextId(catalog.value(), key.value(), locale.value());
        word(wording);
    }

    /** What a text says. */
    public record Wording(Syntax syntax, String message, String description) {
    }

    public MessageKey key() {
        return new MessageKey(id.key());
    }

    public LocaleTag locale() {
        return new LocaleTag(id.locale());
    }

    public Wording wording() {
        return new Wording(syntax, message, description);
    }

    public final void word(Wording wording) {
        this.syntax = wording.syntax();
        this.message = wording.message();
        this.description = wording.description();
    }

    /** As {@link Message#shippedAs}. */
    public void shippedAs(String digest) {
        this.shippedDigest = digest;
    }

    public Optional<String> shippedDigest() {
        return Optional.ofNullable(shippedDigest);
    }
}
