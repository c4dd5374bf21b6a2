package dev.parlance.publishing.memory;

import dev.parlance.catalog.Tags;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A message of a snapshot in one locale, ready to be rendered: a view, made when it is asked for. Immutable. */
public final class PublishedMessage {
    private final Definitions definitions;
    private final Wordings wordings;
    private final int position;

    PublishedMessage(Definitions definitions, Wordings wordings, int position) {
        this.definitions = definitions;
        this.wordings = wordings;
        this.position = position;
    }

    /**
     * @param missing  declared or used, but not given
     * @param mistyped given, but not of the declared type, or not of the one the text needs
     */
    public record Rendered(String text, String description, SortedSet<String> missing, SortedSet<String> mistyped) {
    }

    public Rendered render(ArgumentValues arguments, ZoneId zone) {
        var text = wordings.renderText(position, arguments, zone);
        var description = wordings.renderDescription(position, arguments, zone);
        var missing = arguments.missing(contract());
        missing.addAll(text.missing());
        missing.addAll(description.missing());
        var mistyped = new TreeSet<>(arguments.mistyped());
        mistyped.addAll(text.mistyped());
        mistyped.addAll(description.mistyped());
        return new Rendered(text.text(), description.text(), missing, mistyped);
    }

    /** Whether no other message has its code. */
    public boolean alone() {
        return definitions.alone(position);
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

    public Contract contract() {
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
        return wordings.locale(position);
    }

    public Syntax syntax() {
        return wordings.syntax(position);
    }

    /** As typed. */
    public String text() {
        return wordings.text(position);
    }

    /** As typed. */
    public String description() {
        return wordings.description(position);
    }
}
