package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import dev.parlance.publishing.release.Digest;
import dev.parlance.publishing.release.Encoding;
import dev.parlance.publishing.release.Reference;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.Syntax;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One locale of a snapshot: the bytes apps fetch, and the messages this service renders. Immutable. */
public final class PublishedLocale {
    private final LocaleTag locale;
    private final Definitions definitions;
    private final Wordings wordings;
    private final Renderer renderer;
    private final Map<Encoding, byte[]> encodings;
    private final Origin origin;
    private final long own;
    private volatile @Nullable SearchIndex index;

    /** @throws IllegalStateException where the documents do not fit the definitions */
    PublishedLocale(Snapshot.Documents documents, Definitions definitions, Renderer renderer) {
        this.locale = documents.locale();
        this.definitions = definitions;
        this.wordings = Wordings.of(documents, definitions, renderer);
        this.renderer = renderer;
        this.encodings = documents.encodings().get();
        this.origin = documents.origin();
        this.own = wordings.in(locale);
    }

    /** The source as a language nobody speaks. */
    PublishedLocale as(PseudoLocale pseudo, String catalog, int release) {
        var tag = pseudo.tag().value();
        var patterns = new TreeMap<String, String>();
        var entries = new ArrayList<Reference.Entry>();
        for (var it : messages()) {
            var text = pseudo.apply(PatternText.of(it.syntax(), it.text())).named(it.contract());
            var description = pseudo.apply(PatternText.of(it.syntax(), it.description())).named(it.contract());
            patterns.put(it.key(), text.pattern());
            entries.add(new Reference.Entry(it.key(), it.code(), it.reason(), it.httpStatus(), Reference.holes(it.contract()),
                    List.copyOf(it.tags().names()), it.advice().orElse(null), tag, Syntax.ICU.label(), text.pattern(), description.pattern()));
        }
        var documents = new Snapshot.Documents(pseudo.tag(), CanonicalJson.write(new Bundle(catalog, release, tag, patterns)),
                CanonicalJson.write(new Reference(catalog, tag, entries)));
        return new PublishedLocale(documents, definitions, renderer);
    }

    /** Another text of this locale, which is not published: with the formatters the published ones have. */
    public CompiledText compile(Syntax syntax, String text, Contract contract) {
        return renderer.compilePassing(syntax, text, locale, contract);
    }

    public LocaleTag locale() {
        return locale;
    }

    /** The canonical JSON of the bundle, UTF-8. Not to be written to. */
    public byte[] bundle() {
        return wordings.bundle();
    }

    /** The bundle, compressed; none where it was made on demand. Not to be written to. */
    public Map<Encoding, byte[]> encodings() {
        return encodings;
    }

    /** The bundle as it is sent. */
    public Delivered delivered() {
        return Delivered.of(this);
    }

    /** Of the bundle. */
    public Digest digest() {
        return origin.bundle();
    }

    Origin origin() {
        return origin;
    }

    /** In the order of the catalog. Each is made when it is asked for. */
    public List<PublishedMessage> messages() {
        return new Messages();
    }

    private final class Messages extends AbstractList<PublishedMessage> implements RandomAccess {
        @Override
        public PublishedMessage get(int position) {
            if (position < 0 || position >= size()) {
                throw new IndexOutOfBoundsException(position);
            }
            return at(position);
        }

        @Override
        public int size() {
            return definitions.size();
        }
    }

    private PublishedMessage at(int position) {
        return new PublishedMessage(definitions, wordings, position);
    }

    Definitions definitions() {
        return definitions;
    }

    /** Made when first asked for: most locales of most catalogs are never searched. */
    SearchIndex index() {
        var made = index;
        if (made == null) {
            made = new SearchIndex(locale, messages());
            index = made;
        }
        return made;
    }

    public Optional<PublishedMessage> message(String key) {
        int position = definitions.position(key);
        return position == SlabIndex.NONE ? Optional.empty() : Optional.of(at(position));
    }

    /** All that share the code, in the order of the catalog. */
    public List<PublishedMessage> withCode(String code) {
        return definitions.withCode(code).stream().map(this::at).toList();
    }

    /** Whether there is such a message, and it has the tag. */
    public boolean tagged(String key, String tag) {
        int position = definitions.position(key);
        return position != SlabIndex.NONE && definitions.tags(position).has(tag);
    }

    /** How many messages have a text of this very locale. */
    public long own() {
        return own;
    }
}
