package dev.parlance.publishing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.ReleaseGate.Finding;
import dev.parlance.rendering.Contract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One cut of one catalog, under the lock on it. Reads only the locales that may read otherwise than in the last release;
 * the others share its blobs.
 */
final class Cutting {
    private final Catalog catalog;
    private final Ports ports;
    private final Optional<Release> last;
    private final Map<LocaleTag, ReleaseBundle> before = new TreeMap<>();
    private final SortedSet<LocaleTag> affected;
    private final Draft draft;
    private @Nullable SortedMap<LocaleTag, Frozen> frozen;

    /** What a cut reads and writes. */
    record Ports(Messages messages, Texts texts, Releases releases, Blobs blobs) {
    }

    Cutting(Catalog catalog, Ports ports) {
        this.catalog = catalog;
        this.ports = ports;
        this.last = ports.releases().latest(catalog.name());
        last.ifPresent(release -> ports.releases().bundles(release.id()).forEach(it -> before.put(it.locale(), it)));
        this.affected = affected();
        this.draft = new Draft(catalog.name(), catalog.sourceLocale(), catalog.locales(),
                affected.isEmpty() ? Map.of() : ports.messages().definitions(catalog.name()), affected.isEmpty() ? Map.of() : wordings());
    }

    /** Whether the last release already says all that the draft says. */
    boolean nothingNew() {
        return affected.isEmpty() && before.keySet().equals(draft.locales());
    }

    Optional<Release> last() {
        return last;
    }

    List<Finding> findings(boolean acceptBreaking) {
        var findings = new ArrayList<>(new ReleaseGate(draft, affected, catalog.requiredLocales()).findings());
        if (definitionsChanged() && !acceptBreaking) {
            last.ifPresent(release -> findings.addAll(ReleaseGate.breaking(contracts(release), draft.messages())));
        }
        return findings;
    }

    /** Only for a draft in which nothing is found. */
    ReleaseDiff diff() {
        var changes = new TreeMap<LocaleTag, ReleaseDiff.Changes>();
        frozen().forEach((locale, it) -> {
            var was = before.get(locale);
            if (was == null || !was.bundle().equals(Digest.of(it.bundle()))) {
                changes.put(locale, ReleaseDiff.between(was == null ? Map.of() : patterns(ports.blobs().get(was.bundle())), patterns(it.bundle())));
            }
        });
        before.forEach((locale, was) -> {
            if (!draft.locales().contains(locale)) {
                changes.put(locale, ReleaseDiff.between(patterns(ports.blobs().get(was.bundle())), Map.of()));
            }
        });
        return new ReleaseDiff(changes);
    }

    Release store(Instant now, String comment) {
        var release = new Release(catalog, number(), now, comment);
        var bundles = new ArrayList<ReleaseBundle>();
        for (var locale : draft.locales()) {
            var it = frozen().get(locale);
            if (it == null) {
                bundles.add(before.get(locale).in(release.id()));
            } else {
                ports.blobs().addDelivered(it.bundle());
                ports.blobs().add(it.reference());
                bundles.add(ReleaseBundle.of(release.id(), it));
            }
        }
        ports.releases().add(release, bundles);
        return release;
    }

    private int number() {
        return last.map(Release::number).orElse(0) + 1;
    }

    private SortedMap<LocaleTag, Frozen> frozen() {
        var made = frozen;
        if (made == null) {
            made = new TreeMap<>();
            for (var locale : affected) {
                var was = before.get(locale);
                made.put(locale, Frozen.of(draft, locale, number(),
                        was == null ? null : new Frozen.Before(was.changedIn(), was.bundle())));
            }
            frozen = made;
        }
        return made;
    }

    private boolean definitionsChanged() {
        return catalog.definitionsRevision() > last.map(Release::revision).orElse(-1L);
    }

    /** Definitions are part of every locale. A text is part of its own, and of those that have gaps and fall back to it. */
    private SortedSet<LocaleTag> affected() {
        if (last.isEmpty() || definitionsChanged()) {
            return catalog.locales();
        }
        var changed = catalog.localesChangedSince(last.get().revision());
        var affected = new TreeSet<>(changed);
        catalog.locales().stream().filter(it -> !before.containsKey(it)).forEach(affected::add);
        var mayFallBack = new TreeSet<LocaleTag>();
        catalog.locales().stream().filter(it -> !affected.contains(it))
                .filter(it -> Draft.chain(it, catalog.locales(), catalog.sourceLocale()).stream().anyMatch(changed::contains))
                .forEach(mayFallBack::add);
        if (!mayFallBack.isEmpty()) {
            var gaps = ports.texts().localesWithGaps(catalog.name());
            mayFallBack.stream().filter(gaps::contains).forEach(affected::add);
        }
        return affected;
    }

    private Map<LocaleTag, Map<MessageKey, Wording>> wordings() {
        var wordings = new HashMap<LocaleTag, Map<MessageKey, Wording>>();
        affected.forEach(it -> wordings.put(it, ports.texts().wordings(catalog.name(), it)));
        // The gate compares with the source.
        wordings.computeIfAbsent(catalog.sourceLocale(), it -> ports.texts().wordings(catalog.name(), it));
        for (var locale : affected) {
            for (var next : Draft.chain(locale, catalog.locales(), catalog.sourceLocale())) {
                wordings.computeIfAbsent(next, it -> ports.texts().wordings(catalog.name(), it));
            }
        }
        return wordings;
    }

    private Map<String, Contract> contracts(Release release) {
        var contracts = new LinkedHashMap<String, Contract>();
        var source = before.get(release.sourceLocale());
        CanonicalJson.read(ports.blobs().get(source.reference()), Reference.class).messages()
                .forEach(it -> contracts.put(it.key(), it.contract()));
        return contracts;
    }

    private static Map<String, String> patterns(byte[] bundle) {
        return CanonicalJson.read(bundle, Bundle.class).messages();
    }
}
