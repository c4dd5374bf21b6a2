package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import dev.parlance.publishing.release.ReferenceDocument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One locale of a snapshot: the bundle that apps fetch and the messages that this service renders. Immutable. */
public final class PublishedLocale {
    private final LocaleTag locale;
    private final MessageDefinitions definitions;
    private final TypedTexts texts;
    private final Renderer renderer;
    private final Map<ContentEncoding, byte[]> encodings;
    private final DocumentDigests digests;
    private final long ownTextCount;
    private volatile @Nullable SearchIndex searchIndex;

    /**
     * Loads a locale from its documents.
     *
     * @throws IllegalStateException if the documents do not match the definitions
     */
    PublishedLocale(Snapshot.LocaleDocuments documents, MessageDefinitions definitions, Renderer renderer) {
        this.locale = documents.locale();
        this.definitions = definitions;
        this.texts = TypedTexts.of(documents, definitions, renderer);
        this.renderer = renderer;
        this.encodings = documents.encodings().get();
        this.digests = documents.digests();
        this.ownTextCount = texts.countIn(locale);
    }

    /** Returns the pseudo-localization of this locale, which must be the source locale. */
    PublishedLocale pseudoLocalized(PseudoLocale pseudo, String catalog, int release) {
        var tag = pseudo.tag().value();
        var patterns = new TreeMap<String, String>();
        var entries = new ArrayList<ReferenceDocument.Entry>();
        for (var it : messages()) {
            var text = pseudo.apply(PatternText.of(it.syntax(), it.text())).withNames(it.contract());
            var description = pseudo.apply(PatternText.of(it.syntax(), it.description())).withNames(it.contract());
            patterns.put(it.key(), text.pattern());
            entries.add(new ReferenceDocument.Entry(it.key(), it.code(), it.reason(), it.httpStatus(),
                    ReferenceDocument.toEntries(it.contract()),
                    List.copyOf(it.tags().names()), it.advice().orElse(null), tag, Syntax.ICU.label(), text.pattern(),
                    description.pattern()));
        }
        var documents = new Snapshot.LocaleDocuments(pseudo.tag(), CanonicalJson.write(new Bundle(catalog, release, tag, patterns)),
                CanonicalJson.write(new ReferenceDocument(catalog, tag, entries)));
        return new PublishedLocale(documents, definitions, renderer);
    }

    /** Compiles an unpublished text of this locale, reusing the formatters of the published ones. */
    public CompiledText compile(Syntax syntax, String text, ArgumentContract contract) {
        return renderer.compileUncached(syntax, text, locale, contract);
    }

    public LocaleTag locale() {
        return locale;
    }

    /** Returns the canonical JSON of the bundle, in UTF-8. Callers must not modify the array. */
    public byte[] bundle() {
        return texts.bundle();
    }

    /** Returns the compressed bundle by content encoding; empty for a pseudo-locale. Callers must not modify the arrays. */
    public Map<ContentEncoding, byte[]> encodings() {
        return encodings;
    }

    /** Returns the bundle with its compressed forms. */
    public EncodedBundle encoded() {
        return EncodedBundle.of(this);
    }

    /** Returns the digest of the bundle. */
    public Digest digest() {
        return digests.bundle();
    }

    DocumentDigests digests() {
        return digests;
    }

    /** Returns the messages in catalog order. Each element is created on access. */
    public List<PublishedMessage> messages() {
        return new MessageList();
    }

    private final class MessageList extends AbstractList<PublishedMessage> implements RandomAccess {
        @Override
        public PublishedMessage get(int position) {
            if (position < 0 || position >= size()) {
                throw new IndexOutOfBoundsException(position);
            }
            return messageAt(position);
        }

        @Override
        public int size() {
            return definitions.size();
        }
    }

    private PublishedMessage messageAt(int position) {
        return new PublishedMessage(definitions, texts, position);
    }

    MessageDefinitions definitions() {
        return definitions;
    }

    /** Returns the search index, created on first use: most locales are never searched. */
    SearchIndex searchIndex() {
        var created = searchIndex;
        if (created == null) {
            created = new SearchIndex(locale, messages());
            searchIndex = created;
        }
        return created;
    }

    public Optional<PublishedMessage> findMessage(String key) {
        int position = definitions.positionOf(key);
        return position == PackedStringIndex.NOT_FOUND ? Optional.empty() : Optional.of(messageAt(position));
    }

    /** Returns all messages with this code, in catalog order. */
    public List<PublishedMessage> findByCode(String code) {
        return definitions.positionsOfCode(code).stream().map(this::messageAt).toList();
    }

    /** Returns whether the message exists and has the tag. */
    public boolean hasTag(String key, String tag) {
        int position = definitions.positionOf(key);
        return position != PackedStringIndex.NOT_FOUND && definitions.tags(position).contains(tag);
    }

    /** Returns the number of messages with a text in this locale itself, not counting fallbacks. */
    public long ownTextCount() {
        return ownTextCount;
    }
}
