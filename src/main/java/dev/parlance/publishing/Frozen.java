package dev.parlance.publishing;

import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.FallbackChain;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PatternText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two documents of one locale, frozen.
 *
 * @param changedIn the release in which the bytes of the bundle were made
 */
public record Frozen(LocaleTag locale, int changedIn, byte[] bundle, byte[] reference) {

    /** What the release before this one has for the locale. */
    public record Before(int changedIn, Digest bundle) {
    }

    /**
     * @param before by locale; empty for the first release
     * @throws dev.parlance.rendering.BadText where a text does not follow its syntax
     */
    static List<Frozen> freeze(Draft draft, int release, Map<LocaleTag, Before> before) {
        var frozen = new ArrayList<Frozen>();
        for (var locale : draft.locales()) {
            var chain = chain(draft, locale);
            var last = before.get(locale);
            var bundle = last == null ? null : bundle(draft, last.changedIn(), locale, chain);
            boolean unchanged = bundle != null && Digest.of(bundle).equals(last.bundle());
            frozen.add(new Frozen(locale, unchanged ? last.changedIn() : release,
                    unchanged ? bundle : bundle(draft, release, locale, chain), reference(draft, locale, chain)));
        }
        return frozen;
    }

    private static List<LocaleTag> chain(Draft draft, LocaleTag locale) {
        var chain = new ArrayList<>(FallbackChain.of(locale));
        chain.retainAll(draft.locales());
        chain.remove(draft.source());
        chain.add(draft.source());
        return chain;
    }

    private record Found(LocaleTag locale, Wording wording) {
    }

    private static Found found(Draft draft, Draft.Entry entry, List<LocaleTag> chain) {
        var wordings = draft.wordings().getOrDefault(entry.key(), Map.of());
        return chain.stream().filter(wordings::containsKey).findFirst()
                .map(locale -> new Found(locale, wordings.get(locale)))
                .orElseThrow(() -> new IllegalStateException(entry.key() + " has no text in the source locale"));
    }

    private static byte[] bundle(Draft draft, int release, LocaleTag locale, List<LocaleTag> chain) {
        var patterns = new TreeMap<String, String>();
        for (var entry : draft.messages()) {
            var wording = found(draft, entry, chain).wording();
            patterns.put(entry.key().value(), PatternText.of(wording.syntax(), wording.message())
                    .named(entry.definition().contract()).pattern());
        }
        return CanonicalJson.write(new Bundle(draft.catalog().value(), release, locale.value(), patterns));
    }

    private static byte[] reference(Draft draft, LocaleTag locale, List<LocaleTag> chain) {
        var entries = new ArrayList<Reference.Entry>();
        for (var entry : draft.messages()) {
            var found = found(draft, entry, chain);
            var definition = entry.definition();
            entries.add(new Reference.Entry(entry.key().value(), definition.code(), definition.reason(),
                    definition.httpStatus(), Reference.holes(definition.contract()), found.locale().value(),
                    found.wording().syntax().label(), found.wording().message(), found.wording().description()));
        }
        return CanonicalJson.write(new Reference(draft.catalog().value(), locale.value(), entries));
    }
}
