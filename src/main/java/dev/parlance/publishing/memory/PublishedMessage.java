package dev.parlance.publishing.memory;

import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.Tags;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.compiled.ArgumentNames;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;

/** A message of a snapshot in one locale, ready to be rendered. Immutable; a view created on access. */
public final class PublishedMessage {
    private final MessageDefinitions definitions;
    private final LocaleTexts texts;
    private final int position;

    PublishedMessage(MessageDefinitions definitions, LocaleTexts texts, int position) {
        this.definitions = definitions;
        this.texts = texts;
        this.position = position;
    }

    /**
     * A rendered message.
     *
     * @param missing arguments that are declared or used but were not given
     * @param invalid arguments whose value does not have the declared type, or the type that the text requires
     */
    public record Rendered(String text, String description, SortedSet<String> missing, SortedSet<String> invalid) {
    }

    /**
     * Renders text and description.
     *
     * @param zone time zone for date and time arguments
     */
    public Rendered render(ArgumentValues arguments, ZoneId zone) {
        var text = texts.renderText(position, arguments, zone);
        var description = texts.renderDescription(position, arguments, zone);
        var missing = ArgumentNames.union(arguments.missing(contract()), ArgumentNames.union(text.missing(), description.missing()));
        var invalid = ArgumentNames.union(arguments.invalid(), ArgumentNames.union(text.invalid(), description.invalid()));
        return new Rendered(text.text(), description.text(), missing, invalid);
    }

    /** Returns whether no other message has the code of this one. */
    public boolean hasUniqueCode() {
        return definitions.hasUniqueCode(position);
    }

    int position() {
        return position;
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

    /** Returns the status of the definition, or the one that follows from the HTTP status. */
    public GrpcStatus grpcStatus() {
        return definitions.grpcStatus(position).orElseGet(() -> GrpcStatus.ofHttpStatus(httpStatus()));
    }

    public ArgumentContract contract() {
        return definitions.contract(position);
    }

    public Tags tags() {
        return definitions.tags(position);
    }

    /** Returns the key in files, if it is not the message key. */
    public Optional<String> fileKey() {
        return definitions.fileKey(position);
    }

    /** Returns the advice to clients; empty if all of it is default. */
    public Optional<PublishedAdvice> advice() {
        return definitions.advice(position);
    }

    /** Returns the locale the text was found in, which differs from the requested locale after a fallback. */
    public LocaleTag locale() {
        return texts.locale(position);
    }

    public Syntax syntax() {
        return texts.syntax(position);
    }

    /** Returns the text as typed. */
    public String text() {
        return texts.text(position);
    }

    /** Returns the description as typed. */
    public String description() {
        return texts.description(position);
    }
}
