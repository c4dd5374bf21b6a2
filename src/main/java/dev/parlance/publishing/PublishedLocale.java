package dev.parlance.publishing;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Renderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One locale of a snapshot: the bytes apps fetch, and the messages this service renders. Immutable. */
public final class PublishedLocale {
    private final LocaleTag locale;
    private final byte[] bundle;
    private final Digest digest;
    private final Map<String, PublishedMessage> byKey;
    private final Map<String, List<PublishedMessage>> byCode;
    private final List<PublishedMessage> messages;
    private volatile @Nullable SearchIndex index;

    PublishedLocale(LocaleTag locale, byte[] bundle, byte[] reference, Renderer renderer) {
        this.locale = locale;
        this.bundle = bundle;
        this.digest = Digest.of(bundle);
        this.byKey = new LinkedHashMap<>();
        for (var entry : CanonicalJson.read(reference, Reference.class).messages()) {
            byKey.put(entry.key(), new PublishedMessage(entry, renderer));
        }
        this.messages = List.copyOf(byKey.values());
        this.byCode = byKey.values().stream().collect(Collectors.groupingBy(PublishedMessage::code));
    }

    public LocaleTag locale() {
        return locale;
    }

    /** The canonical JSON of the bundle, UTF-8. Not to be written to. */
    public byte[] bundle() {
        return bundle;
    }

    /** Of the bundle. */
    public Digest digest() {
        return digest;
    }

    /** In the order of the catalog. */
    public List<PublishedMessage> messages() {
        return messages;
    }

    /** Made when first asked for: most locales of most catalogs are never searched. */
    SearchIndex index() {
        var made = index;
        if (made == null) {
            made = new SearchIndex(messages);
            index = made;
        }
        return made;
    }

    public Optional<PublishedMessage> message(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All that share the code, in the order of the catalog. */
    public List<PublishedMessage> withCode(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** How many messages have a text of this very locale. */
    public long own() {
        return byKey.values().stream().filter(message -> message.locale().equals(locale)).count();
    }
}
