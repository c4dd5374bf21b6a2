package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.rendering.PatternText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bundle and the reference document of one locale, serialized and digested.
 *
 * @param changedIn the release in which the bytes of the bundle were created
 * @param patterns  the content of the bundle, patterns by key
 */
public record FrozenLocale(LocaleTag locale, int changedIn, byte[] bundleBytes, Digest bundleDigest, byte[] reference,
        Digest referenceDigest, SortedMap<String, String> patterns) {

    private FrozenLocale(LocaleTag locale, int changedIn, byte[] bundle, byte[] reference, SortedMap<String, String> patterns) {
        this(locale, changedIn, bundle, Digest.of(bundle), reference, Digest.of(reference), patterns);
    }

    /** The locale's bundle in the preceding release. */
    public record PreviousBundle(int changedIn, Digest bundle) {
    }

    /**
     * Serializes the documents of one locale. A bundle with unchanged content keeps the bytes of the preceding release.
     *
     * @param draft  must have a text for every message, at least in the source locale
     * @param before null if the preceding release did not have the locale
     * @throws dev.parlance.rendering.syntax.TextSyntaxException if a text does not follow its syntax
     * @throws IllegalStateException if a message has no text in the source locale
     */
    public static FrozenLocale of(Draft draft, LocaleTag locale, int release, @Nullable PreviousBundle before) {
        var patterns = new TreeMap<String, String>();
        var localesOfTexts = new TreeMap<String, LocaleTag>();
        var entries = new ArrayList<ReferenceDocument.Entry>();
        var chain = draft.fallbackChain(locale);
        draft.messages().forEach((key, definition) -> {
            var located = draft.findText(key, chain)
                    .orElseThrow(() -> new IllegalStateException(key + " has no text in the source locale"));
            var text = located.text();
            patterns.put(key.value(), PatternText.of(text.syntax(), text.message()).withNames(definition.contract()).pattern());
            localesOfTexts.put(key.value(), located.locale());
            entries.add(new ReferenceDocument.Entry(key.value(), definition.code(), definition.reason(), definition.httpStatus(),
                    definition.grpcStatus(), ReferenceDocument.toEntries(definition.contract()), List.copyOf(definition.tags().names()),
                    PublishedAdvice.of(definition), definition.fileKey(), located.locale().value(),
                    text.syntax().label(), text.message(), text.description()));
        });
        var reference = CanonicalJson.write(new ReferenceDocument(draft.catalog().value(), locale.value(), entries));
        var fallback = new Bundle.FallbackKeys(locale);
        localesOfTexts.forEach(fallback::add);
        var parts = new BundleParts(draft.catalog(), locale, CanonicalJson.write(patterns), fallback);
        if (before != null) {
            var unchanged = new FrozenLocale(locale, before.changedIn(), parts.bundle(before.changedIn()), reference, patterns);
            if (unchanged.bundleDigest().equals(before.bundle())) {
                return unchanged;
            }
        }
        return new FrozenLocale(locale, release, parts.bundle(release), reference, patterns);
    }

    /** The content of a bundle without its release number. The messages are serialized once for both candidate numbers. */
    private record BundleParts(CatalogName catalog, LocaleTag locale, byte[] messages, Bundle.FallbackKeys fallback) {
        private static final String NO_MESSAGES = "{}";

        byte[] bundle(int release) {
            var empty = CanonicalJson.write(new Bundle(catalog.value(), release, locale.value(), Collections.emptySortedMap(),
                    fallback.keysByLocale()));
            int start = CanonicalJson.write(new Bundle(catalog.value(), release, locale.value(), Collections.emptySortedMap())).length
                    - (NO_MESSAGES + "}").length();
            int rest = start + NO_MESSAGES.length();
            var bundle = Arrays.copyOf(empty, empty.length - NO_MESSAGES.length() + messages.length);
            System.arraycopy(messages, 0, bundle, start, messages.length);
            System.arraycopy(empty, rest, bundle, start + messages.length, empty.length - rest);
            return bundle;
        }
    }
}
