package dev.parlance.publishing.release;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PatternText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The two documents of one locale, frozen.
 *
 * @param changedIn the release in which the bytes of the bundle were made
 * @param patterns  what the bundle says
 */
public record Frozen(LocaleTag locale, int changedIn, byte[] bundle, Digest bundleDigest, byte[] reference, Digest referenceDigest,
                     SortedMap<String, String> patterns) {

    private Frozen(LocaleTag locale, int changedIn, byte[] bundle, byte[] reference, SortedMap<String, String> patterns) {
        this(locale, changedIn, bundle, Digest.of(bundle), reference, Digest.of(reference), patterns);
    }

    /** What the release before this one has for the locale. */
    public record Before(int changedIn, Digest bundle) {
    }

    /**
     * @param draft  with a text for every message
     * @param before null where the last release did not have the locale
     * @throws dev.parlance.rendering.BadText where a text does not follow its syntax
     */
    public static Frozen of(Draft draft, LocaleTag locale, int release, @Nullable Before before) {
        var patterns = new TreeMap<String, String>();
        var entries = new ArrayList<Reference.Entry>();
        var chain = draft.chain(locale);
        draft.messages().forEach((key, definition) -> {
            var found = draft.find(key, chain)
                    .orElseThrow(() -> new IllegalStateException(key + " has no text in the source locale"));
            var wording = found.wording();
            patterns.put(key.value(), PatternText.of(wording.syntax(), wording.message()).named(definition.contract()).pattern());
            entries.add(new Reference.Entry(key.value(), definition.code(), definition.reason(), definition.httpStatus(),
                    Reference.holes(definition.contract()), List.copyOf(definition.tags().names()), PublishedAdvice.of(definition), found.locale().value(),
                    wording.syntax().label(), wording.message(), wording.description()));
        });
        var reference = CanonicalJson.write(new Reference(draft.catalog().value(), locale.value(), entries));
        var messages = CanonicalJson.write(patterns);
        if (before != null) {
            var same = new Frozen(locale, before.changedIn(), bundle(draft, before.changedIn(), locale, messages), reference, patterns);
            if (same.bundleDigest().equals(before.bundle())) {
                return same;
            }
        }
        return new Frozen(locale, release, bundle(draft, release, locale, messages), reference, patterns);
    }

    /** Only the head tells one release's from another's. */
    private static byte[] bundle(Draft draft, int release, LocaleTag locale, byte[] messages) {
        var empty = CanonicalJson.write(new Bundle(draft.catalog().value(), release, locale.value(), Collections.emptySortedMap()));
        int head = empty.length - "{}}".length();
        var bundle = Arrays.copyOf(empty, head + messages.length + 1);
        System.arraycopy(messages, 0, bundle, head, messages.length);
        bundle[bundle.length - 1] = '}';
        return bundle;
    }
}
