package dev.parlance.publishing;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PatternText;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The two documents of one locale, frozen.
 *
 * @param changedIn the release in which the bytes of the bundle were made
 */
public record Frozen(LocaleTag locale, int changedIn, byte[] bundle, byte[] reference) {

    /** What the release before this one has for the locale. */
    record Before(int changedIn, Digest bundle) {
    }

    /**
     * @param draft  with a text for every message
     * @param before null where the last release did not have the locale
     * @throws dev.parlance.rendering.BadText where a text does not follow its syntax
     */
    static Frozen of(Draft draft, LocaleTag locale, int release, @Nullable Before before) {
        var patterns = new TreeMap<String, String>();
        var entries = new ArrayList<Reference.Entry>();
        var chain = draft.chain(locale);
        draft.messages().forEach((key, definition) -> {
            var found = draft.find(key, chain)
                    .orElseThrow(() -> new IllegalStateException(key + " has no text in the source locale"));
            var wording = found.wording();
            patterns.put(key.value(), PatternText.of(wording.syntax(), wording.message()).named(definition.contract()).pattern());
            entries.add(new Reference.Entry(key.value(), definition.code(), definition.reason(), definition.httpStatus(),
                    Reference.holes(definition.contract()), List.copyOf(definition.tags().names()), found.locale().value(),
                    wording.syntax().label(), wording.message(), wording.description()));
        });
        var reference = CanonicalJson.write(new Reference(draft.catalog().value(), locale.value(), entries));
        if (before != null) {
            var bundle = bundle(draft, before.changedIn(), locale, patterns);
            if (Digest.of(bundle).equals(before.bundle())) {
                return new Frozen(locale, before.changedIn(), bundle, reference);
            }
        }
        return new Frozen(locale, release, bundle(draft, release, locale, patterns), reference);
    }

    private static byte[] bundle(Draft draft, int release, LocaleTag locale, SortedMap<String, String> patterns) {
        return CanonicalJson.write(new Bundle(draft.catalog().value(), release, locale.value(), patterns));
    }
}
