package dev.parlance.publishing;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.CompiledText;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.Isolation;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.Syntax;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/** A message of a snapshot in one locale, ready to be rendered. Immutable. */
public final class PublishedMessage {
    private final Reference.Entry entry;
    private final Contract contract;
    private final LocaleTag locale;
    private final CompiledText text;
    private final CompiledText description;

    PublishedMessage(Reference.Entry entry, Renderer renderer) {
        this.entry = entry;
        this.contract = entry.contract();
        this.locale = new LocaleTag(entry.locale());
        this.text = renderer.compile(syntax(), entry.text(), locale, contract);
        this.description = renderer.compile(syntax(), entry.description(), locale, contract);
    }

    /**
     * @param missing  declared or used, but not given
     * @param mistyped given, but not of the declared type, or not of the one the text needs
     */
    public record Rendered(String text, String description, SortedSet<String> missing, SortedSet<String> mistyped) {
    }

    public Rendered render(ArgumentValues arguments, ZoneId zone) {
        var text = this.text.render(arguments.values(), Isolation.WHERE_NEEDED, zone);
        var description = this.description.render(arguments.values(), Isolation.WHERE_NEEDED, zone);
        var missing = arguments.missing(contract);
        missing.addAll(text.missing());
        missing.addAll(description.missing());
        var mistyped = new TreeSet<>(arguments.mistyped());
        mistyped.addAll(text.mistyped());
        mistyped.addAll(description.mistyped());
        return new Rendered(text.text(), description.text(), missing, mistyped);
    }

    public String key() {
        return entry.key();
    }

    public String code() {
        return entry.code();
    }

    public String reason() {
        return entry.reason();
    }

    public int httpStatus() {
        return entry.httpStatus();
    }

    public Contract contract() {
        return contract;
    }

    /** Of the text: the locale it was found in. */
    public LocaleTag locale() {
        return locale;
    }

    public Syntax syntax() {
        return Syntax.of(entry.syntax());
    }

    /** As typed. */
    public String text() {
        return entry.text();
    }

    /** As typed. */
    public String description() {
        return entry.description();
    }
}
