package dev.parlance.publishing.memory;

import dev.parlance.catalog.Tags;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A message of a snapshot in one locale, ready to be rendered: a view, made when it is asked for. Immutable. */
public final class PublishedMessage {
    private final MessageDefinitions definitions;
    private final TypedTexts texts;
    private final int position;

    PublishedMessage(MessageDefinitions definitions, TypedTexts texts, int position) {
        this.definitions = definitions;
        this.texts = texts;
        this.position = position;
    }

    /**
     * @param missing  declared or used, but not given
     * @param mistyped given, but not of the declared type, or not of the one the text needs
     */
    public record Rendered(String text, String description, SortedSet<String> missing, SortedSet<String> invalid) {
    }

    public Rendered render(ArgumentValues arguments, ZoneId zone) {
        var text = texts.renderText(position, arguments, zone);
        var description = texts.renderDescription(position, arguments, zone);
        var missing = arguments.missing(contract());
        missing.addAll(text.missing());
        missing.addAll(description.missing());
        var invalid = new TreeSet<>(arguments.invalid());
        invalid.addAll(text.invalid());
        invalid.addAll(description.invalid());
        return new Rendered(text.text(), description.text(), missing, invalid);
    }

    /** Whether no other message has its code. */
    public boolean hasUniqueCode() {
        return definitions.hasUniqueCode(position);
    }

    public String key() {
        return definitions.key(position);
    }

    public String code() {
        return definitions.code(position);
    }

    public String reason() {
        return definitions.reason(position);
    }

    public int httpStatus() {
        return definitions.httpStatus(position);
    }

    public ArgumentContract contract() {
        return definitions.contract(position);
    }

    public Tags tags() {
        return definitions.tags(position);
    }

    /** Empty where there is nothing out of the ordinary. */
    public Optional<PublishedAdvice> advice() {
        return definitions.advice(position);
    }

    /** Of the text: the locale it was found in. */
    public LocaleTag locale() {
        return texts.locale(position);
    }

    public Syntax syntax() {
        return texts.syntax(position);
    }

    /** As typed. */
    public String text() {
        return texts.text(position);
    }

    /** As typed. */
    public String description() {
        return texts.description(position);
    }
}
