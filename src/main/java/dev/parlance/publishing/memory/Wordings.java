package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Reference;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.Rendering;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The texts of one locale by position, as typed and as compiled. Immutable. */
final class Wordings {
    private final int size;
    private final Patterns patterns;
    private final Slab typed;
    private final Slab descriptions;
    private final FewValues<Syntax> syntaxes;
    private final FewValues<LocaleTag> locales;
    private final Programs texts;
    private final Programs descriptionTexts;

    /**
     * @throws dev.parlance.rendering.BadText where a text does not follow its syntax
     * @throws IllegalStateException          where the documents do not fit the definitions
     */
    static Wordings of(Snapshot.Documents documents, Definitions definitions, Renderer renderer) {
        var reading = new Reading(Patterns.of(documents.bundle().get(), definitions), definitions, renderer);
        ReferenceReader.read(documents.reference().get(), reading::add);
        return reading.wordings();
    }

    private Wordings(Reading read) {
        this.size = read.definitions.size();
        this.patterns = read.patterns;
        this.typed = read.typed.slab();
        this.descriptions = read.descriptions.slab();
        this.syntaxes = read.syntaxes.values();
        this.locales = read.locales.values();
        this.texts = read.texts;
        this.descriptionTexts = read.descriptionTexts;
    }

    byte[] bundle() {
        return patterns.bundle();
    }

    /** As typed: the pattern itself in most cases, which is in the bundle. */
    String text(int position) {
        var own = typed.get(position);
        return own.isEmpty() ? patterns.get(position) : own;
    }

    /** As typed. */
    String description(int position) {
        return descriptions.get(position);
    }

    Syntax syntax(int position) {
        return syntaxes.get(position);
    }

    /** Where the text was found. */
    LocaleTag locale(int position) {
        return locales.get(position);
    }

    /** How many texts were found in the locale. */
    long in(LocaleTag locale) {
        return locales.count(locale, size);
    }

    Rendering renderText(int position, ArgumentValues arguments, ZoneId zone) {
        return texts.render(position, () -> text(position), arguments, zone);
    }

    Rendering renderDescription(int position, ArgumentValues arguments, ZoneId zone) {
        return descriptionTexts.render(position, () -> description(position), arguments, zone);
    }

    /** One walk over the reference: nothing of it is kept but what the bundle does not say. */
    private static final class Reading {
        private final Patterns patterns;
        private final Definitions definitions;
        private final Renderer renderer;
        private final Map<String, LocaleTag> tags = new HashMap<>();
        private final Map<String, Syntax> labels = new HashMap<>();
        private final Slab.Writer typed = new Slab.Writer();
        private final Slab.Writer descriptions = new Slab.Writer();
        private final FewValues.Writer<Syntax> syntaxes;
        private final FewValues.Writer<LocaleTag> locales;
        private final Programs texts;
        private final Programs descriptionTexts;
        private int position;

        Reading(Patterns patterns, Definitions definitions, Renderer renderer) {
            this.patterns = patterns;
            this.definitions = definitions;
            this.renderer = renderer;
            this.syntaxes = new FewValues.Writer<>(definitions.size());
            this.locales = new FewValues.Writer<>(definitions.size());
            this.texts = new Programs(definitions.size());
            this.descriptionTexts = new Programs(definitions.size());
        }

        void add(Reference.Entry entry) {
            definitions.check(position, entry);
            var contract = definitions.contract(position);
            var locale = tags.computeIfAbsent(entry.locale(), LocaleTag::new);
            var syntax = labels.computeIfAbsent(entry.syntax(), Syntax::of);
            locales.set(position, locale);
            syntaxes.set(position, syntax);
            typed.add(patterns.is(position, entry.text()) ? "" : entry.text());
            descriptions.add(entry.description());
            texts.set(position, renderer.program(syntax, entry.text(), locale, contract));
            descriptionTexts.set(position, renderer.program(syntax, entry.description(), locale, contract));
            position++;
        }

        Wordings wordings() {
            if (position < definitions.size()) {
                throw new IllegalStateException("a locale of a release lacks message " + definitions.key(position));
            }
            return new Wordings(this);
        }
    }
}
