package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.release.ReferenceDocument;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.RenderedText;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The texts of one locale by position, both as typed and compiled. Immutable. */
final class TypedTexts implements LocaleTexts {
    private final int size;
    private final Digest digest;
    private final PatternColumn patterns;
    private final PackedStrings typed;
    private final PackedStrings descriptions;
    private final DictionaryColumn<Syntax> syntaxes;
    private final DictionaryColumn<LocaleTag> locales;
    private final CompiledTexts compiledTexts;
    private final CompiledTexts compiledDescriptions;

    /**
     * Loads the texts from the documents of a locale.
     *
     * @throws dev.parlance.rendering.syntax.TextSyntaxException if a text does not follow its syntax
     * @throws IllegalStateException if the documents do not match the definitions
     */
    static TypedTexts of(Snapshot.LocaleDocuments documents, MessageDefinitions definitions, Renderer renderer) {
        var builder = new Builder(PatternColumn.of(documents.bundle().get(), definitions), definitions, renderer);
        ReferenceReader.read(documents.reference().get(), builder::add);
        return builder.build(documents.digests().bundle());
    }

    private TypedTexts(Builder builder, Digest digest) {
        this.size = builder.definitions.size();
        this.digest = digest;
        this.patterns = builder.patterns;
        this.typed = builder.typed.build();
        this.descriptions = builder.descriptions.build();
        this.syntaxes = builder.syntaxes.build();
        this.locales = builder.locales.build();
        this.compiledTexts = builder.compiledTexts;
        this.compiledDescriptions = builder.compiledDescriptions;
    }

    @Override
    public boolean hasBundle() {
        return true;
    }

    @Override
    public byte[] bundle() {
        return patterns.bundle();
    }

    @Override
    public Digest digest() {
        return digest;
    }

    /** Returns the text as typed. In most cases it equals the pattern, which is read from the bundle. */
    @Override
    public String text(int position) {
        var override = typed.get(position);
        return override.isEmpty() ? patterns.get(position) : override;
    }

    @Override
    public String description(int position) {
        return descriptions.get(position);
    }

    @Override
    public Syntax syntax(int position) {
        return syntaxes.get(position);
    }

    @Override
    public LocaleTag locale(int position) {
        return locales.get(position);
    }

    /** Returns the number of texts found in this locale. */
    long countIn(LocaleTag locale) {
        return locales.count(locale, size);
    }

    @Override
    public RenderedText renderText(int position, ArgumentValues arguments, ZoneId zone) {
        return compiledTexts.render(position, () -> text(position), arguments, zone);
    }

    @Override
    public RenderedText renderDescription(int position, ArgumentValues arguments, ZoneId zone) {
        return compiledDescriptions.render(position, () -> description(position), arguments, zone);
    }

    /** Reads the reference document in one pass, storing only what the bundle does not contain. */
    private static final class Builder {
        private final PatternColumn patterns;
        private final MessageDefinitions definitions;
        private final Renderer renderer;
        private final Map<String, LocaleTag> localeCache = new HashMap<>();
        private final Map<String, Syntax> syntaxCache = new HashMap<>();
        private final PackedStrings.Builder typed = new PackedStrings.Builder();
        private final PackedStrings.Builder descriptions = new PackedStrings.Builder();
        private final DictionaryColumn.Builder<Syntax> syntaxes;
        private final DictionaryColumn.Builder<LocaleTag> locales;
        private final CompiledTexts compiledTexts;
        private final CompiledTexts compiledDescriptions;
        private int position;

        Builder(PatternColumn patterns, MessageDefinitions definitions, Renderer renderer) {
            this.patterns = patterns;
            this.definitions = definitions;
            this.renderer = renderer;
            this.syntaxes = new DictionaryColumn.Builder<>(definitions.size());
            this.locales = new DictionaryColumn.Builder<>(definitions.size());
            this.compiledTexts = new CompiledTexts(definitions.size());
            this.compiledDescriptions = new CompiledTexts(definitions.size());
        }

        void add(ReferenceDocument.Entry entry) {
            definitions.requireSame(position, entry);
            var contract = definitions.contract(position);
            var locale = localeCache.computeIfAbsent(entry.locale(), LocaleTag::new);
            var syntax = syntaxCache.computeIfAbsent(entry.syntax(), Syntax::of);
            locales.set(position, locale);
            syntaxes.set(position, syntax);
            typed.add(patterns.matches(position, entry.text()) ? "" : entry.text());
            descriptions.add(entry.description());
            compiledTexts.set(position, renderer.compileUnlessLiteral(syntax, entry.text(), locale, contract));
            compiledDescriptions.set(position, renderer.compileUnlessLiteral(syntax, entry.description(), locale, contract));
            position++;
        }

        TypedTexts build(Digest digest) {
            if (position < definitions.size()) {
                throw new IllegalStateException("a locale of a release lacks message " + definitions.key(position));
            }
            return new TypedTexts(this, digest);
        }
    }
}
