package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** One locale of a snapshot: the bundle that apps fetch and the messages that the service renders. Immutable except for the counts. */
public final class PublishedLocale {
    private final LocaleTag locale;
    private final MessageDefinitions definitions;
    private final LocaleTexts texts;
    private final Renderer renderer;
    private final Map<ContentEncoding, byte[]> encodings;
    private final DocumentDigests digests;
    private final long ownTextCount;
    private final Memoized<SearchIndex> searchIndex;
    private final RenderCounts renderCounts;

    /**
     * Loads a locale from its documents.
     *
     * @throws IllegalStateException if the documents do not match the definitions
     */
    PublishedLocale(Snapshot.LocaleDocuments documents, MessageDefinitions definitions, Renderer renderer) {
        this.locale = documents.locale();
        this.definitions = definitions;
        var typed = TypedTexts.of(documents, definitions, renderer);
        this.texts = typed;
        this.renderer = renderer;
        this.encodings = documents.encodings().get();
        this.digests = documents.digests();
        this.ownTextCount = typed.countIn(locale);
        this.searchIndex = new Memoized<>(() -> new SearchIndex(messages()));
        this.renderCounts = new RenderCounts(definitions);
    }

    private PublishedLocale(PublishedLocale source, PseudoLocale pseudo, PseudoTexts.PseudoRelease release) {
        this.locale = pseudo.tag();
        this.definitions = source.definitions;
        this.texts = new PseudoTexts(pseudo, source.messages(), source.renderer, release);
        this.renderer = source.renderer;
        this.encodings = Map.of();
        this.digests = source.digests;
        this.ownTextCount = source.definitions.size();
        this.searchIndex = source.searchIndex;
        this.renderCounts = new RenderCounts(definitions);
    }

    /** Returns the pseudo-localization of this locale, which must be the source locale. A search finds the source texts. */
    PublishedLocale pseudoLocalized(PseudoLocale pseudo, String catalog, int release) {
        return new PublishedLocale(this, pseudo, new PseudoTexts.PseudoRelease(catalog, release));
    }

    /** Compiles an unpublished text of this locale, reusing the formatters of the published ones. */
    public CompiledText compile(Syntax syntax, String text, ArgumentContract contract) {
        return renderer.compileUncached(syntax, text, locale, contract);
    }

    public LocaleTag locale() {
        return locale;
    }

    /** Returns whether this is generated from the source texts. */
    public boolean isPseudo() {
        return texts instanceof PseudoTexts;
    }

    /** Returns the canonical JSON of the bundle, in UTF-8. Callers must not modify the array. */
    public byte[] bundle() {
        return texts.bundle();
    }

    /** Returns whether the bundle is in memory. That of a pseudo-locale is created on first use of its digest. */
    public boolean hasBundle() {
        return texts.hasBundle();
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
        return texts.digest();
    }

    /** Returns the digests of the documents of this locale, or of the source of a pseudo-locale. */
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

    /**
     * Returns the search index, created on first use because most locales are never searched.
     *
     * <p>For a large catalog, its creation takes a second, for which all callers wait. It must not run on an event loop.
     */
    SearchIndex searchIndex() {
        return searchIndex.get();
    }

    /** Returns how often the messages of this locale were rendered. */
    public RenderCounts renderCounts() {
        return renderCounts;
    }

    /** Returns whether the search index exists, without waiting for it. */
    boolean hasSearchIndex() {
        return searchIndex.isComputed();
    }

    public Optional<PublishedMessage> findMessage(String key) {
        int position = definitions.positionOf(key);
        return position == PackedStringIndex.NOT_FOUND ? Optional.empty() : Optional.of(messageAt(position));
    }

    /** Returns the first messages with this code, in catalog order. */
    public List<PublishedMessage> findByCode(String code, int limit) {
        return definitions.positionsOfCode(code).limit(limit).mapToObj(this::messageAt).toList();
    }

    public Optional<PublishedMessage> findByReason(String reason) {
        int position = definitions.positionOfReason(reason);
        return position == PackedStringIndex.NOT_FOUND ? Optional.empty() : Optional.of(messageAt(position));
    }

    /** Returns whether the message exists and has the tag. */
    public boolean hasTag(String key, String tag) {
        int position = definitions.positionOf(key);
        return position != PackedStringIndex.NOT_FOUND && definitions.tags(position).contains(tag);
    }

    /** Returns the locale of the text of a message, which must exist. */
    public LocaleTag localeOf(String key) {
        return texts.locale(definitions.positionOf(key));
    }

    /** Returns the number of messages with a text in this locale itself, not counting fallbacks. */
    public long ownTextCount() {
        return ownTextCount;
    }
}
